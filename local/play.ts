// events → local way → [result]: plays events and says what became of each.
import * as v from 'valibot';
import { readRecord } from '../core/event/cloudtrail-record';
import type { Mismatch } from './event-pattern/match';
import type { Mail } from './mail';
import { type Outcome, readOutcomes } from './outcomes';
import type { PutResult, Sender } from './put-event';
import type { Local } from './start-local';
import type { Place } from './template/place';
import type { AwsCall } from './wire/endpoint';

/** An event with the words it is listed under. */
export interface Input {
  readonly title: string;
  readonly event: unknown;
  /** The place on whose bus it is put. @default - that of the home stack */
  readonly at?: Pick<Place, 'account' | 'region'>;
  /** Who puts it on the home bus by its ARN. @default - nobody: it arises where it is */
  readonly sender?: Sender;
}

/** What became of one input; `why` is empty where it was alerted. */
export interface Played {
  readonly title: string;
  readonly eventId: string | null;
  readonly fate: 'alerted' | 'held-back' | 'ignored' | 'refused' | 'failed';
  readonly why: string;
}

/** What became of all inputs. */
export interface Result {
  readonly played: readonly Played[];
  readonly mails: readonly Mail[];
  readonly calls: readonly AwsCall[];
}

/** Puts the events, lets the function work, and asks its log for the fate of each. */
export async function play(local: Local, inputs: readonly Input[]): Promise<Result> {
  const before = { mails: (await local.mails()).length, calls: local.calls().length };
  const told = local.log().length;
  const put: (Input & PutResult)[] = [];
  for (const input of inputs) put.push({ ...input, ...(await putInput(local, input)) });
  await local.settle();
  const outcomes = new Map(
    [...readOutcomes(local.log().slice(told))].map(([id, list]) => [id, [...list]]),
  );
  return {
    played: put.map((one) => {
      const eventId = eventIdOf(one.event);
      const left = eventId === null ? undefined : outcomes.get(eventId);
      return { title: one.title, eventId, ...fateOf(one, left && (left.shift() ?? 'repeated')) };
    }),
    mails: (await local.mails()).slice(before.mails),
    calls: local.calls().slice(before.calls),
  };
}

function putInput(local: Local, { event, at, sender }: Input): Promise<PutResult> {
  return sender === undefined ? local.put(event, at) : local.putFrom(sender, event);
}

const WORDS = {
  alerted: { fate: 'alerted', why: '' },
  'held-back': { fate: 'held-back', why: 'its cause was alerted before; it is counted' },
  repeated: { fate: 'ignored', why: 'an event with this eventID came before' },
  ignored: { fate: 'ignored', why: 'matched by the rule, and not a denial' },
} as const satisfies Record<Outcome | 'repeated', Pick<Played, 'fate' | 'why'>>;

function fateOf(
  { matched, mismatches, refusals }: PutResult,
  outcome: Outcome | 'repeated' | undefined,
): Pick<Played, 'fate' | 'why'> {
  const [refusal] = refusals;
  if (!matched && refusal) return { fate: 'refused', why: `${refusal.code}: ${refusal.message}` };
  if (!matched)
    return { fate: 'ignored', why: `not matched by the rule: ${mismatches.map(told).join(', ')}` };
  if (outcome === undefined)
    return { fate: 'failed', why: 'the function did not finish it; it is a dead letter now' };
  return WORDS[outcome];
}

function told({ path, values }: Mismatch): string {
  if (values.length === 0) return `${path} is absent`;
  return `${path} is ${values.map((value) => JSON.stringify(value)).join(', ')}`;
}

/** The CloudTrail `eventID` of an event; null when it is none. */
export function eventIdOf(event: unknown): string | null {
  const envelope = v.safeParse(v.object({ detail: v.unknown() }), event);
  return (envelope.success ? readRecord(envelope.output.detail)?.eventID : null) ?? null;
}
