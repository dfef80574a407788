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
  const error = faultOf(body, records, denied);
  if (error !== null) return { denials: [], ignored: [], failed: [{ itemId, error }] };
  return {
    denials: denied.map((record) => ({
      itemId,
      eventId: record.eventID ?? '',
      record,
      denial: denialOf(record),
    })),
    ignored: records.filter((record) => !isDenial(record)),
    failed: [],
  };
}

function faultOf(
  body: string,
  records: readonly CloudTrailRecord[],
  denied: readonly CloudTrailRecord[],
): Failure | null {
  if (records.length === 0)
    return new Failure(
      'NOT_A_RECORD',
      `the item is not a CloudTrail event: ${JSON.stringify(body.slice(0, 200))}; allowed are an EventBridge event with a CloudTrail record as its detail, a record, or a list of records`,
    );
  if (denied.some(({ eventID }) => eventID === null))
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
