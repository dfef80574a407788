// What the stand-in account holds; tests change it, and so do commands.
import { patternFor } from '../../core/doctor/event-pattern';

export const REGION = 'eu-west-1';
const ACCOUNT = '111122223333';
const CALLER = `arn:aws:sts::${ACCOUNT}:assumed-role/oncall/me`;

/** The ARN of something in the account and Region. */
export const arn = (service: string, resource: string) =>
  `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;

const url = (name: string) => `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/${name}`;

const RULE_ARN = arn('events', 'rule/Rule');

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

function queue(name: string): Record<string, string> {
  return {
    QueueArn: arn('sqs', name),
    Policy: queuePolicy(name),
    SqsManagedSseEnabled: 'true',
    ApproximateNumberOfMessages: '0',
    ApproximateNumberOfMessagesNotVisible: '0',
  };
}

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
    caller: CALLER,
    book: { ...BOOK } as Json | null,
    trails: [trail()],
    rule: {
      Name: 'Rule',
      State: 'ENABLED',
      Description: 'Denied EC2 launches, for Launch Denied to explain',
      EventPattern: JSON.stringify(patternFor(['RunInstances', 'CreateFleet'])),
    } as Record<string, string> | null,
    targets: [
      {
        Id: 'Target0',
        Arn: arn('sqs', 'Queue'),
        DeadLetterConfig: { Arn: arn('sqs', 'RuleDead') },
      },
    ] as Json[],
    queues: new Map(['Queue', 'RuleDead', 'Dead'].map((name) => [url(name), queue(name)])),
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
    regions: [REGION],
    /** Rights that the reader lacks. */
    lacking: new Set<string>(),
    /** Operations that answer with an error of the service. */
    broken: new Set<string>(),
    /** What the event bus got. */
    events: [] as Json[],
    /** What becomes of an event that the bus got. */
    onEvent: (_detail: string): void => undefined,
    /** Whether the bus refuses what it gets. */
    refusesEvents: false,
  };
}

export type State = ReturnType<typeof healthy>;
