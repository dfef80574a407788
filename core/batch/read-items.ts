// event → [denial] → grouped → alert: queue items as denials, group by group.
import { type Denial, denialOf, isDenial } from '../event/denial';
import type { CloudTrailRecord } from '../event/cloudtrail-record';
import { readRecords } from '../event/read-records';
import { Failure } from '../failure';

/** One item of the queue. */
export interface Item {
  readonly id: string;
  readonly body: string;
  /** Whether it was received before: then its denials might be counted already. */
  readonly isRedelivery: boolean;
}

/** A denial with the item that brought it. */
export interface Arrival {
  readonly itemId: string;
  readonly eventId: string;
  readonly isRedelivery: boolean;
  readonly denial: Denial;
}

/** What the items of a batch hold. */
export interface Arrivals {
  readonly denials: readonly Arrival[];
  readonly ignored: readonly { readonly itemId: string; readonly record: CloudTrailRecord }[];
  /** Items that are no CloudTrail events; each fails alone. */
  readonly failed: readonly { readonly itemId: string; readonly failure: Failure }[];
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

function readItem({ id: itemId, body, isRedelivery }: Item): Arrivals {
  const records = readRecords(parse(body));
  const denied = records.filter(isDenial);
  const nameless = denied.some(({ eventID }) => eventID === null);
  if (records.length === 0 || nameless) return failed(itemId, faultOf(body, nameless));
  return {
    denials: denied.map((record) => ({
      itemId,
      eventId: record.eventID ?? '',
      isRedelivery,
      denial: denialOf(record),
    })),
    ignored: records.filter((record) => !isDenial(record)).map((record) => ({ itemId, record })),
    failed: [],
  };
}

function failed(itemId: string, failure: Failure): Arrivals {
  return { denials: [], ignored: [], failed: [{ itemId, failure }] };
}

function faultOf(body: string, isNameless: boolean): Failure {
  if (isNameless)
    return new Failure(
      'NOT_A_RECORD',
      'the denied event has no eventID, so it cannot be stored once',
    );
  return new Failure(
    'NOT_A_RECORD',
    `the item is not a CloudTrail event: ${JSON.stringify(body.slice(0, 200))}; allowed are an EventBridge event with a CloudTrail record as its detail, a record, or a list of records`,
  );
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
