// function → [event bus] → rule: entries of PutEvents as EventBridge takes or refuses them.
// @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { Identity } from '../wire/endpoint';

/** An event as a rule sees it. */
export interface BusEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: object;
}

/** Why EventBridge takes one entry and not another. */
export interface EntryFault {
  readonly code: string;
  readonly message: string;
}

const entry = v.object({
  Source: v.nullish(v.string(), ''),
  DetailType: v.nullish(v.string(), ''),
  Detail: v.nullish(v.string(), ''),
  EventBusName: v.nullish(v.string(), 'default'),
  Resources: v.nullish(v.array(v.string()), []),
  /** Epoch seconds. */
  Time: v.nullish(v.number()),
});

/** One entry of a request. */
export type Entry = Readonly<v.InferOutput<typeof entry>>;

const putEvents = v.object({ Entries: v.array(entry) });

/** Reads the body of a request. */
export function readEntries(body: string): readonly Entry[] {
  return v.parse(putEvents, JSON.parse(body)).Entries;
}

const MOST_ENTRIES = 10;
/** Of all entries of a request together. */
const LARGEST_REQUEST = 262_144;
/** What EventBridge counts for a time. */
const TIME_BYTES = 14;

/** What is wrong with a request as a whole; null where nothing is. */
export function requestFault(entries: readonly Entry[]): string | null {
  if (entries.length === 0 || entries.length > MOST_ENTRIES)
    return `1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length between 1 and ${MOST_ENTRIES}`;
  const size = entries.reduce((sum, one) => sum + sizeOf(one), 0);
  return size > LARGEST_REQUEST
    ? 'Total size of the entries in the request is over the limit.'
    : null;
}

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevent-size.html */
function sizeOf({ Source, DetailType, Detail, Resources, Time }: Entry): number {
  const texts = [Source, DetailType, Detail, ...Resources];
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return bytes + (typeof Time === 'number' ? TIME_BYTES : 0);
}

/** The event that an entry makes, or why it makes none. */
export function eventOf(
  { Source, DetailType, Detail, Resources, Time }: Entry,
  { account, region }: Pick<Identity, 'account' | 'region'>,
  now: Date,
): BusEvent | EntryFault {
  for (const [name, value] of Object.entries({ Source, DetailType, Detail }))
    if (value === '') return missing(name);
  if (Source.startsWith('aws.'))
    return {
      code: 'NotAuthorizedForSourceException',
      message: 'Not authorized for the source.',
    };
  const detail = objectIn(Detail);
  if (detail === null) return { code: 'MalformedDetail', message: 'Detail is malformed.' };
  const time = typeof Time === 'number' ? new Date(Time * 1_000) : now;
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': DetailType,
    source: Source,
    account,
    time: time.toISOString().replace(/\.\d+Z$/, 'Z'),
    region,
    resources: Resources,
    detail,
  };
}

function missing(name: string): EntryFault {
  const message = `Parameter ${name} is not valid. Reason: ${name} is a required argument.`;
  return { code: 'InvalidArgument', message };
}

function objectIn(text: string): object | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && !Array.isArray(parsed) ? parsed : null;
  } catch {
    return null;
  }
}
