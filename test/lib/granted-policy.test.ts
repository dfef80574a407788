import type { Template } from 'aws-cdk-lib/assertions';
import { GRANTED_ACTIONS } from '../../lib';
import { EVERYBODY, functionOf, templateOf, topicOf } from './stand-in';

type Exported = 'handler' | 'sweep';
type Grant = readonly [action: string, on: unknown, condition?: unknown];

const joined = (...parts: readonly unknown[]) => ({ 'Fn::Join': ['', parts] });
const PARTITION = ['arn:', { Ref: 'AWS::Partition' }];
const ACCOUNT = { Ref: 'AWS::AccountId' };
const ON_PRINCIPALS = ['role', 'user'].map((kind) =>
  joined(...PARTITION, ':iam::', ACCOUNT, `:${kind}/*`),
);
const ON_BUS = joined(
  ...PARTITION,
  ':events:',
  { Ref: 'AWS::Region' },
  ':',
  ACCOUNT,
  ':event-bus/default',
);
const OUR_SOURCE = { StringEquals: { 'events:source': 'launch-denied' } };

function grantsOf(template: Template, exported: Exported): readonly Grant[] {
  return functionOf(template, exported).statements.flatMap(({ Action, Resource, Condition }) =>
    [Action]
      .flat()
      .map((action): Grant => (Condition ? [action, Resource, Condition] : [action, Resource])),
  );
}

function actionsOf(template: Template, exported: Exported): readonly string[] {
  return grantsOf(template, exported).map(([action]) => action);
}

function arnOf(template: Template, type: string, having: object = {}) {
  return { 'Fn::GetAtt': [Object.keys(template.findResources(type, having))[0], 'Arn'] };
}

const plain = templateOf();
const table = arnOf(plain, 'AWS::DynamoDB::GlobalTable');
const alerts = { Ref: topicOf(plain, 'Alerts') };

function logGroupOf(exported: Exported) {
  return { 'Fn::GetAtt': [functionOf(plain, exported).logGroup, 'Arn'] };
}

it('grants the handler no more than these actions', () => {
  const queue = arnOf(plain, 'AWS::SQS::Queue', { Properties: { VisibilityTimeout: 180 } });
  expect(grantsOf(plain, 'handler')).toEqual([
    ['sts:DecodeAuthorizationMessage', '*'],
    ['xray:PutTraceSegments', '*'],
    ['xray:PutTelemetryRecords', '*'],
    ['iam:SimulatePrincipalPolicy', ON_PRINCIPALS],
    ['dynamodb:GetItem', table],
    ['dynamodb:PutItem', table],
    ['dynamodb:BatchWriteItem', table],
    ['dynamodb:UpdateItem', table],
    ['sns:Publish', alerts],
    ['events:PutEvents', ON_BUS, OUR_SOURCE],
    ['sqs:ReceiveMessage', queue],
    ['sqs:DeleteMessage', queue],
    ['sqs:GetQueueAttributes', queue],
    ['logs:CreateLogStream', logGroupOf('handler')],
    ['logs:PutLogEvents', logGroupOf('handler')],
  ]);
});

it('grants the sweep no more than these actions', () => {
  const indexes = ['due', 'changed'].map((name) => joined(table, `/index/${name}`));
  expect(grantsOf(plain, 'sweep')).toEqual([
    ['sts:DecodeAuthorizationMessage', '*'],
    ['xray:PutTraceSegments', '*'],
    ['xray:PutTelemetryRecords', '*'],
    ['iam:SimulatePrincipalPolicy', ON_PRINCIPALS],
    ['dynamodb:GetItem', table],
    ['dynamodb:PutItem', table],
    ['dynamodb:UpdateItem', table],
    ['dynamodb:BatchGetItem', table],
    ['dynamodb:Query', [table, ...indexes]],
    ['sns:Publish', alerts],
    ['events:PutEvents', ON_BUS, OUR_SOURCE],
    ['logs:CreateLogStream', logGroupOf('sweep')],
    ['logs:PutLogEvents', logGroupOf('sweep')],
  ]);
});

it('gives each function a log group of its own', () => {
  expect(logGroupOf('handler')).not.toEqual(logGroupOf('sweep'));
});

it('grants both together every action of the table', () => {
  const hub = templateOf({ organization: 'o-a1b2c3d4e5' });
  const granted = new Set([...actionsOf(hub, 'handler'), ...actionsOf(hub, 'sweep')]);
  expect(granted).toEqual(new Set(GRANTED_ACTIONS.map(({ action }) => action)));
});

describe.each(['handler', 'sweep'] as const)('the %s', (exported) => {
  it('may not simulate policies where the setting is off, and nothing else changes', () => {
    expect(actionsOf(templateOf({ simulate: false }), exported)).toEqual(
      actionsOf(plain, exported).filter((action) => action !== 'iam:SimulatePrincipalPolicy'),
    );
  });

  it('may publish to the topics of chat and sms where there are any, and nothing else changes', () => {
    const full = templateOf(EVERYBODY);
    const topics = (['Alerts', 'Chat', 'Texts'] as const).map((one) => ({
      Ref: topicOf(full, one),
    }));
    expect(grantsOf(full, exported).filter(([action]) => action === 'sns:Publish')).toEqual([
      ['sns:Publish', topics],
    ]);
    expect(actionsOf(full, exported)).toEqual(actionsOf(plain, exported));
  });
});

it('grants in no role of the stack an action outside the table, but to invoke the sweep', () => {
  const roles = Object.values(templateOf(EVERYBODY).findResources('AWS::IAM::Role'));
  expect(roles).toHaveLength(5);
  const actions = roles.flatMap(({ Properties }) =>
    [Properties.Policies ?? []]
      .flat()
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
      .flatMap(({ Action }) => Action),
  );
  const known = new Set<string>(GRANTED_ACTIONS.map(({ action }) => action));
  expect(actions.filter((action) => !known.has(action))).toEqual(['lambda:InvokeFunction']);
  plain.resourceCountIs('AWS::IAM::Policy', 0);
});
