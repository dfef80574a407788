// event → [denial] → decoded → explained → alert
import { type Requested, type Sentence } from '../evidence';
import { type FoundMessage, findEncodedMessage } from '../message/encoded-message';
import { SAID_BY_CODE } from '../message/said-by-code';
import { readSentence } from '../message/sentence';
import type { CloudTrailRecord } from './cloudtrail-record';
import { requestedOf } from './requested';

/** Error codes that say AWS refused the request for lack of permission. */
const DENIAL_CODES: ReadonlySet<string> = new Set([
  'Client.UnauthorizedOperation',
  'UnauthorizedOperation',
  'AccessDenied',
  'AccessDeniedException',
  'Client.AccessDenied',
  ...Object.keys(SAID_BY_CODE),
]);

/** What one denied record says, before its encoded message is decoded. */
export interface Denial {
  readonly requested: Requested;
  readonly stated: Sentence | null;
  readonly message: FoundMessage;
}

/** Whether the record is a denial; a dry run that would have succeeded is none. */
export function isDenial(record: CloudTrailRecord): boolean {
  return record.errorCode !== null && DENIAL_CODES.has(record.errorCode);
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
