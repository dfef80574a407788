import { Match } from 'aws-cdk-lib/assertions';
import { GRANTED_ACTIONS } from '../../lib';
import { templateOf } from './stand-in';

const template = templateOf({ retentionDays: 30, logRetentionDays: 14 });
const idOf = (type: string, having = {}) => Object.keys(template.findResources(type, having))[0];

const [role = {}] = Object.values(template.findResources('AWS::IAM::Role'));
const table = idOf('AWS::DynamoDB::GlobalTable');
const topic = idOf('AWS::SNS::Topic');
const logs = idOf('AWS::Logs::LogGroup');
const queue = idOf('AWS::SQS::Queue', { Properties: { VisibilityTimeout: 180 } });

describe('the role', () => {
  it('has no policy of AWS and none beside its own', () => {
    expect(role['Properties'].ManagedPolicyArns).toBeUndefined();
    expect(role['Properties'].Policies).toHaveLength(1);
    template.resourceCountIs('AWS::IAM::Role', 1);
    template.resourceCountIs('AWS::IAM::Policy', 0);
  });

  it('grants no more than these actions', () => {
    const { Statement } = role['Properties'].Policies[0].PolicyDocument;
    const anyResource = '*';
    const onPrincipals = ['role', 'user'].map((kind) => ({
      'Fn::Join': [
        '',
        ['arn:', { Ref: 'AWS::Partition' }, ':iam::', { Ref: 'AWS::AccountId' }, `:${kind}/*`],
      ],
    }));
    const onQueue = { 'Fn::GetAtt': [queue, 'Arn'] };
    const onLogs = { 'Fn::GetAtt': [logs, 'Arn'] };
    const granted: [string, unknown][] = [
      ['sts:DecodeAuthorizationMessage', anyResource],
      ['xray:PutTraceSegments', anyResource],
      ['xray:PutTelemetryRecords', anyResource],
      ['iam:SimulatePrincipalPolicy', onPrincipals],
      ['dynamodb:UpdateItem', { 'Fn::GetAtt': [table, 'Arn'] }],
      ['sns:Publish', { Ref: topic }],
      ['sqs:ReceiveMessage', onQueue],
      ['sqs:DeleteMessage', onQueue],
      ['sqs:GetQueueAttributes', onQueue],
      ['logs:CreateLogStream', onLogs],
      ['logs:PutLogEvents', onLogs],
    ];
    expect(
      Statement.flatMap((statement: Record<string, unknown>) =>
        [statement['Action']].flat().map((action) => [action, statement['Resource']]),
      ),
    ).toEqual(granted);
    expect(GRANTED_ACTIONS.map(({ action }) => action).toSorted()).toEqual(
      granted.map(([action]) => action).toSorted(),
    );
  });

  it('may not simulate policies where the setting is off, and nothing else changes', () => {
    const [without = {}] = Object.values(
      templateOf({ simulate: false }).findResources('AWS::IAM::Role'),
    );
    const actionsOf = ({ Properties }: typeof role): string[] =>
      Properties.Policies[0].PolicyDocument.Statement.flatMap(
        ({ Action }: Record<string, unknown>) => Action,
      );
    expect(actionsOf(without)).toEqual(
      actionsOf(role).filter((action) => action !== 'iam:SimulatePrincipalPolicy'),
    );
  });

  it('can be assumed by Lambda only', () => {
    expect(role['Properties'].AssumeRolePolicyDocument.Statement).toEqual([
      { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } },
    ]);
  });
});

it('reserves no concurrency, and bounds it in the event source mapping', () => {
  template.hasResourceProperties('AWS::Lambda::Function', {
    ReservedConcurrentExecutions: Match.absent(),
  });
  template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    EventSourceArn: { 'Fn::GetAtt': [queue, 'Arn'] },
    BatchSize: 10,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    ScalingConfig: { MaximumConcurrency: 5 },
  });
});

it('hands the function exactly these variables', () => {
  const [handler] = Object.values(template.findResources('AWS::Lambda::Function'));
  expect(handler?.['Properties'].Environment.Variables).toEqual({
    TABLE_NAME: { Ref: table },
    ALERTS_TOPIC_ARN: { Ref: topic },
    RETENTION_DAYS: '30',
    MAX_RECEIVES: '5',
    ACCOUNT_ID: { Ref: 'AWS::AccountId' },
    SIMULATE: 'true',
  });
});

it('runs the bundle on Node 24 and arm64, traced, with logs in JSON in its own log group', () => {
  template.hasResourceProperties('AWS::Lambda::Function', {
    Runtime: 'nodejs24.x',
    Architectures: ['arm64'],
    Handler: 'index.handler',
    MemorySize: 256,
    Timeout: 30,
    TracingConfig: { Mode: 'Active' },
    LoggingConfig: { LogFormat: 'JSON', LogGroup: { Ref: logs } },
  });
  template.hasResource('AWS::Logs::LogGroup', {
    DeletionPolicy: 'Delete',
    Properties: { RetentionInDays: 14 },
  });
});
