import { Template } from 'aws-cdk-lib/assertions';
import { App } from 'aws-cdk-lib/core';
import { LaunchDeniedStack } from '../../lib';
import { EVERYBODY, handlerBundle, templateOf } from './stand-in';

/** The property in which CloudFormation takes a physical name. */
const NAME_OF: Readonly<Record<string, string>> = {
  'AWS::CloudWatch::Alarm': 'AlarmName',
  'AWS::CloudWatch::Dashboard': 'DashboardName',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::Events::Rule': 'Name',
  'AWS::IAM::Role': 'RoleName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::Scheduler::Schedule': 'Name',
  'AWS::SSM::Parameter': 'Name',
};

/** Resources that have neither a physical name nor tags. */
const PLAIN = [
  'AWS::Lambda::EventInvokeConfig',
  'AWS::SNS::TopicPolicy',
  'AWS::SNS::Subscription',
  'AWS::SQS::QueuePolicy',
];

/** Resources that have a name and no tags. */
const UNTAGGED = [...PLAIN, 'AWS::Scheduler::Schedule', 'AWS::CloudWatch::Dashboard'];

const app = new App();
const launchDenied = { handlerBundle, emails: ['a@example.com'] };
const stackOne = new LaunchDeniedStack(app, 'One', { launchDenied });
const stackTwo = new LaunchDeniedStack(app, 'Two', { launchDenied });
const one = Template.fromStack(stackOne);
const two = Template.fromStack(stackTwo);

function resourcesOf(template: Template): readonly Resource[] {
  return Object.values(template.toJSON()['Resources']);
}

interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

function namesOf(template: Template): readonly unknown[] {
  return resourcesOf(template)
    .map(({ Type, Properties }) => Properties[NAME_OF[Type] ?? ''])
    .filter((name) => name !== undefined);
}

it('gives no physical names but these, which hold that of the stack, so that two live side by side', () => {
  for (const [template, name] of [
    [one, 'One'],
    [two, 'Two'],
  ] as const)
    expect(namesOf(template)).toEqual([
      expect.stringMatching(`^customWidget-${name}`),
      { 'Fn::Join': ['', [`${name}-`, { Ref: 'AWS::Region' }]] },
      `/launch-denied/${name}`,
    ]);
});

it('holds no resource whose name and tags are not looked at here', () => {
  const seen = [...Object.keys(NAME_OF), ...PLAIN, 'AWS::Lambda::EventSourceMapping'];
  const types = new Set(resourcesOf(one).map(({ Type }) => Type));
  expect([...types].toSorted()).toEqual(seen.toSorted());
});

it('tags every resource that takes tags with the name of the stack', () => {
  const asList = '"Tags":[{"Key":"launch-denied","Value":"One"}]';
  const asMap = '"Tags":{"launch-denied":"One"}';
  for (const resource of resourcesOf(one).filter(({ Type }) => !UNTAGGED.includes(Type))) {
    const text = JSON.stringify(resource);
    expect(text).toContain(text.includes(asMap) ? asMap : asList);
  }
});

it('puts out what was deployed', () => {
  expect(Object.keys(one.toJSON()['Outputs'])).toEqual([
    'AlertsTopicArn',
    'TableName',
    'QueueUrl',
    'FunctionName',
    'FunctionRoleArn',
    'SweepFunctionName',
    'RuleName',
    'DashboardUrl',
    'AddressBookName',
  ]);
});

it('puts out the topics of chat and sms where there are any', () => {
  const all = Object.keys(templateOf(EVERYBODY).toJSON()['Outputs']);
  expect(all).toEqual([
    'AlertsTopicArn',
    'ChatTopicArn',
    'SmsTopicArn',
    ...Object.keys(one.toJSON()['Outputs']).slice(1),
  ]);
});
