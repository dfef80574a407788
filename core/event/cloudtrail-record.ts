// [event] → denial → decoded → explained → alert
import * as v from 'valibot';

const text = v.optional(v.fallback(v.nullable(v.string()), null), null);

const sessionIssuer = v.object({ type: text, arn: text, userName: text });

const userIdentity = v.object({
  type: text,
  principalId: text,
  arn: text,
  accountId: text,
  userName: text,
  invokedBy: text,
  sessionContext: v.optional(
    v.fallback(
      v.nullable(v.object({ sessionIssuer: v.fallback(v.optional(sessionIssuer), undefined) })),
      null,
    ),
    null,
  ),
});

const cloudTrailRecord = v.object({
  eventID: text,
  eventName: v.pipe(v.string(), v.nonEmpty()),
  eventSource: v.pipe(v.string(), v.nonEmpty()),
  eventTime: text,
  awsRegion: text,
  errorCode: text,
  errorMessage: text,
  recipientAccountId: text,
  sourceIPAddress: text,
  userIdentity: v.optional(v.fallback(v.nullable(userIdentity), null), null),
  requestParameters: v.optional(v.unknown(), null),
});

/**
 * A CloudTrail record as far as this project reads it; a field of another shape reads as null.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export type CloudTrailRecord = Readonly<v.InferOutput<typeof cloudTrailRecord>>;

/** The `userIdentity` element of a record. */
export type UserIdentity = Readonly<v.InferOutput<typeof userIdentity>>;

/** Reads one bare record; null when the value is not one. */
export function readRecord(value: unknown): CloudTrailRecord | null {
  const result = v.safeParse(cloudTrailRecord, value);
  return result.success ? result.output : null;
}
