// found → [decoded] → explained: asks STS about whole messages, where it may.
import type { OwnAnswer } from '../adapters/sts-decoder';
import { type Decoded, decodedBy, type Outage } from '../core/decoded/answer';
import type { EncodedMessage } from '../core/message/encoded-message';
import { undecoded } from '../core/text/evidence';
import type { Finding } from '../core/text/finding';

/** What became of a finding's encoded message. */
export interface Answered extends Decoded {
  /** Why STS was of no help, as a sentence; empty where it was, or was not asked. */
  readonly note: string;
}

/** Asks STS in a Region; null where it may not be asked. */
export type Ask = ((encoded: EncodedMessage, region: string) => Promise<OwnAnswer>) | null;

/** Decodes a finding's message, unless the text already holds it decoded. */
export async function decodeFinding(finding: Finding, ask: Ask): Promise<Answered> {
  const { decoded, message } = finding;
  if (decoded !== null || message.kind !== 'whole' || ask === null)
    return { ...undecoded(finding), note: '' };
  const answer = await ask(message.encoded, regionOf(finding));
  return { ...decodedBy(answer, message.length), note: noteOf(answer) };
}

function regionOf({ requested, region }: Finding): string {
  return requested?.event?.region ?? region ?? '';
}

function noteOf(answer: OwnAnswer): string {
  switch (answer.kind) {
    case 'decoded':
      return '';
    case 'not-permitted':
      return `could not decode: ${answer.decoder ?? 'the caller'} lacks sts:DecodeAuthorizationMessage`;
    case 'not-valid':
      return 'could not decode: STS says the message is not valid; it might be cut, wrapped, expired, or from another account or partition';
    case 'unavailable':
      return `could not decode: ${OUTAGE_NOTES[answer.because]}`;
  }
}

const OUTAGE_NOTES = {
  throttled: 'STS is throttling this account; wait a minute and try again',
  'no-credentials':
    'no AWS credentials were found; give --profile, set AWS_PROFILE, or give --offline to leave STS out',
  'credentials-refused':
    'AWS refused the credentials as expired or not valid; sign in again or give another --profile',
  'no-network': 'STS could not be reached over the network; give --offline to leave it out',
  fault: 'STS did not answer; try again, or give --offline to leave it out',
} as const satisfies Record<Outage, string>;
