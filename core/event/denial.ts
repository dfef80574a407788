// event → [denial] → decoded → explained → alert
import { type Requested, type Sentence } from '../evidence';
import { type FoundMessage, findEncodedMessage } from '../message/encoded-message';
import { SAID_BY_CODE } from '../message/said-by-code';
import { readSentence } from '../message/sentence';
import type { CloudTrailRecord } from './cloudtrail-record';
import { requestedOf } from './requested';

/** Error codes that say AWS refused the request for lack of permission. */
export const DENIAL_CODES: readonly string[] = [
  'Client.UnauthorizedOperation',
  'UnauthorizedOperation',
  'AccessDenied',
  'AccessDeniedException',
  'Client.AccessDenied',
  ...Object.keys(SAID_BY_CODE),
];

const CODES: ReadonlySet<string> = new Set(DENIAL_CODES);

/** What one denied record says, before its encoded message is decoded. */
export interface Denial {
  readonly requested: Requested;
  readonly stated: Sentence | null;
  readonly message: FoundMessage;
}

/** Whether an error code says that AWS refused the request for lack of permission. */
export function isDenialCode(code: string): boolean {
  return CODES.has(code);
}

/** Whether the record is a denial; a dry run that would have succeeded is none. */
export function isDenial(record: CloudTrailRecord): boolean {
  return record.errorCode !== null && isDenialCode(record.errorCode);
}

/** Reads what a denied record says. */
export function denialOf(record: CloudTrailRecord): Denial {
  const text = record.errorMessage ?? '';
  return {
    requested: requestedOf(record),
    stated: readSentence(text) ?? SAID_BY_CODE[record.errorCode ?? ''] ?? null,
    message: findEncodedMessage(text),
  };
}
