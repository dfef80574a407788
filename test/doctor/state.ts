// What the stand-in account holds; tests change it, and so do commands.
import { patternFor } from '../../core/doctor/event-pattern';

export const REGION = 'eu-west-1';
const ACCOUNT = '111122223333';
const callerOf = (account: string) => `arn:aws:sts::${account}:assumed-role/oncall/me`;

/** A member account of the organization. */
export const MEMBER = '444455556666';
const ORGANIZATION = 'o-a1b2c3d4e5';

/** The rule of each forwarder. */
export const FORWARDER = 'LaunchDenied-forwarder';
export const READER_ROLE = 'LaunchDenied-reader';

/** The ARN of something in the account and Region. */
export const arn = (service: string, resource: string) =>
  `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;

const url = (name: string) => `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/${name}`;

const RULE_ARN = arn('events', 'rule/Rule');

/** The Regions of the settings beside that of the home stack. */
const FURTHER = ['ap-south-1', 'us-east-1'];

/** As `lib/address-book.ts` writes it. */
export const BOOK = {
  version: '0.1.0',
  ruleName: 'Rule',
  ruleDeadLetterQueueUrl: url('RuleDead'),
  queueUrl: url('Queue'),
  deadLetterQueueUrl: url('Dead'),
  functionName: 'Explain',
  sweepFunctionName: 'Sweep',
  tableName: 'Table',
  retentionDays: 90,
  alertsTopicArn: arn('sns', 'Alerts'),
  chatTopicArn: arn('sns', 'Chat'),
  forwarderRuleName: FORWARDER,
  regions: [REGION, ...FURTHER],
  readerRoleName: READER_ROLE,
  organization: ORGANIZATION,
  functionRoleArns: [`arn:aws:iam::${ACCOUNT}:role/Explain`, `arn:aws:iam::${ACCOUNT}:role/Sweep`],
};

type Json = Record<string, unknown>;

export interface TrailState {
  Name: string;
  TrailARN: string;
  HomeRegion: string;
  IsMultiRegionTrail: boolean;
  isLogging: boolean;
  basic: Json[];
  advanced: Json[];
}

/** A trail that logs all, as an account has it that set one up in the console. */
export function trail(changes: Partial<TrailState> = {}): TrailState {
  const { Name = 'management', HomeRegion = REGION } = changes;
  return {
    Name,
    TrailARN: `arn:aws:cloudtrail:${HomeRegion}:${ACCOUNT}:trail/${Name}`,
    HomeRegion,
    IsMultiRegionTrail: true,
    isLogging: true,
    basic: [{ ReadWriteType: 'All', IncludeManagementEvents: true, DataResources: [] }],
    advanced: [],
    ...changes,
  };
}

/** A policy as the CDK writes it for the target of a rule. */
export function queuePolicy(name: string): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: 'sqs:*',
        Resource: arn('sqs', name),
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
      {
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: ['sqs:SendMessage', 'sqs:GetQueueAttributes', 'sqs:GetQueueUrl'],
        Resource: arn('sqs', name),
        Condition: { ArnEquals: { 'aws:SourceArn': RULE_ARN } },
      },
    ],
  });
}

const COUNTS = {
  SqsManagedSseEnabled: 'true',
  ApproximateNumberOfMessages: '0',
  ApproximateNumberOfMessagesNotVisible: '0',
};

function queue(name: string): Record<string, string> {
  return { QueueArn: arn('sqs', name), Policy: queuePolicy(name), ...COUNTS };
}

/** The address of the dead-letter queue of a forwarder. */
export const deadUrl = (region: string, account = ACCOUNT) =>
  `https://sqs.${region}.amazonaws.com/${account}/ForwarderDead`;

const deadArn = (region: string, account: string) =>
  `arn:aws:sqs:${region}:${account}:ForwarderDead`;

const OPERATIONS = ['RunInstances', 'CreateFleet'];

/** The event bus of the home stack. */
export const BUS = arn('events', 'event-bus/default');

/** As `lib/forwarder/forwarder.ts` deploys it. */
export function forwarder(region: string, account = ACCOUNT) {
  return {
    rule: {
      Name: FORWARDER,
      State: 'ENABLED',
      Description: `Denied EC2 launches, for Launch Denied in ${REGION} of ${ACCOUNT}`,
      EventPattern: JSON.stringify(
        patternFor(OPERATIONS, { accounts: [account], regions: [region] }),
      ),
    } as Record<string, string>,
    targets: [
      {
        Id: 'Target0',
        Arn: BUS,
        RoleArn: `arn:aws:iam::${account}:role/Forwarder-${region}`,
        DeadLetterConfig: { Arn: deadArn(region, account) },
      },
    ] as Json[],
  };
}

function deadLetters(regions: readonly string[], account = ACCOUNT) {
  return regions.map((region): [string, Record<string, string>] => [
    deadUrl(region, account),
    { QueueArn: deadArn(region, account), ...COUNTS },
  ]);
}

/** As `lib/member-bus.ts` deploys it. */
export const BUS_POLICY = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'LaunchDenied-members',
      Effect: 'Allow',
      Principal: '*',
      Action: 'events:PutEvents',
      Resource: BUS,
      Condition: {
        StringEquals: {
          'events:source': ['aws.ec2', 'launch-denied.test'],
          'events:detail-type': 'AWS API Call via CloudTrail',
          'aws:PrincipalOrgID': ORGANIZATION,
        },
      },
    },
  ],
};

/** As `lib/forwarder/reader-role.ts` deploys it. */
export const TRUST = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
      Action: 'sts:AssumeRole',
      Condition: {
        ArnEquals: { 'aws:PrincipalArn': BOOK.functionRoleArns },
        StringEquals: { 'aws:PrincipalOrgID': ORGANIZATION },
      },
    },
  ],
};

const member = (Id: string, Name: string, State = 'ACTIVE') => ({ Id, Name, State });

function lambda(name: string): Json {
  return {
    FunctionName: name,
    State: 'Active',
    LastUpdateStatus: 'Successful',
    Role: `arn:aws:iam::${ACCOUNT}:role/${name}Role`,
    LoggingConfig: { LogFormat: 'JSON', LogGroup: `${name}Logs` },
    Environment: { Variables: { SIMULATE: 'true' } },
  };
}

export interface ChannelState extends Json {
  SnsTopicArns: string[];
  GuardrailPolicyArns: string[];
}

export function slackChannel(changes: Json = {}): ChannelState {
  return {
    ConfigurationName: 'oncall',
    ChatConfigurationArn: `arn:aws:chatbot::${ACCOUNT}:chat-configuration/slack-channel/oncall`,
    SlackTeamId: 'T0ABC',
    SlackTeamName: 'example',
    SlackChannelId: 'C0ABC',
    SlackChannelName: 'oncall',
    IamRoleArn: `arn:aws:iam::${ACCOUNT}:role/Chat`,
    SnsTopicArns: [BOOK.chatTopicArn],
    GuardrailPolicyArns: ['arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess'],
    State: 'ENABLED',
    ...changes,
  };
}

export function teamsChannel(changes: Json = {}): ChannelState {
  const { SlackChannelId: _id, SlackChannelName: _name, ...shared } = slackChannel();
  return {
    ...shared,
    ChatConfigurationArn: `arn:aws:chatbot::${ACCOUNT}:chat-configuration/microsoft-teams-channel/oncall`,
    ChannelId: '19:abc@thread.tacv2',
    TeamId: 'team',
    TenantId: 'tenant',
    ...changes,
  } as ChannelState;
}

/** An account in which all is well. */
export function healthy() {
  return {
    caller: callerOf(ACCOUNT),
    /** Others by their access keys. */
    callers: new Map([['AKIAMEMBEREXAMPLE', callerOf(MEMBER)]]),
    book: { ...BOOK } as Json | null,
    trails: [trail()],
    rule: {
      Name: 'Rule',
      State: 'ENABLED',
      Description: 'Denied EC2 launches, for Launch Denied to explain',
      EventPattern: JSON.stringify(patternFor(OPERATIONS, { regions: BOOK.regions })),
    } as Record<string, string> | null,
    targets: [
      {
        Id: 'Target0',
        Arn: arn('sqs', 'Queue'),
        DeadLetterConfig: { Arn: arn('sqs', 'RuleDead') },
      },
    ] as Json[],
    queues: new Map([
      ...['Queue', 'RuleDead', 'Dead'].map((name): [string, Record<string, string>] => [
        url(name),
        queue(name),
      ]),
      ...deadLetters(FURTHER),
    ]),
    /** By Region. */
    forwarders: new Map(FURTHER.map((region) => [region, forwarder(region)])),
    busPolicy: JSON.stringify(BUS_POLICY) as string | null,
    /** The accounts of the organization. */
    members: [
      member(ACCOUNT, 'tools'),
      member(MEMBER, 'payments'),
      member('777788889999', 'search'),
      member('999900001111', 'closed', 'SUSPENDED'),
    ] as Json[],
    /** What the functions get of the reader role in an account. */
    readers: new Map([
      [MEMBER, 'assumed'],
      ['777788889999', 'assumed'],
    ]),
    /** The trust policy of the reader role; null where there is no such role. */
    trust: null as string | null,
    functions: new Map(['Explain', 'Sweep'].map((name) => [name, lambda(name)])),
    mappings: [
      {
        UUID: '11111111-2222-4333-8444-555555555555',
        FunctionName: 'Explain',
        EventSourceArn: arn('sqs', 'Queue'),
        State: 'Enabled',
        LastProcessingResult: 'OK',
      },
    ] as Json[],
    logs: new Map<string, string[]>([
      ['ExplainLogs', []],
      ['SweepLogs', []],
    ]),
    /** What each role and user may do. */
    rights: new Map<string, Set<string>>([
      ['ExplainRole', new Set(['sts:DecodeAuthorizationMessage', 'iam:SimulatePrincipalPolicy'])],
      ['SweepRole', new Set(['sts:DecodeAuthorizationMessage', 'iam:SimulatePrincipalPolicy'])],
      ['oncall', new Set(['sts:DecodeAuthorizationMessage'])],
    ]),
    subscriptions: ['anna', 'ben', 'cleo'].map((name) => ({
      TopicArn: BOOK.alertsTopicArn,
      Protocol: 'email',
      Endpoint: `${name}@example.com`,
      SubscriptionArn: `${BOOK.alertsTopicArn}:${name}`,
    })),
    slack: [slackChannel()],
    teams: [] as ChannelState[],
    chime: [] as Json[],
    regions: [...BOOK.regions],
    /** Rights that the reader lacks. */
    lacking: new Set<string>(),
    /** Regions in which a policy of the organization denies everything. */
    denied: new Set<string>(),
    /** Operations that answer with an error of the service. */
    broken: new Set<string>(),
    /** What the event bus got. */
    events: [] as Json[],
    /** In which Regions. */
    eventRegions: [] as string[],
    /** What becomes of an event that the bus got. */
    onEvent: (_detail: string): void => undefined,
    /** Whether the bus refuses what it gets. */
    refusesEvents: false,
  };
}

export type State = ReturnType<typeof healthy>;

/** A member account in which all is well. */
export function healthyMember(): State {
  const { regions } = BOOK;
  return {
    ...healthy(),
    caller: callerOf(MEMBER),
    book: null,
    trails: [trail({ TrailARN: `arn:aws:cloudtrail:${REGION}:${MEMBER}:trail/management` })],
    rule: null,
    targets: [],
    queues: new Map(deadLetters(regions, MEMBER)),
    forwarders: new Map(regions.map((region) => [region, forwarder(region, MEMBER)])),
    busPolicy: null,
    members: [],
    trust: JSON.stringify(TRUST),
    rights: new Map([[READER_ROLE, new Set(['sts:DecodeAuthorizationMessage'])]]),
  };
}
