import { addressBookName } from '../../lib';
import type { Template } from 'aws-cdk-lib/assertions';
import { EVERYBODY, templateOf } from './stand-in';

const template = templateOf({ retentionDays: 30 });
const [parameter = {}] = Object.values(template.findResources('AWS::SSM::Parameter'));

/** What is listed, and the types of the resources whose names or ARNs are. */
function listedIn(of: Template) {
  const [{ Properties = {} } = {}] = Object.values(of.findResources('AWS::SSM::Parameter'));
  const [, parts] = Properties.Value['Fn::Join'];
  const text = parts.map((part: string | { Ref: string }) =>
    typeof part === 'string' ? part : part.Ref,
  );
  const { version, retentionDays, ...addresses } = JSON.parse(text.join(''));
  const resources = of.toJSON()['Resources'];
  const types = Object.entries<string>(addresses).map(([name, id]) => [name, resources[id].Type]);
  return { version, retentionDays, types: Object.fromEntries(types) };
}

it('lies under the name of the stack', () => {
  expect(parameter['Properties'].Name).toBe('/launch-denied/LaunchDenied');
  expect(addressBookName('Denials')).toBe('/launch-denied/Denials');
});

it('lists all a command needs, as JSON', () => {
  const { version, retentionDays, types } = listedIn(template);
  expect(version).toMatch(/^\d+\.\d+\.\d+/);
  expect(retentionDays).toBe(30);
  expect(types).toEqual({
    ruleName: 'AWS::Events::Rule',
    ruleDeadLetterQueueUrl: 'AWS::SQS::Queue',
    queueUrl: 'AWS::SQS::Queue',
    deadLetterQueueUrl: 'AWS::SQS::Queue',
    functionName: 'AWS::Lambda::Function',
    sweepFunctionName: 'AWS::Lambda::Function',
    tableName: 'AWS::DynamoDB::GlobalTable',
    alertsTopicArn: 'AWS::SNS::Topic',
    dashboardName: 'AWS::CloudWatch::Dashboard',
  });
});

it('lists the topics of chat and sms where there are any', () => {
  const { types } = listedIn(templateOf(EVERYBODY));
  expect(types).toEqual({
    ...listedIn(template).types,
    chatTopicArn: 'AWS::SNS::Topic',
    smsTopicArn: 'AWS::SNS::Topic',
  });
});
