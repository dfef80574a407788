// event → [denial] → grouped → alert: queue items as denials.
import { type Denial, denialOf, isDenial } from '../event/denial';
import { type CloudTrailRecord } from '../event/cloudtrail-record';
import { readRecords } from '../event/read-records';
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

/** Reads the items of a batch; never throws. */
export function readItems(items: readonly Item[]): Arrivals {
  const read = items.map(readItem);
  return {
    denials: read.flatMap(({ denials }) => denials),
    ignored: read.flatMap(({ ignored }) => ignored),
    failed: read.flatMap(({ failed }) => failed),
  };
}

function readItem({ id: itemId, body }: Item): Arrivals {
  const records = readRecords(parse(body));
  const denied = records.filter(isDenial);
  const denials = denied.flatMap((record) => arrivalOf(itemId, record));
  const error = faultOf(body, records.length === 0, denials.length < denied.length);
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
