// A stack as small as local mode can play, with a handler written in the test.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SynthesizedStack } from '../../local/synthesize';

const getAtt = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

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
  Role: {
    Type: 'AWS::IAM::Role',
    Properties: {
      Policies: [
        {
          PolicyName: 'Granted',
          PolicyDocument: {
            Statement: [
              { Effect: 'Allow', Action: 'sns:Publish', Resource: { Ref: 'Alerts' } },
              { Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: getAtt('Denials') },
            ],
          },
        },
      ],
    },
  },
  Function: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Code: { S3Key: 'code.zip' },
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      Timeout: 2,
      Role: getAtt('Role'),
      Environment: {
        Variables: { TABLE_NAME: { Ref: 'Denials' }, TOPIC_ARN: { Ref: 'Alerts' } },
      },
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
  return { name: 'Tiny', template: { Resources }, assetFolders };
}

/** Code that loads a package in a bundle outside this one. */
export function requireCode(name: string): string {
  return `require(${JSON.stringify(require.resolve(name))})`;
}
