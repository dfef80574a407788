// What the stand-in account answers and how it changes: one row for each operation.
import { FORWARDER, READER_ROLE, REGION, type State, type TrailState } from './state';
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

/** A queue is found in its own Region alone. */
function queueOf({ queues }: State, url: unknown, region: string): Record<string, string> {
  const queue = new URL(text(url)).host.includes(`.${region}.`) ? queues.get(text(url)) : undefined;
  if (queue === undefined)
    throw new Fault('com.amazonaws.sqs#QueueDoesNotExist', 'The specified queue does not exist.');
  return queue;
}

/** A rule with its targets. */
interface Ruled {
  rule: Record<string, string>;
  targets: Record<string, unknown>[];
}

/** The home rule, or the forwarder of a Region; both can be changed. */
function ruled(state: State, name: unknown, region: string): Ruled {
  const forwarder = state.forwarders.get(region);
  if (name === FORWARDER && forwarder !== undefined) return forwarder;
  const { rule } = state;
  if (region !== REGION || rule === null || rule['Name'] !== name)
    throw new Fault('ResourceNotFoundException', `Rule ${text(name)} does not exist.`);
  return {
    rule,
    get targets() {
      return state.targets;
    },
    set targets(all) {
      state.targets = all;
    },
  };
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
  'cloudtrail:UpdateTrail': (state, { Name, IsMultiRegionTrail }, region) => {
    trailOf(state, Name, region).IsMultiRegionTrail = IsMultiRegionTrail === true;
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
  'events:DescribeRule': (state, { Name }, region) => ruled(state, Name, region).rule,
  'events:EnableRule': (state, { Name }, region) => {
    ruled(state, Name, region).rule['State'] = 'ENABLED';
    return {};
  },
  'events:PutRule': (state, { Name, EventPattern, Description, State: on }, region) => {
    Object.assign(ruled(state, Name, region).rule, {
      EventPattern: text(EventPattern),
      Description: text(Description),
      State: text(on),
    });
    return {};
  },
  'events:ListTargetsByRule': (state, { Rule }, region) => ({
    Targets: ruled(state, Rule, region).targets,
  }),
  'events:PutTargets': (state, { Rule, Targets }, region) => {
    const found = ruled(state, Rule, region);
    const added = Targets as Record<string, unknown>[];
    const kept = found.targets.filter(({ Id }) => !added.some((each) => each['Id'] === Id));
    found.targets = [...kept, ...added];
    return { FailedEntryCount: 0, FailedEntries: [] };
  },
  'events:DescribeEventBus': ({ busPolicy }, { Name }) => ({
    Name,
    ...(busPolicy === null ? {} : { Policy: busPolicy }),
  }),
  'events:PutPermission': (state, { EventBusName, Policy }) => {
    if (EventBusName !== 'default') throw new Fault('ResourceNotFoundException', 'no bus');
    state.busPolicy = text(Policy);
    return {};
  },
  'events:PutEvents': (state, { Entries }, region) => {
    const entries = Entries as Record<string, unknown>[];
    if (state.refusesEvents)
      return {
        FailedEntryCount: 1,
        Entries: [{ ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' }],
      };
    state.events.push(...entries);
    state.eventRegions.push(...entries.map(() => region));
    for (const { Detail } of entries) state.onEvent(text(Detail));
    return { FailedEntryCount: 0, Entries: entries.map(() => ({ EventId: 'an-id' })) };
  },
};

const SQS: Record<string, Operation> = {
  'sqs:GetQueueAttributes': (state, { QueueUrl }, region) => ({
    Attributes: queueOf(state, QueueUrl, region),
  }),
  'sqs:SetQueueAttributes': (state, { QueueUrl, Attributes }, region) => {
    Object.assign(queueOf(state, QueueUrl, region), Attributes);
    return {};
  },
  'sqs:PurgeQueue': (state, { QueueUrl }, region) => {
    Object.assign(queueOf(state, QueueUrl, region), {
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
  // Another version of the function would sweep on any other event.
  'lambda:InvokeFunction': ({ readers }, { FunctionName, launchDenied, accounts }) => {
    if (FunctionName !== 'Sweep' || launchDenied !== 'readers')
      throw new Error('the function would sweep');
    const asked = accounts as string[];
    if (asked.length === 0 || asked.length > 50) throw new Error(`${asked.length} accounts`);
    const outcome = (account: string) => readers.get(account) ?? 'refused';
    return { readers: asked.map((account) => ({ account, outcome: outcome(account) })) };
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
  'iam:GetRole': ({ trust, caller }, { RoleName }) => {
    if (trust === null || RoleName !== READER_ROLE)
      throw new Fault('NoSuchEntity', `The role with name ${text(RoleName)} cannot be found.`, 404);
    const [, , , , account] = caller.split(':');
    const Arn = `arn:aws:iam::${account}:role/${READER_ROLE}`;
    return { Role: { RoleName, Arn, AssumeRolePolicyDocument: encodeURIComponent(trust) } };
  },
  'organizations:ListAccounts': ({ members }, { NextToken }) => {
    const { items, next } = page(members, NextToken);
    return { Accounts: items, NextToken: next };
  },
  'cloudformation:DeleteStack': ({ forwarders }, { StackName }, region) => {
    if (StackName === 'LaunchDenied-forwarder') forwarders.delete(region);
    return {};
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
