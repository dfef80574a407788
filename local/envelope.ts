// [record] → event → rule → …: CloudTrail records as EventBridge would deliver them.
// @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
import * as v from 'valibot';
import { readRecord } from '../core/event/cloudtrail-record';

/** Deeper than any wrapping AWS uses: a list of files of records. */
const DEPTH = 4;

const DETAIL_TYPES: Readonly<Record<string, string>> = {
  AwsApiCall: 'AWS API Call via CloudTrail',
  AwsServiceEvent: 'AWS Service Event via CloudTrail',
  AwsConsoleSignIn: 'AWS Console Sign In via CloudTrail',
};

/**
 * The EventBridge events in a parsed value: an event itself, or made of each record in a bare record,
 * a log file's `Records`, the answer of `lookup-events`, or a list of any of these.
 */
export function eventsIn(value: unknown, depth = DEPTH): readonly object[] {
  if (typeof value !== 'object' || value === null || depth === 0) return [];
  if (Array.isArray(value)) return value.flatMap((item) => eventsIn(item, depth - 1));
  if ('detail' in value) return readRecord(value.detail) ? [value] : [];
  if ('Records' in value) return eventsIn(value.Records, depth - 1);
  if ('Events' in value) return eventsIn(value.Events, depth - 1);
  if ('CloudTrailEvent' in value) return eventsIn(parseJson(value.CloudTrailEvent), depth - 1);
  return readRecord(value) ? [envelope(value)] : [];
}

const wrapped = v.object({
  eventID: v.nullish(v.string(), ''),
  eventSource: v.string(),
  eventTime: v.nullish(v.string(), ''),
  eventType: v.nullish(v.string(), 'AwsApiCall'),
  awsRegion: v.nullish(v.string(), ''),
  recipientAccountId: v.nullish(v.string()),
  userIdentity: v.nullish(v.object({ accountId: v.nullish(v.string()) })),
});

/** Wraps a bare record: `ec2.amazonaws.com` becomes the source `aws.ec2`. */
function envelope(detail: object): object {
  const record = v.parse(wrapped, detail);
  return {
    version: '0',
    id: record.eventID,
    'detail-type': DETAIL_TYPES[record.eventType] ?? DETAIL_TYPES.AwsApiCall,
    source: `aws.${record.eventSource.split('.')[0]}`,
    account: record.recipientAccountId ?? record.userIdentity?.accountId ?? '',
    time: record.eventTime,
    region: record.awsRegion,
    resources: [],
    detail,
  };
}

function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}
