// Each way in which the chain breaks: what it does to the account, and how the doctor catches it.
import {
  arn,
  BOOK,
  BUS,
  BUS_POLICY,
  deadUrl,
  forwarder,
  MEMBER,
  queuePolicy,
  READER_ROLE,
  slackChannel,
  type State,
  teamsChannel,
  trail,
  TRUST,
} from './state';

/** One broken account. */
interface BrokenAccount {
  readonly title: string;
  /** Whether it is a member account, and not the one of the home stack. */
  readonly isMember?: true;
  readonly check: string;
  readonly status: 'warning' | 'failed';
  readonly found: RegExp;
  readonly breaks: (state: State) => void;
  /**
   * What the printed commands do.
   *
   * - `mend`: sent one after the other, they make the check pass
   * - `look`: it shows more, and changes nothing
   * - `none`: no command of AWS mends it
   */
  readonly command: 'mend' | 'look' | 'none';
}

const READ_ONLY = [{ ReadWriteType: 'ReadOnly', IncludeManagementEvents: true }];
const DATA_ONLY = [{ ReadWriteType: 'All', IncludeManagementEvents: false }];
const fields = (...all: object[]) => [{ FieldSelectors: all }];
const MANAGEMENT = { Field: 'eventCategory', Equals: ['Management'] };
const ORGANIZATION = 'arn:aws:cloudtrail:us-east-1:444455556666:trail/org';

const queueOf = (state: State, url: string = BOOK.queueUrl) => state.queues.get(url) ?? {};

function withStatement(statement: object): string {
  const policy = JSON.parse(queuePolicy('Queue')) as { Statement: object[] };
  return JSON.stringify({ ...policy, Statement: [...policy.Statement, statement] });
}

const DENY = { Sid: 'Own', Effect: 'Deny', Principal: '*', Action: 'SQS:*', Resource: '*' };

function pattern(change: (detail: Record<string, unknown>) => void) {
  return (state: State) => {
    const whole = JSON.parse(state.rule?.['EventPattern'] ?? '') as {
      detail: Record<string, unknown>;
    };
    change(whole.detail);
    Object.assign(state.rule ?? {}, { EventPattern: JSON.stringify(whole) });
  };
}

const TRAILS: readonly BrokenAccount[] = [
  {
    title: 'no trail covers the Region',
    check: 'trail',
    status: 'failed',
    found: /^No trail covers this Region/,
    breaks: (state) =>
      void (state.trails = [trail({ HomeRegion: 'us-east-1', IsMultiRegionTrail: false })]),
    command: 'mend',
  },
  {
    title: 'the only trail does not log',
    check: 'trail',
    status: 'failed',
    found: /^Trail management covers this Region, and its logging is off\.$/,
    breaks: (state) => void (state.trails = [trail({ isLogging: false })]),
    command: 'mend',
  },
  {
    title: 'the trail of another Region does not log',
    check: 'trail',
    status: 'failed',
    found: /logging is off/,
    breaks: (state) => void (state.trails = [trail({ HomeRegion: 'us-east-1', isLogging: false })]),
    command: 'mend',
  },
  {
    title: 'the trail logs only what reads, and does not log',
    check: 'trail',
    status: 'failed',
    found: /logging is off/,
    breaks: (state) => void (state.trails = [trail({ isLogging: false, basic: READ_ONLY })]),
    command: 'mend',
  },
  {
    title: 'each trail logs only what reads',
    check: 'trail',
    status: 'failed',
    found: /logs no write management events/,
    breaks: (state) =>
      void (state.trails = [
        trail({ basic: READ_ONLY }),
        trail({ Name: 'data', basic: DATA_ONLY }),
      ]),
    command: 'mend',
  },
  {
    title: 'the trail has advanced selectors for what reads',
    check: 'trail',
    status: 'failed',
    found: /logs no write management events/,
    breaks: (state) =>
      void (state.trails = [
        trail({ basic: [], advanced: fields(MANAGEMENT, { Field: 'readOnly', Equals: ['true'] }) }),
      ]),
    command: 'mend',
  },
  {
    title: 'the trail has advanced selectors for data events alone',
    check: 'trail',
    status: 'failed',
    found: /logs no write management events/,
    breaks: (state) =>
      void (state.trails = [
        trail({ basic: [], advanced: fields({ Field: 'eventCategory', Equals: ['Data'] }) }),
      ]),
    command: 'mend',
  },
  {
    title: 'the trail leaves out some principals',
    check: 'trail',
    status: 'warning',
    found: /under conditions that might leave launches out/,
    breaks: (state) =>
      void (state.trails = [
        trail({
          basic: [],
          advanced: fields(MANAGEMENT, {
            Field: 'userIdentity.arn',
            NotStartsWith: ['arn:aws:sts'],
          }),
        }),
      ]),
    command: 'look',
  },
  {
    title: 'five selectors leave no room for one more',
    check: 'trail',
    status: 'failed',
    found: /logs no write management events/,
    breaks: (state) =>
      void (state.trails = [trail({ basic: Array.from({ length: 5 }, () => READ_ONLY[0] ?? {}) })]),
    command: 'none',
  },
  {
    title: 'the trail of the organization does not log',
    check: 'trail',
    status: 'failed',
    found: /^Trail arn:aws:cloudtrail:us-east-1:444455556666:trail\/org of the organization covers/,
    breaks: (state) =>
      void (state.trails = [
        trail({ TrailARN: ORGANIZATION, HomeRegion: 'us-east-1', isLogging: false }),
      ]),
    command: 'none',
  },
  {
    title: 'the trail of the organization logs only what reads',
    check: 'trail',
    status: 'failed',
    found: /of the organization covers this Region and logs no write/,
    breaks: (state) =>
      void (state.trails = [
        trail({ TrailARN: ORGANIZATION, HomeRegion: 'us-east-1', basic: READ_ONLY }),
      ]),
    command: 'none',
  },
];

const RULES: readonly BrokenAccount[] = [
  {
    title: 'the stack is not there',
    check: 'stack',
    status: 'failed',
    found: /^There is no stack LaunchDenied of Launch Denied in eu-west-1/,
    breaks: (state) => void (state.book = null),
    command: 'none',
  },
  {
    title: 'the list of the stack has no table',
    check: 'stack',
    status: 'failed',
    found: /cannot be read: at tableName/,
    breaks: (state) => void (state.book = { version: '0.1.0' }),
    command: 'none',
  },
  {
    title: 'the rule is deleted',
    check: 'rule',
    status: 'failed',
    found: /does not exist any more/,
    breaks: (state) => void (state.rule = null),
    command: 'none',
  },
  {
    title: 'the rule is disabled',
    check: 'rule',
    status: 'failed',
    found: /^Rule Rule is disabled/,
    breaks: (state) => void Object.assign(state.rule ?? {}, { State: 'DISABLED' }),
    command: 'mend',
  },
  {
    title: 'the pattern lacks an error code',
    check: 'rule',
    status: 'failed',
    found: /detail\.errorCode lacks AccessDenied, AccessDeniedException/,
    breaks: pattern((detail) => {
      detail['errorCode'] = ['Client.UnauthorizedOperation', 'UnauthorizedOperation'];
    }),
    command: 'mend',
  },
  {
    title: 'the pattern looks at a Region, and names no operation that is known',
    check: 'rule',
    status: 'failed',
    found:
      /detail\.eventName lacks RunInstances, .* has Launch too; it looks at detail\.awsRegion too/,
    breaks: pattern((detail) => Object.assign(detail, { eventName: ['Launch'], awsRegion: ['x'] })),
    command: 'mend',
  },
  {
    title: 'the rule sends nowhere',
    check: 'target',
    status: 'failed',
    found: /does not send to the queue/,
    breaks: (state) => void (state.targets = [{ Id: 'Other', Arn: arn('sqs', 'Other') }]),
    command: 'mend',
  },
  {
    title: 'the target keeps nothing that cannot be delivered',
    check: 'target',
    status: 'warning',
    found: /what it cannot deliver is lost/,
    breaks: (state) => void (state.targets = [{ Id: 'T', Arn: arn('sqs', 'Queue') }]),
    command: 'mend',
  },
  {
    title: 'the target takes the event apart',
    check: 'target',
    status: 'failed',
    found: /changes events/,
    breaks: (state) => void Object.assign(state.targets[0] ?? {}, { InputPath: '$.detail' }),
    command: 'mend',
  },
];

const QUEUES: readonly BrokenAccount[] = [
  {
    title: 'the queue is deleted',
    check: 'queue-policy',
    status: 'failed',
    found: /^The queue does not exist any more/,
    breaks: ({ queues }) => void queues.delete(BOOK.queueUrl),
    command: 'none',
  },
  {
    title: 'the policy of the queue was replaced',
    check: 'queue-policy',
    status: 'failed',
    found: /does not let EventBridge write/,
    breaks: (state) => void (queueOf(state)['Policy'] = queuePolicy('Other')),
    command: 'mend',
  },
  {
    title: 'the queue has no policy',
    check: 'queue-policy',
    status: 'failed',
    found: /does not let EventBridge write/,
    breaks: (state) => void delete queueOf(state)['Policy'],
    command: 'mend',
  },
  {
    title: 'the policy names another rule',
    check: 'queue-policy',
    status: 'failed',
    found: /does not let EventBridge write/,
    breaks: (state) =>
      void (queueOf(state)['Policy'] = queuePolicy('Queue').replace('rule/Rule', 'rule/Old')),
    command: 'mend',
  },
  {
    title: 'a guardrail denies what is not of an organization',
    check: 'queue-policy',
    status: 'warning',
    found: /"Own" .* might deny/,
    breaks: (state) => {
      const Condition = { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } };
      queueOf(state)['Policy'] = withStatement({ ...DENY, Condition });
    },
    command: 'none',
  },
  {
    title: 'a statement denies all',
    check: 'queue-policy',
    status: 'failed',
    found: /"Own" .* denies what EventBridge sends/,
    breaks: (state) => void (queueOf(state)['Policy'] = withStatement(DENY)),
    command: 'none',
  },
  {
    title: 'the policy is not JSON',
    check: 'queue-policy',
    status: 'warning',
    found: /form that the doctor does not read/,
    breaks: (state) => void (queueOf(state)['Policy'] = '{"Statement":[{"Effect":"Perhaps"}]}'),
    command: 'none',
  },
  {
    title: 'the policy of the dead-letter queue was replaced',
    check: 'dead-letter-policy',
    status: 'failed',
    found: /does not let EventBridge write/,
    breaks: (state) => void delete queueOf(state, BOOK.ruleDeadLetterQueueUrl)['Policy'],
    command: 'mend',
  },
  {
    title: 'the queue is under the key of AWS',
    check: 'queue-encryption',
    status: 'failed',
    found: /alias\/aws\/sqs, which EventBridge cannot use/,
    breaks: (state) => void (queueOf(state)['KmsMasterKeyId'] = 'alias/aws/sqs'),
    command: 'mend',
  },
  {
    title: 'the queue is under a key of its own',
    check: 'queue-encryption',
    status: 'warning',
    found: /alias\/ours, and the doctor does not read its policy/,
    breaks: (state) => void (queueOf(state)['KmsMasterKeyId'] = 'alias/ours'),
    command: 'mend',
  },
  {
    title: 'EventBridge could not deliver',
    check: 'undelivered',
    status: 'failed',
    found: /^1 denial waits that EventBridge could not deliver/,
    breaks: (state) =>
      void (queueOf(state, BOOK.ruleDeadLetterQueueUrl)['ApproximateNumberOfMessages'] = '1'),
    command: 'mend',
  },
  {
    title: 'the queue is full',
    check: 'backlog',
    status: 'warning',
    found: /^1,200 denials wait in the queue, and 0 are being worked on\.$/,
    breaks: (state) => void (queueOf(state)['ApproximateNumberOfMessages'] = '1200'),
    command: 'none',
  },
  {
    title: 'the function gave denials up',
    check: 'dead-letters',
    status: 'failed',
    found: /^3 denials wait that the function could not work on/,
    breaks: (state) =>
      void (queueOf(state, BOOK.deadLetterQueueUrl)['ApproximateNumberOfMessages'] = '3'),
    command: 'mend',
  },
];

const line = (fieldsOf: object) => JSON.stringify({ level: 'ERROR', ...fieldsOf });

const FUNCTIONS: readonly BrokenAccount[] = [
  {
    title: 'the function is deleted',
    check: 'function',
    status: 'failed',
    found: /does not exist any more/,
    breaks: ({ functions }) => void functions.delete('Explain'),
    command: 'none',
  },
  {
    title: 'the function failed',
    check: 'function',
    status: 'failed',
    found: /^Function Explain is failed: The image is gone\.$/,
    breaks: ({ functions }) =>
      void Object.assign(functions.get('Explain') ?? {}, {
        State: 'Failed',
        StateReason: 'The image is gone.',
      }),
    command: 'look',
  },
  {
    title: 'the sweep is being made',
    check: 'sweep-function',
    status: 'warning',
    found: /^Function Sweep is pending\.$/,
    breaks: ({ functions }) =>
      void Object.assign(functions.get('Sweep') ?? {}, { State: 'Pending' }),
    command: 'look',
  },
  {
    title: 'the update of the function failed',
    check: 'function',
    status: 'failed',
    found: /^The latest update of function Explain failed: KMS\.$/,
    breaks: ({ functions }) =>
      void Object.assign(functions.get('Explain') ?? {}, {
        LastUpdateStatus: 'Failed',
        LastUpdateStatusReason: 'KMS',
      }),
    command: 'look',
  },
  {
    title: 'the event source mapping is off',
    check: 'event-source',
    status: 'failed',
    found: /the event source mapping is disabled/,
    breaks: ({ mappings }) => void Object.assign(mappings[0] ?? {}, { State: 'Disabled' }),
    command: 'mend',
  },
  {
    title: 'the event source mapping is deleted',
    check: 'event-source',
    status: 'failed',
    found: /there is no event source mapping/,
    breaks: (state) => void (state.mappings = []),
    command: 'mend',
  },
  {
    title: 'Lambda may not read the queue',
    check: 'event-source',
    status: 'failed',
    found: /^Lambda cannot read the queue: PROBLEM: Function call failed\.$/,
    breaks: ({ mappings }) =>
      void Object.assign(mappings[0] ?? {}, {
        LastProcessingResult: 'PROBLEM: Function call failed',
      }),
    command: 'none',
  },
  {
    title: 'the function logged errors',
    check: 'errors',
    status: 'warning',
    found:
      /^Function Explain logged 3 errors in the last 24 hours, the last one: item failed: no table\.$/,
    breaks: ({ logs }) =>
      void logs.set('ExplainLogs', [
        '{}',
        line({ message: 'other' }),
        line({ message: 'item failed', error: { message: 'no table.' } }),
      ]),
    command: 'look',
  },
  {
    title: 'the sweep took too long',
    check: 'sweep-errors',
    status: 'warning',
    found: /logged 1 error .* the last one: timeout\.$/,
    breaks: ({ logs }) =>
      void logs.set('SweepLogs', [
        JSON.stringify({ type: 'platform.report', record: { status: 'timeout' } }),
      ]),
    command: 'look',
  },
  {
    title: 'the log group is deleted',
    check: 'errors',
    status: 'failed',
    found: /log group of the stack does not exist/,
    breaks: ({ logs }) => void logs.delete('ExplainLogs'),
    command: 'none',
  },
  {
    title: 'the function may not decode',
    check: 'decode',
    status: 'failed',
    found: /^Function Explain may not use sts:DecodeAuthorizationMessage\.$/,
    breaks: ({ rights }) =>
      void rights.get('ExplainRole')?.delete('sts:DecodeAuthorizationMessage'),
    command: 'mend',
  },
  {
    title: 'the sweep may not simulate',
    check: 'sweep-simulate',
    status: 'failed',
    found: /^Function Sweep may not use iam:SimulatePrincipalPolicy\.$/,
    breaks: ({ rights }) => void rights.get('SweepRole')?.delete('iam:SimulatePrincipalPolicy'),
    command: 'mend',
  },
  {
    title: 'the reader, a role, may not decode',
    check: 'reader-decode',
    status: 'warning',
    found: /^arn:aws:sts::111122223333:assumed-role\/oncall\/me may not use sts:DecodeAuth/,
    breaks: ({ rights }) => void rights.delete('oncall'),
    command: 'mend',
  },
  {
    title: 'the reader, a user, may not decode',
    check: 'reader-decode',
    status: 'warning',
    found: /user\/anna may not use/,
    breaks: (state) => void (state.caller = 'arn:aws:iam::111122223333:user/anna'),
    command: 'mend',
  },
  {
    title: 'the reader, of IAM Identity Center, may not decode',
    check: 'reader-decode',
    status: 'warning',
    found: /may not use/,
    breaks: (state) =>
      void (state.caller = 'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Dev_0a1b/anna'),
    command: 'none',
  },
];

const RECEIVERS: readonly BrokenAccount[] = [
  {
    title: 'an address did not confirm',
    check: 'subscriptions',
    status: 'failed',
    found:
      /^cleo@example\.com \(email\) did not confirm its subscription and receives no alerts\.$/,
    breaks: ({ subscriptions }) =>
      void Object.assign(subscriptions[2] ?? {}, { SubscriptionArn: 'PendingConfirmation' }),
    command: 'mend',
  },
  {
    title: 'an address ended its subscription',
    check: 'subscriptions',
    status: 'failed',
    found: /^anna@example\.com \(email\) ended its subscription/,
    breaks: ({ subscriptions }) =>
      void Object.assign(subscriptions[0] ?? {}, { SubscriptionArn: 'Deleted' }),
    command: 'mend',
  },
  {
    title: 'nobody is subscribed',
    check: 'subscriptions',
    status: 'warning',
    found: /^Nobody receives the alerts\.$/,
    breaks: (state) => void (state.subscriptions = []),
    command: 'mend',
  },
  {
    title: 'no channel receives the alerts, and Slack could',
    check: 'chat',
    status: 'failed',
    found: /^No chat channel receives the alerts\.$/,
    breaks: (state) => void (state.slack = [slackChannel({ SnsTopicArns: [arn('sns', 'Other')] })]),
    command: 'mend',
  },
  {
    title: 'no channel receives the alerts, and Teams could',
    check: 'chat',
    status: 'failed',
    found: /^No chat channel receives the alerts\.$/,
    breaks: (state) =>
      void Object.assign(state, { slack: [], teams: [teamsChannel({ SnsTopicArns: [] })] }),
    command: 'mend',
  },
  {
    title: 'there is no channel',
    check: 'chat',
    status: 'failed',
    found: /^No chat channel receives the alerts\.$/,
    breaks: (state) => void (state.slack = []),
    command: 'none',
  },
  {
    title: 'the channel is disabled',
    check: 'chat',
    status: 'failed',
    found: /^Slack channel oncall is disabled/,
    breaks: (state) => void (state.slack = [slackChannel({ State: 'DISABLED' })]),
    command: 'none',
  },
  {
    title: 'the guardrail of the channel is the default',
    check: 'chat-guardrail',
    status: 'warning',
    found: /^The guardrail of Slack channel oncall is AdministratorAccess/,
    breaks: (state) => void (state.slack = [slackChannel({ GuardrailPolicyArns: [] })]),
    command: 'mend',
  },
  {
    title: 'the guardrail of a channel of Teams allows changes',
    check: 'chat-guardrail',
    status: 'warning',
    found: /^The guardrail of Microsoft Teams channel oncall is Ours/,
    breaks: (state) =>
      void (state.teams = [
        teamsChannel({
          GuardrailPolicyArns: [
            'arn:aws:iam::aws:policy/ReadOnlyAccess',
            'arn:aws:iam::111122223333:policy/Ours',
          ],
        }),
      ]),
    command: 'mend',
  },
  {
    title: 'an older version is deployed',
    check: 'version',
    status: 'warning',
    found: /^Version 0\.0\.9 is deployed, and 0\.1\.0 runs here\.$/,
    breaks: (state) => void (state.book = { ...BOOK, version: '0.0.9' }),
    command: 'none',
  },
];

const SINGLE = { IsMultiRegionTrail: false };

/** The forwarder of a Region, to be changed. */
const forwarderOf = ({ forwarders }: State, region = 'us-east-1') =>
  forwarders.get(region) ?? forwarder(region);
const targetOf = (state: State) => forwarderOf(state).targets[0] ?? {};

function forwarderPattern(operations: readonly string[], origin: object = {}) {
  return (state: State) => {
    const { rule } = forwarderOf(state);
    const whole = JSON.parse(rule['EventPattern'] ?? '') as { detail: object };
    const detail = { ...whole.detail, eventName: operations };
    rule['EventPattern'] = JSON.stringify({ ...whole, ...origin, detail });
  };
}

const REGIONS: readonly BrokenAccount[] = [
  {
    title: 'Regions are enabled that the settings do not list',
    check: 'regions',
    status: 'warning',
    found:
      /^2 enabled Regions are not covered: eu-north-1 and us-west-2\. Denied launches there are not seen\.$/,
    breaks: ({ regions }) => void regions.push('us-west-2', 'eu-north-1'),
    command: 'none',
  },
  {
    title: 'the settings list nothing, and a Region has no forwarder',
    check: 'regions',
    status: 'warning',
    found: /^1 enabled Region is not covered: us-east-1\./,
    breaks: (state) => {
      state.book = { ...BOOK, regions: [] };
      state.forwarders.delete('us-east-1');
    },
    command: 'none',
  },
  {
    title: 'the settings list a Region that is not enabled',
    check: 'regions',
    status: 'warning',
    found: /^The settings list me-south-1, which is not enabled in this account/,
    breaks: (state) => void (state.book = { ...BOOK, regions: [...BOOK.regions, 'me-south-1'] }),
    command: 'none',
  },
  {
    title: 'the settings list a Region of another partition',
    check: 'regions',
    status: 'warning',
    found: /^The settings list cn-north-1, which lies in another partition/,
    breaks: (state) => void (state.book = { ...BOOK, regions: [...BOOK.regions, 'cn-north-1'] }),
    command: 'none',
  },
  {
    title: 'the home rule does not let a listed Region through',
    check: 'rule',
    status: 'failed',
    found: /not the one of this version: region lacks us-east-1\.$/,
    breaks: (state) => {
      const whole = JSON.parse(state.rule?.['EventPattern'] ?? '') as object;
      const region = ['eu-west-1', 'ap-south-1'];
      Object.assign(state.rule ?? {}, { EventPattern: JSON.stringify({ ...whole, region }) });
    },
    command: 'mend',
  },
  {
    title: 'listed Regions have no forwarder',
    check: 'forwarders',
    status: 'failed',
    found:
      /^The settings list ap-south-1 and us-east-1, and there is no forwarder, so no denied launch there is seen\.$/,
    breaks: ({ forwarders }) => forwarders.clear(),
    command: 'none',
  },
  {
    title: 'a Region was taken out and kept its forwarder',
    check: 'forwarders',
    status: 'warning',
    found: /^The settings do not list us-east-1, and its forwarder is left over/,
    breaks: (state) => void (state.book = { ...BOOK, regions: ['ap-south-1'] }),
    command: 'mend',
  },
  {
    title: 'a forwarder is disabled',
    check: 'forwarders',
    status: 'failed',
    found:
      /^Rule LaunchDenied-forwarder in us-east-1 is disabled, so no denied launch there reaches eu-west-1\.$/,
    breaks: (state) => void (forwarderOf(state).rule['State'] = 'DISABLED'),
    command: 'mend',
  },
  {
    title: 'a forwarder does not know an operation of the home rule',
    check: 'forwarders',
    status: 'failed',
    found:
      /^The pattern of rule LaunchDenied-forwarder in us-east-1 is not the one of the home rule: detail\.eventName lacks CreateFleet\.$/,
    breaks: forwarderPattern(['RunInstances']),
    command: 'mend',
  },
  {
    title: 'a forwarder of an older version does not know an operation of the home rule',
    check: 'forwarders',
    status: 'failed',
    found: /us-east-1 is not the one of the home rule: detail\.eventName lacks CreateFleet\.$/,
    breaks: forwarderPattern(['RunInstances'], { account: undefined, region: undefined }),
    command: 'mend',
  },
  {
    title: 'a forwarder takes events of another account and Region',
    check: 'forwarders',
    status: 'failed',
    found:
      /: account lacks 111122223333; account has 999900001111 too; region lacks us-east-1; region has us-west-2 too\.$/,
    breaks: forwarderPattern(['RunInstances', 'CreateFleet'], {
      account: ['999900001111'],
      region: ['us-west-2'],
    }),
    command: 'mend',
  },
  {
    title: 'a forwarder sends nowhere',
    check: 'forwarders',
    status: 'failed',
    found: /us-east-1 sends nowhere, so no denied launch there reaches eu-west-1\.$/,
    breaks: (state) => void (forwarderOf(state).targets = []),
    command: 'none',
  },
  {
    title: 'a forwarder sends to another event bus',
    check: 'forwarders',
    status: 'failed',
    found:
      /us-east-1 sends to arn:aws:events:eu-central-1:111122223333:event-bus\/default, and not to the event bus of the home stack\.$/,
    breaks: (state) => void (targetOf(state)['Arn'] = BUS.replace('eu-west-1', 'eu-central-1')),
    command: 'mend',
  },
  {
    title: 'a forwarder takes events apart',
    check: 'forwarders',
    status: 'failed',
    found: /us-east-1 changes events before it sends them/,
    breaks: (state) => void (targetOf(state)['InputPath'] = '$.detail'),
    command: 'mend',
  },
  {
    title: 'a forwarder has no role',
    check: 'forwarders',
    status: 'failed',
    found: /us-east-1 has no role for its target/,
    breaks: (state) => void delete targetOf(state)['RoleArn'],
    command: 'none',
  },
  {
    title: 'a forwarder keeps nothing that cannot be delivered',
    check: 'forwarders',
    status: 'warning',
    found: /us-east-1 sends to eu-west-1, and what cannot be delivered is lost\.$/,
    breaks: (state) => void delete targetOf(state)['DeadLetterConfig'],
    command: 'none',
  },
  {
    title: 'EventBridge could not deliver from another Region',
    check: 'forwarder-undelivered',
    status: 'failed',
    found: /^2 denials wait in us-east-1 that EventBridge could not deliver to eu-west-1/,
    breaks: (state) =>
      void (queueOf(state, deadUrl('us-east-1'))['ApproximateNumberOfMessages'] = '2'),
    command: 'mend',
  },
  {
    title: 'the dead-letter queue of a forwarder is deleted',
    check: 'forwarder-undelivered',
    status: 'failed',
    found: /^The dead-letter queue of the forwarder in us-east-1 does not exist any more\.$/,
    breaks: ({ queues }) => void queues.delete(deadUrl('us-east-1')),
    command: 'none',
  },
  {
    title: 'no trail covers Regions with forwarders, and one could',
    check: 'forwarder-trails',
    status: 'failed',
    found:
      /^No trail covers ap-south-1 and us-east-1, so no denied launch there reaches EventBridge\.$/,
    breaks: (state) => void (state.trails = [trail(SINGLE)]),
    command: 'mend',
  },
  {
    title: 'no trail covers a Region with a forwarder, and that of another could',
    check: 'forwarder-trails',
    status: 'failed',
    found: /^No trail covers ap-south-1, so no denied launch there/,
    breaks: (state) => void (state.trails = [trail({ ...SINGLE, HomeRegion: 'us-east-1' })]),
    command: 'mend',
  },
  {
    title: 'no trail covers Regions with forwarders, and there is none',
    check: 'forwarder-trails',
    status: 'failed',
    found: /^No trail covers ap-south-1 and us-east-1, so no denied launch reaches EventBridge\.$/,
    breaks: (state) => void (state.trails = [trail({ ...SINGLE, isLogging: false })]),
    command: 'mend',
  },
  {
    title: 'the trail of all Regions does not log',
    check: 'forwarder-trails',
    status: 'failed',
    found: /^Trail management covers ap-south-1 and us-east-1, and its logging is off\.$/,
    breaks: (state) => void (state.trails = [trail({ isLogging: false })]),
    command: 'mend',
  },
];

function busPolicy(change: (statement: Record<string, unknown>) => object | null) {
  return (state: State) => {
    const Statement = BUS_POLICY.Statement.map((each) => change({ ...each }));
    const kept = Statement.filter((each) => each !== null);
    state.busPolicy = JSON.stringify({ Version: '2012-10-17', Statement: kept });
  };
}

/** Adds an Allow of somebody’s own. */
function busAlso(own: object) {
  return (state: State) => {
    const [ours] = BUS_POLICY.Statement;
    const { Condition: _none, ...also } = { ...ours, Sid: 'Own', ...own };
    const Statement = [ours, 'Condition' in own ? { ...also, Condition: own.Condition } : also];
    state.busPolicy = JSON.stringify({ Version: '2012-10-17', Statement });
  };
}

const root = (account: string) => ({ AWS: `arn:aws:iam::${account}:root` });

const HUB: readonly BrokenAccount[] = [
  {
    title: 'the event bus has no policy',
    check: 'bus-policy',
    status: 'failed',
    found:
      /^The policy of the event bus does not let organization o-a1b2c3d4e5 send, so denials from there are refused\.$/,
    breaks: (state) => void (state.busPolicy = null),
    command: 'mend',
  },
  {
    title: 'the event bus lets the organization send something else',
    check: 'bus-policy',
    status: 'failed',
    found: /does not let organization o-a1b2c3d4e5 send/,
    breaks: busPolicy((each) => ({
      ...each,
      Condition: { StringEquals: { 'events:detail-type': 'Order' } },
    })),
    command: 'mend',
  },
  {
    title: 'the event bus lets one of two accounts send',
    check: 'bus-policy',
    status: 'failed',
    found: /does not let account 777788889999 send/,
    breaks: (state) => {
      const accounts = [MEMBER, '777788889999'];
      state.book = { ...BOOK, organization: undefined, accounts };
      const Principal = { AWS: `arn:aws:iam::${MEMBER}:root` };
      busPolicy((each) => ({ ...each, Principal, Condition: {} }))(state);
    },
    command: 'mend',
  },
  {
    title: 'a statement of the event bus denies all',
    check: 'bus-policy',
    status: 'failed',
    found: /^Statement "Own" in the policy of the event bus denies what members send\.$/,
    breaks: busPolicy((each) => ({ ...each, Sid: 'Own', Effect: 'Deny', Condition: {} })),
    command: 'none',
  },
  {
    title: 'a statement of the event bus denies some',
    check: 'bus-policy',
    status: 'warning',
    found: /^Statement "Own" in the policy of the event bus might deny/,
    breaks: (state) => {
      const Condition = { StringNotEquals: { 'aws:PrincipalTag/team': 'a' } };
      const [allow] = BUS_POLICY.Statement;
      const deny = { ...allow, Sid: 'Own', Effect: 'Deny', Condition };
      state.busPolicy = JSON.stringify({ Statement: [allow, deny] });
    },
    command: 'none',
  },
  {
    title: 'the event bus lets everybody send',
    check: 'bus-policy',
    status: 'warning',
    found:
      /^Statement "LaunchDenied-members" in the policy of the event bus lets every account of AWS send/,
    breaks: busPolicy(({ Condition: _none, ...each }) => each),
    command: 'none',
  },
  {
    title: 'the event bus lets an account send that is no member',
    check: 'bus-policy',
    status: 'warning',
    found:
      /^Statement "Own" in the policy of the event bus lets arn:aws:iam::999900001111:root send events that look like denials, and the settings name organization o-a1b2c3d4e5 alone\.$/,
    breaks: busAlso({ Principal: root('999900001111') }),
    command: 'none',
  },
  {
    title: 'the event bus lets another organization send too',
    check: 'bus-policy',
    status: 'warning',
    found: /^Statement "Own" in the policy of the event bus lets o-zzzzzzzzzz send/,
    breaks: busAlso({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-zzzzzzzzzz' } } }),
    command: 'none',
  },
  {
    title: 'the event bus lets everybody send under a condition that is not read',
    check: 'bus-policy',
    status: 'warning',
    found: /^Statement "Own" in the policy of the event bus might let every account of AWS send/,
    breaks: busAlso({ Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } } }),
    command: 'none',
  },
  {
    title: 'the policy of the event bus is not JSON',
    check: 'bus-policy',
    status: 'warning',
    found: /form that the doctor does not read/,
    breaks: (state) => void (state.busPolicy = '{'),
    command: 'none',
  },
  {
    title: 'an account of the organization has no reader role',
    check: 'accounts',
    status: 'warning',
    found:
      /^In 1 account of 2 the sweep function may not assume role LaunchDenied-reader, so encoded messages are not decoded there: payments \(444455556666\)\.$/,
    breaks: ({ readers }) => void readers.set(MEMBER, 'refused'),
    command: 'none',
  },
  {
    title: 'accounts of the settings have no reader role',
    check: 'accounts',
    status: 'failed',
    found:
      /^In 2 accounts the sweep function may not assume role .*: 444455556666 and 999900001111\.$/,
    breaks: (state) => {
      state.book = { ...BOOK, organization: undefined, accounts: [MEMBER, '999900001111'] };
      state.readers.delete(MEMBER);
    },
    command: 'none',
  },
];

function trust(change: (statement: Record<string, unknown>) => object) {
  return (state: State) => {
    const Statement = TRUST.Statement.map((each) => change({ ...each }));
    state.trust = JSON.stringify({ Version: '2012-10-17', Statement });
  };
}

/** Adds a statement of somebody’s own. */
function trustAlso(own: object) {
  return (state: State) => {
    const also = { Sid: 'Own', Effect: 'Allow', Action: 'sts:AssumeRole', ...own };
    state.trust = JSON.stringify({ ...TRUST, Statement: [...TRUST.Statement, also] });
  };
}

const MEMBERS: readonly BrokenAccount[] = [
  {
    title: 'the credentials are those of the home account',
    check: 'member',
    status: 'failed',
    found: /^These credentials are of account 111122223333, in which the home stack itself lies\.$/,
    breaks: (state) => void (state.caller = 'arn:aws:iam::111122223333:user/anna'),
    command: 'none',
  },
  {
    title: 'a Region of the member has no forwarder',
    check: 'regions',
    status: 'warning',
    found: /^1 enabled Region is not covered: us-east-1\. Denied launches there are not seen\.$/,
    breaks: ({ forwarders }) => void forwarders.delete('us-east-1'),
    command: 'none',
  },
  {
    title: 'the member has no forwarder',
    check: 'forwarders',
    status: 'failed',
    found: /^No enabled Region of account 444455556666 has a forwarder/,
    breaks: ({ forwarders }) => forwarders.clear(),
    command: 'none',
  },
  {
    title: 'the pattern of a forwarder of the member is that of no version',
    check: 'forwarders',
    status: 'failed',
    found: /us-east-1 is not the one of this version: detail\.eventName lacks .* has Launch too\.$/,
    breaks: forwarderPattern(['Launch']),
    command: 'mend',
  },
  {
    title: 'a forwarder of the member sends to another account',
    check: 'forwarders',
    status: 'failed',
    found: /us-east-1 sends to arn:aws:events:eu-west-1:999900001111:event-bus\/default, and not/,
    breaks: (state) => void (targetOf(state)['Arn'] = BUS.replace('111122223333', '999900001111')),
    command: 'mend',
  },
  {
    title: 'EventBridge could not deliver from the member',
    check: 'forwarder-undelivered',
    status: 'failed',
    found: /^1 denial waits in eu-west-1 that EventBridge could not deliver to eu-west-1/,
    breaks: (state) =>
      void (queueOf(state, deadUrl('eu-west-1', MEMBER))['ApproximateNumberOfMessages'] = '1'),
    command: 'mend',
  },
  {
    title: 'no trail of the member covers another Region',
    check: 'forwarder-trails',
    status: 'failed',
    found: /^No trail covers ap-south-1 and us-east-1, so/,
    breaks: ({ trails }) => void Object.assign(trails[0] ?? {}, SINGLE),
    command: 'mend',
  },
  {
    title: 'the reader role is not there',
    check: 'reader-role',
    status: 'failed',
    found: /^This account has no role LaunchDenied-reader, so the hub cannot decode messages here/,
    breaks: (state) => void (state.trust = null),
    command: 'none',
  },
  {
    title: 'the reader role trusts another account',
    check: 'reader-role',
    status: 'failed',
    found: /does not let the functions of account 111122223333 assume it\.$/,
    breaks: trust((each) => ({ ...each, Principal: root('999900001111') })),
    command: 'none',
  },
  {
    title: 'the reader role trusts functions of another account',
    check: 'reader-role',
    status: 'failed',
    found: /does not let the functions of account 111122223333 assume it\.$/,
    breaks: trust((each) => ({
      ...each,
      Principal: '*',
      Condition: { ArnLike: { 'AWS:PrincipalArn': 'arn:aws:iam::999900001111:role/*' } },
    })),
    command: 'none',
  },
  {
    title: 'the reader role trusts all of the home account',
    check: 'reader-role',
    status: 'warning',
    found: /names account 111122223333, and not which roles there may assume it\.$/,
    breaks: trust(({ Condition: _none, ...each }) => ({
      ...each,
      Principal: { AWS: '111122223333' },
    })),
    command: 'none',
  },
  {
    title: 'the reader role trusts somebody of another account too',
    check: 'reader-role',
    status: 'failed',
    found:
      /^The trust policy of role LaunchDenied-reader might let others than roles of account 111122223333 assume it: 999900001111\.$/,
    breaks: trustAlso({ Principal: { AWS: '999900001111' } }),
    command: 'none',
  },
  {
    title: 'the reader role trusts any role',
    check: 'reader-role',
    status: 'failed',
    found: /might let others than roles of account 111122223333 assume it: \*\.$/,
    breaks: trust((each) => ({
      ...each,
      Principal: '*',
      Condition: { StringLike: { 'aws:PrincipalArn': [...BOOK.functionRoleArns, '*'] } },
    })),
    command: 'none',
  },
  {
    title: 'the reader role trusts all but one',
    check: 'reader-role',
    status: 'failed',
    found: /might let others than roles of account 111122223333 assume it: \*\.$/,
    breaks: trust((each) => ({
      ...each,
      Principal: '*',
      Condition: { ArnNotEquals: { 'aws:PrincipalArn': BOOK.functionRoleArns } },
    })),
    command: 'none',
  },
  {
    title: 'the reader role denies everybody',
    check: 'reader-role',
    status: 'warning',
    found:
      /^Statement "Own" in the trust policy of role LaunchDenied-reader might deny the functions of the hub\.$/,
    breaks: trustAlso({ Effect: 'Deny', Principal: '*' }),
    command: 'none',
  },
  {
    title: 'the trust policy of the reader role is not read',
    check: 'reader-role',
    status: 'warning',
    found: /form that the doctor does not read/,
    breaks: (state) => void (state.trust = '[]'),
    command: 'none',
  },
  {
    title: 'the reader role may not decode',
    check: 'reader-role-decode',
    status: 'failed',
    found: /^Role LaunchDenied-reader may not use sts:DecodeAuthorizationMessage\.$/,
    breaks: ({ rights }) => rights.get(READER_ROLE)?.clear(),
    command: 'mend',
  },
];

/** All of them, in the order of the checks. */
export const BROKEN_ACCOUNTS: readonly BrokenAccount[] = [
  ...TRAILS,
  ...RULES,
  ...QUEUES,
  ...FUNCTIONS,
  ...RECEIVERS,
  ...REGIONS,
  ...HUB,
  ...MEMBERS.map((each) => ({ ...each, isMember: true as const })),
];
