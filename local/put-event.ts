// event → [rule → queue] → function: what EventBridge does with an event.
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { type Deployment, sessionArnOf, type World } from './deployment';
import { matchesEvent, type Mismatch, mismatchesOf } from './event-pattern/match';
import { leaveBehind } from './events/dead-letter';
import { type Hop, refusalByBus, type Refusal, refusalOf } from './events/forward-event';
import { partitionOf } from './partition';
import { isSamePlace, type Place } from './template/place';
import type { RulePlan } from './template/read-way';

/** What became of an event at the rules. */
export interface PutResult {
  /** Whether a rule sent it to a queue, here or at the bus that it was forwarded to. */
  readonly matched: boolean;
  /** The fields for which the nearest rule refused the event. */
  readonly mismatches: readonly Mismatch[];
  /** Why EventBridge took it to a further bus in vain. */
  readonly refusals: readonly Refusal[];
}

/** An event on the default bus of a place. */
export interface Arrival {
  readonly event: unknown;
  readonly at: Pick<Place, 'account' | 'region'>;
  /** Where a rule sent it from. @default - it arose here */
  readonly from?: Place;
}

/** Sends the event to the queues and the buses of each rule whose pattern matches. */
export async function putEvent(
  sqs: SQSClient,
  world: World,
  { event, at, from }: Arrival,
): Promise<PutResult> {
  const ends: PutResult[] = [];
  const missed: (readonly Mismatch[])[] = [];
  for (const deployment of world.deployments.filter(({ place }) => isSamePlace(place, at)))
    for (const rule of deployment.rules) {
      if (matchesEvent(rule.pattern, event))
        ends.push(
          ...(await follow(sqs, { world, event, at: deployment, rule, from: from ?? null })),
        );
      else missed.push(mismatchesOf(rule.pattern, event));
    }
  if (ends.some(({ matched }) => matched))
    return { ...joined(ends), matched: true, mismatches: [] };
  if (ends.length > 0) return { ...joined(ends), matched: false };
  const [nearest = []] = missed.toSorted((left, right) => left.length - right.length);
  return { matched: false, mismatches: nearest, refusals: [] };
}

/** Somebody in an account, who may call PutEvents as far as that account is concerned. */
export interface Sender {
  readonly account: string;
  /** Null outside of organizations. */
  readonly organization: string | null;
}

/** Puts an event on the home bus by its ARN, as its policy lets somebody of another account. */
export async function putFrom(
  sqs: SQSClient,
  world: World,
  { account, organization }: Sender,
  event: unknown,
): Promise<PutResult> {
  const { place } = world.home;
  const roleArn = `arn:${partitionOf(place.region)}:iam::${account}:role/somebody`;
  const arn = sessionArnOf(roleArn, 'somebody', place.region);
  const asker = { kind: 'session', arn, roleArn, account, organization } as const;
  const refusal = refusalByBus(world, place, asker, event);
  if (refusal !== null) return { matched: false, mismatches: [], refusals: [refusal] };
  return putEvent(sqs, world, { event, at: place });
}

function joined(ends: readonly PutResult[]): Pick<PutResult, 'mismatches' | 'refusals'> {
  return {
    mismatches: ends.flatMap(({ mismatches }) => mismatches),
    refusals: ends.flatMap(({ refusals }) => refusals),
  };
}

/** A matched event on its way to the targets of the rule. */
interface Followed extends Omit<Hop, 'target'> {
  readonly at: Deployment;
  readonly rule: RulePlan;
}

async function follow(sqs: SQSClient, followed: Followed): Promise<readonly PutResult[]> {
  const { world, event, at, rule } = followed;
  const ends: PutResult[] = [];
  for (const arn of rule.queueArns) {
    const QueueUrl = at.urlOfQueue(arn);
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(event) }));
    ends.push({ matched: true, mismatches: [], refusals: [] });
  }
  for (const target of rule.buses) {
    const hop = { ...followed, target };
    const refusal = refusalOf(hop);
    if (refusal === null) {
      ends.push(await putEvent(sqs, world, { event, at: target.place, from: at.place }));
    } else {
      await leaveBehind(sqs, hop, refusal);
      ends.push({ matched: false, mismatches: [], refusals: [refusal] });
    }
  }
  return ends;
}
