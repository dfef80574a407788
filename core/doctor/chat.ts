// facts → [check] → report: a chat channel receives the alerts, and may not change anything.
import { lastSegment } from '../arn';
import { type Answer, fault, type Finding, type Hidden, hiddenFinding, ofKnown, ok } from './check';
import { awsCli, type Place } from './command';
import { brief, listed } from './sentence';

/** A channel as Amazon Q Developer in chat applications lists it. */
export interface Channel {
  readonly kind: 'slack' | 'teams' | 'chime';
  readonly name: string;
  readonly arn: string;
  /** The id by which it is changed; a webhook has none. */
  readonly channelId: string;
  readonly topicArns: readonly string[];
  /** ARNs of policies; a webhook takes no commands and has none. */
  readonly guardrails: readonly string[];
  readonly isEnabled: boolean;
}

/** The channels of the account, of each kind. */
export interface Chat {
  readonly topicArn: string;
  readonly slack: Answer<readonly Channel[]>;
  readonly teams: Answer<readonly Channel[]>;
  readonly chime: Answer<readonly Channel[]>;
}

/** Its API is not in every Region; each of these knows all channels. @see https://docs.aws.amazon.com/general/latest/gr/chatbot.html */
export const CHAT_REGION = 'us-east-2';

const NO_CHAT = ok('The settings name no chat channel.');

/** Null where the stack has no topic for chat. */
export function judgeChannels(answer: Answer<Chat | null>, place: Place): readonly Finding[] {
  return ofKnown(answer, (chat) => [chat === null ? NO_CHAT : judge(chat, place)]);
}

function judge(chat: Chat, place: Place): Finding {
  const subscribed = subscribedOf(chat);
  const working = subscribed.filter(({ isEnabled }) => isEnabled);
  if (working.length > 0) {
    const verb = working.length === 1 ? 'receives' : 'receive';
    return ok(`${listed(working.map(nameOf))} ${verb} the alerts.`);
  }
  const hidden = hiddenOf([chat.slack, chat.teams, chat.chime]);
  if (hidden !== undefined) return hiddenFinding(hidden);
  const [off] = subscribed;
  if (off === undefined) return isUnsubscribed(chat, place);
  return fault(
    'failed',
    `${nameOf(off)} is disabled and receives no alerts.`,
    'Enable it in the console of Amazon Q Developer in chat applications.',
  );
}

/** The guardrail bounds whoever types commands in a channel; without one it is AdministratorAccess. */
export function judgeGuardrails(answer: Answer<Chat | null>, place: Place): readonly Finding[] {
  return ofKnown(answer, (chat) => {
    if (chat === null) return [NO_CHAT];
    const wide = subscribedOf(chat).find((channel) => widePolicies(channel).length > 0);
    if (wide !== undefined) return [isWide(wide, place)];
    const hidden = hiddenOf([chat.slack, chat.teams]);
    if (hidden !== undefined) return [hiddenFinding(hidden)];
    return [ok('No channel that receives the alerts may do more than read.')];
  });
}

type Channels = Answer<readonly Channel[]>;

function hiddenOf(answers: readonly Channels[]): Hidden | undefined {
  return answers.find((answer): answer is Hidden => answer.kind === 'hidden');
}

function channelsOf({ slack, teams, chime }: Chat): readonly Channel[] {
  const answers = [slack, teams, chime];
  return answers.flatMap((answer) => (answer.kind === 'known' ? answer.value : []));
}

function subscribedOf(chat: Chat): readonly Channel[] {
  return channelsOf(chat).filter(({ topicArns }) => topicArns.includes(chat.topicArn));
}

const KINDS = { slack: 'Slack', teams: 'Microsoft Teams', chime: 'Amazon Chime' } as const;

function nameOf({ kind, name }: Channel): string {
  return `${KINDS[kind]} channel ${brief(name, 80)}`;
}

/** Policies of AWS that let somebody read alone. @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html */
const READING =
  /^arn:[a-z-]+:iam::aws:policy\/(?:[\w-]+\/)*(?:\w*ReadOnlyAccess|ViewOnlyAccess|SecurityAudit|AWSDenyAll)$/;

/** Which policies of the guardrail allow more than reading, or might. */
function widePolicies({ kind, guardrails }: Channel): readonly string[] {
  if (kind === 'chime') return [];
  if (guardrails.length === 0) return ['AdministratorAccess'];
  return guardrails.filter((arn) => !READING.test(arn)).map(lastSegment);
}

function isWide(channel: Channel, place: Place): Finding {
  return fault(
    'warning',
    `The guardrail of ${nameOf(channel)} is ${listed(widePolicies(channel))}, which might let people in the channel change things.`,
    'Let the guardrail allow nothing but reading.',
    update(channel, ['guardrail-policy-arns', 'arn:aws:iam::aws:policy/ReadOnlyAccess'], place),
  );
}

function isUnsubscribed(chat: Chat, place: Place): Finding {
  const found = 'No chat channel receives the alerts.';
  const other = channelsOf(chat).find(({ kind }) => kind !== 'chime');
  if (other === undefined)
    return fault(
      'failed',
      found,
      'Authorize the workspace in the console of Amazon Q Developer in chat applications, and deploy the stack again.',
    );
  return fault(
    'failed',
    found,
    `Deploy the stack again, or let ${nameOf(other)} receive them.`,
    update(other, ['sns-topic-arns', ...other.topicArns, chat.topicArn], place),
  );
}

/** A list goes as JSON, which the AWS CLI takes for any number of items. */
function update(
  { kind, arn, channelId }: Channel,
  [name, ...values]: readonly [string, ...string[]],
  { profile }: Place,
): string | null {
  const [operation, id] =
    kind === 'slack'
      ? ['update-slack-channel-configuration', 'slack-channel-id']
      : ['update-microsoft-teams-channel-configuration', 'channel-id'];
  return awsCli(
    `chatbot ${operation}`,
    [
      ['chat-configuration-arn', arn],
      [id, channelId],
      [name, JSON.stringify(values)],
    ],
    { region: CHAT_REGION, profile },
  );
}
