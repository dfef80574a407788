// Everything the function's role may do. The role's policy is made from this table, nothing else.
import { PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Aws } from 'aws-cdk-lib/core';
import { INDEX_NAMES } from './denial-table';
import type { ParsedSettings } from './settings';

/** What an action is granted on. */
export type GrantedResource =
  'any' | 'principals' | 'table' | 'table-and-indexes' | 'alerts-topic' | 'queue' | 'log-group';

/** One action the function's role may perform. */
export interface GrantedAction {
  readonly action: string;
  readonly on: GrantedResource;
  /** `handler`, `sweep`: a request of our code. `lambda`: of the Lambda service, with the function's role. */
  readonly usedBy: 'handler' | 'sweep' | 'lambda';
  readonly because: string;
  /** The setting that has to be on. @default - granted in any case */
  readonly onlyWith?: 'simulate';
}

/**
 * The granted actions, each with its use.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html
 */
export const GRANTED_ACTIONS = [
  {
    action: 'sts:DecodeAuthorizationMessage',
    on: 'any',
    usedBy: 'handler',
    because: 'decodes encoded messages; the action has no resource types',
  },
  {
    action: 'iam:SimulatePrincipalPolicy',
    on: 'principals',
    usedBy: 'handler',
    because: 'tries a suggested statement with the policies of the denied role or user',
    onlyWith: 'simulate',
  },
  {
    action: 'dynamodb:UpdateItem',
    on: 'table',
    usedBy: 'handler',
    because: 'stores a denial once and marks its alert as sent',
  },
  {
    action: 'sns:Publish',
    on: 'alerts-topic',
    usedBy: 'handler',
    because: 'publishes alerts',
  },
  {
    action: 'sqs:ReceiveMessage',
    on: 'queue',
    usedBy: 'lambda',
    because: 'the event source mapping polls the queue',
  },
  {
    action: 'sqs:DeleteMessage',
    on: 'queue',
    usedBy: 'lambda',
    because: 'the event source mapping deletes what the function finished',
  },
  {
    action: 'sqs:GetQueueAttributes',
    on: 'queue',
    usedBy: 'lambda',
    because: 'the event source mapping reads the visibility timeout and the backlog',
  },
  {
    action: 'logs:CreateLogStream',
    on: 'log-group',
    usedBy: 'lambda',
    because: 'each execution environment opens a log stream',
  },
  {
    action: 'logs:PutLogEvents',
    on: 'log-group',
    usedBy: 'lambda',
    because: 'Lambda writes what the function prints',
  },
  {
    action: 'xray:PutTraceSegments',
    on: 'any',
    usedBy: 'lambda',
    because: 'active tracing sends segments; the action has no resource types',
  },
  {
    action: 'xray:PutTelemetryRecords',
    on: 'any',
    usedBy: 'lambda',
    because: 'active tracing reports its own state; the action has no resource types',
  },
] as const satisfies readonly GrantedAction[];

/**
 * What the stored groups need beside `dynamodb:UpdateItem`; the handler's and the sweep's roles get it
 * with the code that makes the requests.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
 */
export const GROUP_ACTIONS = [
  {
    action: 'dynamodb:GetItem',
    on: 'table',
    usedBy: 'handler',
    because: 'reads a group, and the explanation of its launches of one shape',
  },
  {
    action: 'dynamodb:PutItem',
    on: 'table',
    usedBy: 'handler',
    because: 'writes a group where nobody else came first, and an explanation',
  },
  {
    action: 'dynamodb:BatchWriteItem',
    on: 'table',
    usedBy: 'handler',
    because: 'stores the denials of a batch, each once',
  },
  {
    action: 'dynamodb:BatchGetItem',
    on: 'table',
    usedBy: 'sweep',
    because: 'reads the groups that an index names',
  },
  {
    action: 'dynamodb:Query',
    on: 'table-and-indexes',
    usedBy: 'sweep',
    because:
      'finds groups that wait or changed, counts denials again, and reads the counts of a day',
  },
] as const satisfies readonly GrantedAction[];

/** Resources whose ARNs are made of others. */
type Derived = 'any' | 'principals' | 'table-and-indexes';

/** The ARN each resource of the stack has. */
export type GrantedArns = Readonly<Record<Exclude<GrantedResource, Derived>, string>>;

/** The roles and users of the account; a simulation takes no sessions. */
const PRINCIPALS = ['role', 'user'].map(
  (kind) => `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:${kind}/*`,
);

/** The role's policy: one statement for each resource. */
export function grantedPolicy(
  arns: GrantedArns,
  settings: Pick<ParsedSettings, 'simulate'>,
): PolicyDocument {
  const indexes = INDEX_NAMES.map((name) => `${arns.table}/index/${name}`);
  const arnsOf = {
    ...arns,
    any: '*',
    principals: PRINCIPALS,
    'table-and-indexes': [arns.table, ...indexes],
  };
  const granted: readonly GrantedAction[] = GRANTED_ACTIONS;
  const wanted = granted.filter(({ onlyWith }) => onlyWith === undefined || settings[onlyWith]);
  const resources = [...new Set(wanted.map(({ on }) => on))];
  return new PolicyDocument({
    statements: resources.map(
      (resource) =>
        new PolicyStatement({
          actions: wanted.filter(({ on }) => on === resource).map(({ action }) => action),
          resources: [arnsOf[resource]].flat(),
        }),
    ),
  });
}
