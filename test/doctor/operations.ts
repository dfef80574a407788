// What the stand-in account answers and how it changes: one row for each operation.
import type { State, TrailState } from './state';
import { type Call, Fault } from './wire';

type Input = Call['input'];
type Operation = (state: State, input: Input, region: string) => object;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function trailOf({ trails }: State, name: unknown, region: string): TrailState {
  const found = trails.find(({ TrailARN }) => TrailARN === name);
  if (found === undefined) throw new Fault('TrailNotFoundException', `no trail ${text(name)}`);
  if (found.HomeRegion !== region)
    throw new Fault('InvalidHomeRegionException', `the home Region is ${found.HomeRegion}`);
  return found;
}

function queueOf({ queues }: State, url: unknown): Record<string, string> {
  const queue = queues.get(text(url));
  if (queue === undefined)
    throw new Fault('com.amazonaws.sqs#QueueDoesNotExist', 'The specified queue does not exist.');
  return queue;
}

function ruleOf({ rule }: State, name: unknown): Record<string, string> {
  if (rule === null || rule['Name'] !== name)
    throw new Fault('ResourceNotFoundException', `Rule ${text(name)} does not exist.`);
  return rule;
}

/** A page of two, so that readers have to ask for more. */
function page<T>(all: readonly T[], token: unknown): { items: readonly T[]; next?: string } {
  const from = Number(token ?? 0);
  const items = all.slice(from, from + 2);
  return from + 2 < all.length ? { items, next: String(from + 2) } : { items };
}

function give({ rights }: State, name: unknown, document: unknown): object {
  const { Statement } = JSON.parse(text(document)) as { Statement: { Action: string }[] };
  const had = rights.get(text(name)) ?? new Set<string>();
  rights.set(text(name), new Set([...had, ...Statement.map(({ Action }) => Action)]));
  return {};
}

function changeChannel(all: Record<string, unknown>[], input: Input): object {
  const channel = all.find(
    ({ ChatConfigurationArn: arn }) => arn === input['ChatConfigurationArn'],
  );
  if (channel === undefined) throw new Fault('ResourceNotFoundException', 'no channel', 404);
  Object.assign(channel, input);
  return {};
}

const CLOUDTRAIL: Record<string, Operation> = {
  'cloudtrail:DescribeTrails': ({ trails }, _input, region) => ({
    trailList: trails
      .filter((each) => each.IsMultiRegionTrail || each.HomeRegion === region)
      .map(({ isLogging: _logging, basic: _basic, advanced: _advanced, ...each }) => each),
  }),
  'cloudtrail:GetTrailStatus': (state, { Name }, region) => ({
    IsLogging: trailOf(state, Name, region).isLogging,
  }),
  'cloudtrail:GetEventSelectors': (state, { TrailName }, region) => {
    const { basic, advanced } = trailOf(state, TrailName, region);
    return advanced.length > 0 ? { AdvancedEventSelectors: advanced } : { EventSelectors: basic };
  },
  'cloudtrail:StartLogging': (state, { Name }, region) => {
    trailOf(state, Name, region).isLogging = true;
    return {};
  },
  'cloudtrail:PutEventSelectors': (state, input, region) => {
    const { EventSelectors, AdvancedEventSelectors = [] } = input;
    const selectors = { basic: EventSelectors ?? [], advanced: AdvancedEventSelectors };
    Object.assign(trailOf(state, input['TrailName'], region), selectors);
    return {};
  },
  'cloudtrail:CreateTrail': ({ trails }, { Name, IsMultiRegionTrail }, region) => {
    trails.push({
      Name: text(Name),
      TrailARN: `arn:aws:cloudtrail:${region}:111122223333:trail/${text(Name)}`,
      HomeRegion: region,
      IsMultiRegionTrail: IsMultiRegionTrail === true,
      isLogging: false,
      basic: [{ ReadWriteType: 'All', IncludeManagementEvents: true }],
      advanced: [],
    });
    return {};
  },
};

const EVENTS: Record<string, Operation> = {
  'events:DescribeRule': (state, { Name }) => ruleOf(state, Name),
  'events:EnableRule': (state, { Name }) => {
    ruleOf(state, Name)['State'] = 'ENABLED';
    return {};
  },
  'events:PutRule': (state, { Name, EventPattern, Description, State: on }) => {
    state.rule = {
      Name: text(Name),
      EventPattern: text(EventPattern),
      Description: text(Description),
      State: text(on),
    };
    return {};
  },
  'events:ListTargetsByRule': (state, { Rule }) => {
    ruleOf(state, Rule);
    return { Targets: state.targets };
  },
  'events:PutTargets': (state, { Targets }) => {
    const added = Targets as Record<string, unknown>[];
    const kept = state.targets.filter(({ Id }) => !added.some((each) => each['Id'] === Id));
    state.targets = [...kept, ...added];
    return { FailedEntryCount: 0, FailedEntries: [] };
  },
  'events:PutEvents': (state, { Entries }) => {
    const entries = Entries as Record<string, unknown>[];
    if (state.refusesEvents)
      return {
        FailedEntryCount: 1,
        Entries: [{ ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' }],
      };
    state.events.push(...entries);
    for (const { Detail } of entries) state.onEvent(text(Detail));
    return { FailedEntryCount: 0, Entries: entries.map(() => ({ EventId: 'an-id' })) };
  },
};

const SQS: Record<string, Operation> = {
  'sqs:GetQueueAttributes': (state, { QueueUrl }) => ({ Attributes: queueOf(state, QueueUrl) }),
  'sqs:SetQueueAttributes': (state, { QueueUrl, Attributes }) => {
    Object.assign(queueOf(state, QueueUrl), Attributes);
    return {};
  },
  'sqs:PurgeQueue': (state, { QueueUrl }) => {
    Object.assign(queueOf(state, QueueUrl), {
      ApproximateNumberOfMessages: '0',
      ApproximateNumberOfMessagesNotVisible: '0',
    });
    return {};
  },
  'sqs:StartMessageMoveTask': ({ queues }, { SourceArn }) => {
    for (const queue of queues.values())
      if (queue['QueueArn'] === SourceArn) queue['ApproximateNumberOfMessages'] = '0';
    return { TaskHandle: 'a-handle' };
  },
};

const LAMBDA: Record<string, Operation> = {
  'lambda:GetFunctionConfiguration': ({ functions }, { FunctionName }) => {
    const found = functions.get(text(FunctionName));
    if (found === undefined) throw new Fault('ResourceNotFoundException', 'no function', 404);
    return found;
  },
  'lambda:ListEventSourceMappings': ({ mappings }, { FunctionName, EventSourceArn }) => ({
    EventSourceMappings: mappings.filter(
      (each) => each['FunctionName'] === FunctionName && each['EventSourceArn'] === EventSourceArn,
    ),
  }),
  'lambda:UpdateEventSourceMapping': ({ mappings }, { UUID, Enabled }) => {
    const found = mappings.find((each) => each['UUID'] === UUID);
    if (found === undefined) throw new Fault('ResourceNotFoundException', 'no mapping', 404);
    found['State'] = Enabled === true ? 'Enabling' : 'Disabling';
    return found;
  },
  'lambda:CreateEventSourceMapping': ({ mappings }, input) => {
    const created = { UUID: 'a-new-mapping', State: 'Enabled', ...input };
    mappings.push(created);
    return created;
  },
  'logs:FilterLogEvents': ({ logs }, { logGroupName, nextToken }) => {
    const lines = logs.get(text(logGroupName));
    if (lines === undefined) throw new Fault('ResourceNotFoundException', 'no log group');
    const { items, next } = page(lines, nextToken);
    return { events: items.map((message) => ({ message })), nextToken: next };
  },
};

const PEOPLE: Record<string, Operation> = {
  'ssm:GetParameter': ({ book }, { Name }) => {
    if (book === null || Name !== '/launch-denied/LaunchDenied')
      throw new Fault('ParameterNotFound');
    return { Parameter: { Name, Value: JSON.stringify(book) } };
  },
  'sts:GetCallerIdentity': ({ caller }) => ({ Arn: caller }),
  'sts:DecodeAuthorizationMessage': ({ caller, rights }) => {
    const name = caller.split('/')[1] ?? '';
    if (rights.get(name)?.has('sts:DecodeAuthorizationMessage') === true)
      throw new Fault('InvalidAuthorizationMessageException', 'Message is invalid');
    throw new Fault(
      'AccessDenied',
      `User: ${caller} is not authorized to perform: sts:DecodeAuthorizationMessage`,
      403,
    );
  },
  'iam:SimulatePrincipalPolicy': ({ rights }, input) => {
    const role = text(input['PolicySourceArn']).split('/').at(-1) ?? '';
    const action = text(input['ActionNames.member.1']);
    const EvalDecision = rights.get(role)?.has(action) === true ? 'allowed' : 'implicitDeny';
    return {
      EvaluationResults: [{ EvalActionName: action, EvalDecision }],
      IsTruncated: false,
    };
  },
  'iam:PutRolePolicy': (state, input) => give(state, input['RoleName'], input['PolicyDocument']),
  'iam:PutUserPolicy': (state, input) => give(state, input['UserName'], input['PolicyDocument']),
  'sns:ListSubscriptionsByTopic': ({ subscriptions }, { TopicArn, NextToken }) => {
    const { items, next } = page(
      subscriptions.filter((each) => each.TopicArn === TopicArn),
      NextToken,
    );
    return { Subscriptions: items, NextToken: next };
  },
  // The receiver opens the link at once.
  'sns:Subscribe': (state, { TopicArn, Protocol, Endpoint }) => {
    const [topic, protocol, endpoint] = [text(TopicArn), text(Protocol), text(Endpoint)];
    const others = state.subscriptions.filter((each) => each.Endpoint !== endpoint);
    const made = { TopicArn: topic, Protocol: protocol, Endpoint: endpoint };
    state.subscriptions = [...others, { ...made, SubscriptionArn: `${topic}:${endpoint}` }];
    return { SubscriptionArn: 'pending confirmation' };
  },
};

const CHAT: Record<string, Operation> = {
  'chatbot:DescribeSlackChannelConfigurations': ({ slack }, { NextToken }) => {
    const { items, next } = page(slack, NextToken);
    return { SlackChannelConfigurations: items, NextToken: next };
  },
  'chatbot:ListMicrosoftTeamsChannelConfigurations': ({ teams }) => ({
    TeamChannelConfigurations: teams,
  }),
  'chatbot:DescribeChimeWebhookConfigurations': ({ chime }) => ({ WebhookConfigurations: chime }),
  'chatbot:UpdateSlackChannelConfiguration': ({ slack }, input) => changeChannel(slack, input),
  'chatbot:UpdateMicrosoftTeamsChannelConfiguration': ({ teams }, input) =>
    changeChannel(teams, input),
  'account:ListRegions': ({ regions }, { NextToken }) => {
    const { items, next } = page(regions, NextToken);
    return { Regions: items.map((RegionName) => ({ RegionName })), NextToken: next };
  },
};

/** All operations by service and name. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  ...CLOUDTRAIL,
  ...EVENTS,
  ...SQS,
  ...LAMBDA,
  ...PEOPLE,
  ...CHAT,
};
