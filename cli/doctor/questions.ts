// world → [questions] → checks: what takes more than one answer of AWS.
import { askChime, askSlack, askTeams } from '../../adapters/doctor/channels';
import { thenAsk } from '../../adapters/doctor/ask';
import { askErrors } from '../../adapters/doctor/errors';
import { askEventSources } from '../../adapters/doctor/functions';
import { askReaderRight, askRoleRight } from '../../adapters/doctor/rights';
import { askTargets } from '../../adapters/doctor/rule';
import { askSubscriptions } from '../../adapters/doctor/subscriptions';
import { lastSegment } from '../../core/arn';
import type { Chat } from '../../core/doctor/chat';
import { type Answer, known } from '../../core/doctor/check';
import type { LoggedErrors } from '../../core/doctor/errors';
import type { EventSources } from '../../core/doctor/event-source';
import type { LambdaFunction } from '../../core/doctor/function';
import { DECODE_ACTION, type ReaderRight, type RoleRight } from '../../core/doctor/rights';
import type { Subscribed } from '../../core/doctor/subscriptions';
import type { Targets } from '../../core/doctor/target';
import { fieldOf, type FunctionField, type QueueField, type World } from './world';

/** The ARN of a queue, which its address holds. @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html */
function arnOf({ book, partition, account, place }: World, field: QueueField): Answer<string> {
  const url = fieldOf(book, field);
  if (url.kind === 'hidden') return url;
  return known(`arn:${partition}:sqs:${place.region}:${account}:${lastSegment(url.value)}`);
}

/** The targets of the rule, and the queues to which they should lead. */
export function targets(world: World): Promise<Answer<Targets>> {
  return thenAsk(fieldOf(world.book, 'ruleName'), (ruleName) =>
    thenAsk(arnOf(world, 'queueUrl'), (queueArn) =>
      thenAsk(arnOf(world, 'ruleDeadLetterQueueUrl'), async (deadLetterArn) =>
        thenAsk(await askTargets(world.clients.events, ruleName), async (all) =>
          known({ ruleName, queueArn, deadLetterArn, targets: all }),
        ),
      ),
    ),
  );
}

/** The ARN of the rule, which the policies of the queues name; empty where it is not known. */
export function writerOf({ book, account, partition, place }: World) {
  const name = fieldOf(book, 'ruleName');
  const path = name.kind === 'known' ? name.value : '';
  return { account, ruleArn: `arn:${partition}:events:${place.region}:${account}:rule/${path}` };
}

/** What reads the queue. */
export function eventSources(world: World): Promise<Answer<EventSources>> {
  return thenAsk(fieldOf(world.book, 'functionName'), (functionName) =>
    thenAsk(arnOf(world, 'queueUrl'), async (queueArn) =>
      thenAsk(await askEventSources(world.clients, functionName, queueArn), async (sources) =>
        known({ functionName, queueArn, sources }),
      ),
    ),
  );
}

/** Asks about a function that exists; where it does not, there is nothing to ask. */
async function ofFunction<T>(
  { lambda }: World,
  field: FunctionField,
  next: (found: LambdaFunction) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  return thenAsk(await lambda(field), async (found) =>
    found === null ? { kind: 'hidden', because: 'gone', what: 'function' } : next(found),
  );
}

/** What a function logged as errors; null where there is no log. */
export function errors(world: World, field: FunctionField): Promise<Answer<LoggedErrors | null>> {
  const { clients, now } = world;
  return ofFunction(world, field, (found) => askErrors(clients, found, now()));
}

/** Whether a function may decode. */
export function decodeRight(world: World, field: FunctionField): Promise<Answer<RoleRight>> {
  const wanted = { action: DECODE_ACTION, resources: ['*'], probe: '*' };
  return ofFunction(world, field, (found) => roleRight(world, found, wanted));
}

/** Whether a function may ask the policy simulator; null where the setting is off. */
export function simulateRight(
  world: World,
  field: FunctionField,
): Promise<Answer<RoleRight | null>> {
  const iam = `arn:${world.partition}:iam::${world.account}:`;
  const wanted = {
    action: 'iam:SimulatePrincipalPolicy',
    resources: [`${iam}role/*`, `${iam}user/*`],
    probe: `${iam}role/launch-denied-test`,
  };
  return ofFunction<RoleRight | null>(world, field, async (found) =>
    found.simulates ? roleRight(world, found, wanted) : known(null),
  );
}

/** What a role is to be allowed; `probe` is a resource that stands for all of them. */
interface Wanted extends Pick<RoleRight, 'action' | 'resources'> {
  readonly probe: string;
}

async function roleRight(
  { clients }: World,
  { name, roleArn }: LambdaFunction,
  { action, resources, probe }: Wanted,
): Promise<Answer<RoleRight>> {
  const answer = await askRoleRight(clients, roleArn, action, probe);
  return thenAsk(answer, async (isAllowed) =>
    known({ who: `Function ${name}`, roleArn, action, resources, isAllowed }),
  );
}

/** Whether the reader may decode. */
export async function readerRight({ clients, caller }: World): Promise<Answer<ReaderRight>> {
  return thenAsk(await askReaderRight(clients), async (mayDecode) => known({ caller, mayDecode }));
}

/** Who is subscribed to the alerts, and to the other topics that the stack has. */
export async function subscribed(world: World) {
  const [alerts, chatTopic, texts] = await Promise.all([
    topicOf(world, 'alertsTopicArn'),
    topicOf(world, 'chatTopicArn'),
    topicOf(world, 'smsTopicArn'),
  ]);
  return { alerts, others: [chatTopic, texts] };
}

async function topicOf(
  { book, clients }: World,
  field: 'alertsTopicArn' | 'chatTopicArn' | 'smsTopicArn',
): Promise<Subscribed> {
  const topic = fieldOf(book, field);
  const answer = await thenAsk(topic, (arn) => askSubscriptions(clients, arn));
  return { topicArn: topic.kind === 'known' ? topic.value : '', answer };
}

/** The chat channels; null where the stack has no topic for them. */
export async function chat({ book, clients }: World): Promise<Answer<Chat | null>> {
  if (book.kind === 'hidden') return book;
  const topicArn = book.value.chatTopicArn;
  if (topicArn === undefined) return known(null);
  const [slack, teams, chime] = await Promise.all([
    askSlack(clients),
    askTeams(clients),
    askChime(clients),
  ]);
  return known({ topicArn, slack, teams, chime });
}
