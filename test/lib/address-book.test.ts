import { addressBookName } from '../../lib';
import type { Template } from 'aws-cdk-lib/assertions';
import { EVERYBODY, templateOf } from './stand-in';

const template = templateOf({ retentionDays: 30 });
const [parameter = {}] = Object.values(template.findResources('AWS::SSM::Parameter'));

/** What is listed, and the types of the resources whose names or ARNs are. */
function listedIn(of: Template) {
  const [{ Properties = {} } = {}] = Object.values(of.findResources('AWS::SSM::Parameter'));
  const [, parts] = Properties.Value['Fn::Join'];
  const text = parts.map((part: string | { Ref?: string }) =>
    typeof part === 'string' ? part : (part.Ref ?? 'arn'),
  );
  const { version, retentionDays, forwarderRuleName, regions, ...more } = JSON.parse(text.join(''));
  const { readerRoleName, functionRoleArns, organization, accounts, ...addresses } = more;
  const resources = of.toJSON()['Resources'];
  const types = Object.entries<string>(addresses).map(([name, id]) => [name, resources[id].Type]);
  const elsewhere = { forwarderRuleName, regions, readerRoleName, organization, accounts };
  const functions = functionRoleArns?.length;
  return { version, retentionDays, types: Object.fromEntries(types), elsewhere, functions };
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

it('lists what a command looks for in other Regions and accounts', () => {
  const regions = ['eu-west-1', 'eu-west-2'];
  const one = { forwarderRuleName: 'LaunchDenied-forwarder', regions: [] };
  expect(listedIn(template)).toMatchObject({ elsewhere: one });
  const accepted = ['AWS::Region', ...regions];
  expect(listedIn(templateOf({ regions }))).toMatchObject({
    elsewhere: { ...one, regions: accepted },
  });
  const hub = { ...one, readerRoleName: 'LaunchDenied-reader' };
  const organization = 'o-a1b2c3d4e5';
  expect(listedIn(templateOf({ organization }))).toMatchObject({
    elsewhere: { ...hub, organization },
    functions: 2,
  });
  const accounts = ['444455556666'];
  expect(listedIn(templateOf({ accounts })).elsewhere).toEqual({ ...hub, accounts });
});

it('fits into a parameter of 4 KB with all that can be listed', () => {
  const accounts = Array.from({ length: 100 }, (_none, at) => String(100_000_000_000 + at));
  const regions = Array.from({ length: 40 }, (_none, at) => `ap-southeast-${at % 10}`);
  const largest = templateOf({ ...EVERYBODY, accounts, regions: [...new Set(regions)] });
  const [parameter] = Object.values(largest.findResources('AWS::SSM::Parameter'));
  expect(JSON.stringify(parameter?.['Properties'].Value).length).toBeLessThan(4_096);
});
