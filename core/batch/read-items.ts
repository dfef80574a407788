// event → [denial] → grouped → alert: queue items as denials.
import { type Denial, denialOf, isDenial } from '../event/denial';
import { type CloudTrailRecord, readRecord } from '../event/cloudtrail-record';
import { readRecords } from '../event/read-records';
import { accountOf } from '../event/requested';
import { Failure } from '../failure';

/** One item of the queue. */
export interface Item {
  readonly id: string;
  readonly body: string;
}

/** A denial with the item that brought it. */
export interface Arrival {
  readonly itemId: string;
  readonly eventId: string;
  readonly record: CloudTrailRecord;
  readonly denial: Denial;
}

/** An item that was not finished and is to be delivered again. */
export interface FailedItem {
  readonly itemId: string;
  readonly error: unknown;
}

/** What the items of a batch hold. */
export interface Arrivals {
  readonly denials: readonly Arrival[];
  readonly ignored: readonly CloudTrailRecord[];
  /** Items that are no CloudTrail events; each fails alone. */
  readonly failed: readonly FailedItem[];
}

/** Whose events come: null where nobody sends, as in the history. */
export interface Receiver {
  /** The account of the stack. */
  readonly account: string;
  /** Whether it is a hub: who sends then might mean to learn of another account. */
  readonly isHub: boolean;
}

/**
 * Reads the items of a batch; never throws. An event may speak of the account that sent it alone; where
 * nobody else sends, as to a stack that is no hub, the own account may try out what it likes.
 */
export function readItems(items: readonly Item[], receiver: Receiver | null): Arrivals {
  const read = items.map((item) => readItem(item, receiver));
  return {
    denials: read.flatMap(({ denials }) => denials),
    ignored: read.flatMap(({ ignored }) => ignored),
    failed: read.flatMap(({ failed }) => failed),
  };
}

function readItem({ id: itemId, body }: Item, receiver: Receiver | null): Arrivals {
  const parsed = parse(body);
  const records = receiver === null ? readRecords(parsed) : receivedRecords(parsed);
  const denied = records.filter(isDenial);
  const denials = denied.flatMap((record) => arrivalOf(itemId, record));
  const error =
    foreignFault(records, senderOf(parsed), receiver) ??
    faultOf(body, records.length === 0, denials.length < denied.length);
  if (error !== null) return { denials: [], ignored: [], failed: [{ itemId, error }] };
  return {
    denials,
    ignored: records.filter((record) => !isDenial(record)),
    failed: [],
  };
}

function arrivalOf(itemId: string, record: CloudTrailRecord): readonly Arrival[] {
  const { eventID: eventId } = record;
  return eventId === null ? [] : [{ itemId, eventId, record, denial: denialOf(record) }];
}

/** An event of EventBridge is one record, whatever its detail holds: one item must not be many. */
function receivedRecords(parsed: unknown): readonly CloudTrailRecord[] {
  if (senderOf(parsed) === null) return readRecords(parsed);
  const record = readRecord(Object(parsed).detail);
  return record === null ? [] : [record];
}

/** EventBridge writes the outermost envelope, and in it the account that the event comes from. */
function senderOf(parsed: unknown): string | null {
  if (typeof parsed !== 'object' || parsed === null) return null;
  const isEnvelope = 'detail' in parsed && 'account' in parsed;
  return isEnvelope && typeof parsed.account === 'string' ? parsed.account : null;
}

function foreignFault(
  records: readonly CloudTrailRecord[],
  sender: string | null,
  receiver: Receiver | null,
): Failure | null {
  if (sender === null || receiver === null) return null;
  const isOwn = sender === receiver.account;
  if (isOwn && !receiver.isHub) return null;
  const foreign = records.map(accountOf).find((account) => account !== sender);
  // A test event may leave the account out.
  if (foreign === undefined || (isOwn && foreign === '')) return null;
  return new Failure(
    'FOREIGN_ACCOUNT',
    `the event was sent by account ${quoted(sender)} and speaks of account ${quoted(foreign)}; an account may send its own events alone: look in CloudTrail for who called events:PutEvents there`,
  );
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 64));
}

function faultOf(body: string, isNoEvent: boolean, isNameless: boolean): Failure | null {
  if (isNoEvent)
    return new Failure(
      'NOT_A_RECORD',
      `the item is not a CloudTrail event: ${JSON.stringify(body.slice(0, 200))}; allowed are an EventBridge event with a CloudTrail record as its detail, a record, or a list of records`,
    );
  if (isNameless)
    return new Failure(
      'NOT_A_RECORD',
      'the denied event has no eventID, so it cannot be stored once',
    );
  return null;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
