// [CloudTrail record in a text] → denial → decoded → explained
import { type CloudTrailRecord, readRecord } from '../event/cloudtrail-record';
import { denialOf, isDenial } from '../event/denial';
import type { FoundRecord } from './records';
import { type Finding, NOTHING_FOUND } from './finding';
import type { Fragment } from './json-fragment';

const EC2 = 'ec2.amazonaws.com';
/** Stands for an event source that was cut away. */
const NO_SOURCE = '?';
/** A dry run that would have succeeded is refused with this code. */
const DRY_RUN = /DryRunOperation$/;
const REFUSED = /not\s{1,9}authorized\s{1,9}to\s{1,9}perform|explicit\s{1,9}deny/i;

/** Reads what a record found in a text says; null where it is no denial. */
export function findingOf({ value, isCut }: FoundRecord): Finding | null {
  const record = readRecord({ eventSource: sourceOf(value), ...value });
  if (record === null) return null;
  const isRefused = isRefusal(record);
  if (!isRefused && !(isCut && isOpen(record, value))) return null;
  const { requested, stated, message } = denialOf(record);
  const isSourceKnown = record.eventSource !== NO_SOURCE;
  return {
    ...NOTHING_FOUND,
    stated,
    requested: isSourceKnown ? requested : { ...requested, action: null },
    message,
    operation: requested.operation,
    operationWitness: 'requested',
    region: record.awsRegion,
    requestId: typeof value.requestID === 'string' ? value.requestID : null,
    isCertain: isRefused,
  };
}

function isRefusal(record: CloudTrailRecord): boolean {
  if (isDenial(record)) return true;
  if (record.errorCode !== null && DRY_RUN.test(record.errorCode)) return false;
  return REFUSED.test(record.errorMessage ?? '');
}

/** An excerpt that shows neither an error nor an answer leaves open whether the request failed. */
function isOpen(record: CloudTrailRecord, value: Fragment): boolean {
  return record.errorCode === null && !value.responseElements;
}

/** UnauthorizedOperation with the prefix `Client.` is EC2's own error code. */
function sourceOf(value: Fragment): string {
  return String(value.errorCode).startsWith('Client.') ? EC2 : NO_SOURCE;
}
