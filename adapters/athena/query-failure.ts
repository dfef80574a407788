// Athena → [failure]: why a query could not be run, and what to change.

/** A failure with words of its own; by this name a command shows them as they are. */
export class QueryFailure extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'Failure';
  }
}

/** Known reasons, each with what to do about it; the first that fits is said. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /output location/i,
    'the workgroup says nowhere where answers are kept; give --output-location s3://bucket/prefix/',
  ],
  [
    /workgroup .*(?:not found|not exist)/is,
    'list the workgroups with aws athena list-work-groups, and give one with --workgroup and its --region',
  ],
  [
    /already ?exists/i,
    'leave --create-table away, or give another --table; DROP TABLE takes the table away and no logs',
  ],
  [
    /(?:TABLE|SCHEMA)_NOT_FOUND|database .*not found|EntityNotFound/is,
    'make the table with --bucket and --create-table, or give --database and --table',
  ],
  [
    /COLUMN_NOT_FOUND/,
    'the table has other columns than AWS documents for CloudTrail; make one with --bucket and --create-table',
  ],
  [
    /(?:access|permission) denied|S3Exception.*403/is,
    'the caller needs s3:ListBucket and s3:GetObject for the logs (kms:Decrypt where they are encrypted with a key), and s3:GetBucketLocation and s3:PutObject where answers are kept',
  ],
  [/bytes scanned limit|exceeded .*limit/is, 'ask for fewer days, accounts or Regions'],
];

/** Makes words of what Athena says. */
export function queryFailure(reason: string, cause?: unknown): Error {
  if (/is not authorized to perform/.test(reason)) {
    const refused = new Error(reason, { cause });
    refused.name = 'AccessDeniedException';
    return refused;
  }
  const advice = ADVICE.find(([form]) => form.test(reason))?.[1];
  const said = reason.replace(/[.\s]+$/, '');
  return new QueryFailure(
    `Athena could not do it: ${said}${advice === undefined ? '' : `; ${advice}`}`,
    cause,
  );
}

/** An error of a request with words, where Athena says what is wrong with it; else the error. */
export function withWords(error: unknown): unknown {
  const { name, message } = Object(error) as { name?: unknown; message?: unknown };
  const isRefused = name === 'InvalidRequestException' || name === 'MetadataException';
  return isRefused ? queryFailure(String(message), error) : error;
}
