// [event] → denial → decoded → explained → alert
import { type CloudTrailRecord, readRecord } from './cloudtrail-record';

/** Deeper than any wrapping AWS uses: an array of envelopes of records. */
const DEPTH = 4;

/**
 * Finds the CloudTrail records in a parsed value: a bare record, an EventBridge envelope, a log
 * file's `Records`, the answer of `lookup-events`, or a list of any of these.
 */
export function readRecords(value: unknown, depth = DEPTH): readonly CloudTrailRecord[] {
  if (typeof value !== 'object' || value === null || depth === 0) return [];
  if (Array.isArray(value)) return value.flatMap((item) => readRecords(item, depth - 1));
  const inner = wrapped(value);
  if (inner !== undefined) return readRecords(inner, depth - 1);
  const record = readRecord(value);
  return record ? [record] : [];
}

function wrapped(value: object): unknown {
  if ('detail' in value) return value.detail;
  if ('Records' in value) return value.Records;
  if ('Events' in value) return value.Events;
  if ('CloudTrailEvent' in value) return parseJson(value.CloudTrailEvent);
  return undefined;
}

function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}
