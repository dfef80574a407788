// A stack as small as local mode can play, with a handler and a sweep written in the test.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SynthesizedStack } from '../../local/synthesize';

const getAtt = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

const BUS = 'arn:aws:events:us-east-1:111122223333:event-bus/default';

/** A role of its own for each function and for the schedule. */
const role = (...Statement: readonly object[]) => ({
  Type: 'AWS::IAM::Role',
  Properties: { Policies: [{ PolicyName: 'Granted', PolicyDocument: { Statement } }] },
});

const functionOf = (Role: string, Handler: string) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Code: { S3Key: 'code.zip' },
    Handler,
    Runtime: 'nodejs24.x',
    Timeout: 2,
    Role: getAtt(Role),
    Environment: {
      Variables: {
        TABLE_NAME: { Ref: 'Denials' },
        ALERTS_TOPIC_ARN: { Ref: 'Alerts' },
        CHAT_TOPIC_ARN: { Ref: 'Chat' },
        SMS_TOPIC_ARN: { Ref: 'Sms' },
      },
    },
  },
});

const subscription = (
  topic: string,
  Protocol: string,
  Endpoint: string,
  FilterPolicy?: object,
) => ({
  Type: 'AWS::SNS::Subscription',
  Properties: {
    TopicArn: { Ref: topic },
    Protocol,
    Endpoint,
    ...(FilterPolicy === undefined ? {} : { FilterPolicy }),
  },
});

const RESOURCES = {
  Denials: {
    Type: 'AWS::DynamoDB::GlobalTable',
    Properties: {
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    },
  },
  Alerts: { Type: 'AWS::SNS::Topic', Properties: {} },
  Chat: { Type: 'AWS::SNS::Topic', Properties: {} },
  Sms: { Type: 'AWS::SNS::Topic', Properties: {} },
  Everybody: subscription('Alerts', 'email', 'all@example.com'),
  Team: subscription('Alerts', 'email', 'team@example.com', { accounts: ['111122223333'] }),
  Phone: subscription('Sms', 'sms', '+12065550100'),
  Dead: { Type: 'AWS::SQS::Queue', Properties: {} },
  Queue: {
    Type: 'AWS::SQS::Queue',
    Properties: {
      VisibilityTimeout: 60,
      RedrivePolicy: { deadLetterTargetArn: getAtt('Dead'), maxReceiveCount: 3 },
    },
  },
  Rule: {
    Type: 'AWS::Events::Rule',
    Properties: {
      EventPattern: { source: ['aws.ec2'], detail: { errorCode: ['AccessDenied'] } },
      State: 'ENABLED',
      Targets: [{ Id: 'Target0', Arn: getAtt('Queue') }],
    },
  },
  Role: role(
    {
      Effect: 'Allow',
      Action: 'sns:Publish',
      Resource: [{ Ref: 'Alerts' }, { Ref: 'Chat' }, { Ref: 'Sms' }],
    },
    { Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: getAtt('Denials') },
    {
      Effect: 'Allow',
      Action: 'events:PutEvents',
      Resource: BUS,
      Condition: { StringEquals: { 'events:source': 'launch-denied' } },
    },
  ),
  Function: functionOf('Role', 'index.handler'),
  SweepRole: role({ Effect: 'Allow', Action: 'dynamodb:Query', Resource: getAtt('Denials') }),
  Sweep: functionOf('SweepRole', 'index.sweep'),
  ScheduleRole: role({
    Effect: 'Allow',
    Action: 'lambda:InvokeFunction',
    Resource: getAtt('Sweep'),
  }),
  Schedule: {
    Type: 'AWS::Scheduler::Schedule',
    Properties: {
      ScheduleExpression: 'rate(5 minutes)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: { Arn: getAtt('Sweep'), RoleArn: getAtt('ScheduleRole') },
    },
  },
  Mapping: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      BatchSize: 3,
      EventSourceArn: getAtt('Queue'),
      FunctionName: { Ref: 'Function' },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    },
  },
} as const;

const folders: string[] = [];
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Writes a bundle whose `index.js` is the source. */
export function bundleOf(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'launch-denied-test-'));
  folders.push(folder);
  writeFileSync(join(folder, 'index.js'), source);
  return folder;
}

/** The stack around a handler; `changed` replaces properties of resources. */
export function tinyStack(
  source: string,
  changed: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {},
): SynthesizedStack {
  const Resources = Object.fromEntries(
    Object.entries(RESOURCES).map(([id, { Type, Properties }]) => [
      id,
      { Type, Properties: { ...Properties, ...changed[id] } },
    ]),
  );
  const assetFolders = new Map([['code.zip', bundleOf(source)]]);
  return { name: 'Tiny', region: null, template: { Resources }, assetFolders };
}

/** Code that loads a package in a bundle outside this one. */
export function requireCode(name: string): string {
  return `require(${JSON.stringify(require.resolve(name))})`;
}
