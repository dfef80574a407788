// Everything the roles of the functions may do. Their policies are made from this table, nothing else.

/** What an action is granted on. */
export type GrantedResource =
  | 'any'
  | 'principals'
  | 'reader-roles'
  | 'table'
  | 'table-and-indexes'
  | 'topics'
  | 'event-bus'
  | 'queue'
  | 'log-group';

/** Who makes the request: the code of a function, or the Lambda service with the function's role. */
export type GrantedUser = 'handler' | 'sweep' | 'customWidget' | 'lambda';

/** One action that roles of functions may perform. */
export interface GrantedAction {
  readonly action: string;
  readonly on: GrantedResource;
  /** `lambda`: granted to each function that has the resource; only the handler has a queue. */
  readonly usedBy: readonly GrantedUser[];
  readonly because: string;
  /** The setting that has to be on. @default - granted in any case */
  readonly onlyWith?: 'simulate' | 'dashboardChanges';
}

/**
 * The granted actions, each with its use.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html
 */
export const GRANTED_ACTIONS = [
  {
    action: 'sts:DecodeAuthorizationMessage',
    on: 'any',
    usedBy: ['handler', 'sweep'],
    because: 'decodes encoded messages; the action has no resource types',
  },
  {
    action: 'iam:SimulatePrincipalPolicy',
    on: 'principals',
    usedBy: ['handler', 'sweep'],
    because: 'tries a suggested statement with the policies of the denied role or user',
    onlyWith: 'simulate',
  },
  {
    action: 'sts:AssumeRole',
    on: 'reader-roles',
    usedBy: ['handler', 'sweep'],
    because: 'decodes and simulates in the member account that denied a launch, where it is a hub',
  },
  {
    action: 'dynamodb:GetItem',
    on: 'table',
    usedBy: ['handler', 'sweep', 'customWidget'],
    because: 'reads a group, and the explanation of its launches of one shape',
  },
  {
    action: 'dynamodb:PutItem',
    on: 'table',
    usedBy: ['handler', 'sweep'],
    because: 'writes a group where nobody else came first, and an explanation',
  },
  {
    action: 'dynamodb:PutItem',
    on: 'table',
    usedBy: ['customWidget'],
    because: 'changes the state of a group as somebody asks for it on the dashboard',
    onlyWith: 'dashboardChanges',
  },
  {
    action: 'dynamodb:BatchWriteItem',
    on: 'table',
    usedBy: ['handler'],
    because: 'stores denials, each once',
  },
  {
    action: 'dynamodb:UpdateItem',
    on: 'table',
    usedBy: ['handler', 'sweep'],
    because: 'counts the denials of an hour and the alerts of a minute',
  },
  {
    action: 'dynamodb:BatchGetItem',
    on: 'table',
    usedBy: ['sweep', 'customWidget'],
    because: 'reads the groups that an index names',
  },
  {
    action: 'dynamodb:Query',
    on: 'table-and-indexes',
    usedBy: ['sweep', 'customWidget'],
    because:
      'finds groups that wait or changed, counts denials again, and reads the counts of a day',
  },
  {
    action: 'sns:Publish',
    on: 'topics',
    usedBy: ['handler', 'sweep'],
    because: 'publishes alerts, on each topic that this deployment has',
  },
  {
    action: 'events:PutEvents',
    on: 'event-bus',
    usedBy: ['handler', 'sweep'],
    because: 'tells other programs of alerts, under one source of its own',
  },
  {
    action: 'sqs:ReceiveMessage',
    on: 'queue',
    usedBy: ['lambda'],
    because: 'the event source mapping polls the queue',
  },
  {
    action: 'sqs:DeleteMessage',
    on: 'queue',
    usedBy: ['lambda'],
    because: 'the event source mapping deletes what the function finished',
  },
  {
    action: 'sqs:GetQueueAttributes',
    on: 'queue',
    usedBy: ['lambda'],
    because: 'the event source mapping reads the visibility timeout and the backlog',
  },
  {
    action: 'logs:CreateLogStream',
    on: 'log-group',
    usedBy: ['lambda'],
    because: 'each execution environment opens a log stream',
  },
  {
    action: 'logs:PutLogEvents',
    on: 'log-group',
    usedBy: ['lambda'],
    because: 'Lambda writes what the function prints',
  },
  {
    action: 'xray:PutTraceSegments',
    on: 'any',
    usedBy: ['lambda'],
    because: 'active tracing sends segments; the action has no resource types',
  },
  {
    action: 'xray:PutTelemetryRecords',
    on: 'any',
    usedBy: ['lambda'],
    because: 'active tracing reports its own state; the action has no resource types',
  },
] as const satisfies readonly GrantedAction[];
