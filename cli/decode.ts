// found → [decoded] → explained: asks STS about whole messages, where it may.
import type { EncodedMessageFate } from '../core/contract';
import { readDecodedMessage } from '../core/decoded/decoded-message';
import type { DecodedMessage } from '../core/evidence';
import type { EncodedMessage } from '../core/message/encoded-message';
import type { DecodeAnswer, Outage } from '../core/pipeline';
import type { Finding } from '../core/text/finding';

/** What became of a finding's encoded message. */
export interface Decoded {
  readonly decoded: DecodedMessage | null;
  readonly message: EncodedMessageFate;
  /** Why STS was of no help, as a sentence; empty where it was, or was not asked. */
  readonly note: string;
}

/** Asks STS in a Region; null where it may not be asked. */
export type Ask = ((encoded: EncodedMessage, region: string) => Promise<DecodeAnswer>) | null;

const FATES = { cut: 'truncated', damaged: 'damaged', absent: 'absent', whole: 'offline' } as const;

/** Decodes a finding's message, unless the text already holds it decoded. */
export async function decodeFinding(finding: Finding, ask: Ask): Promise<Decoded> {
  const { decoded, message } = finding;
  const { length } = message;
  if (decoded !== null) return { decoded, message: { status: 'decoded', length }, note: '' };
  if (message.kind !== 'whole' || ask === null)
    return { decoded, message: { status: FATES[message.kind], length }, note: '' };
  return decodedBy(await ask(message.encoded, regionOf(finding)), length);
}

function regionOf({ requested, region }: Finding): string {
  return requested?.event?.region ?? region ?? '';
}

function decodedBy(answer: DecodeAnswer, length: number): Decoded {
  switch (answer.kind) {
    case 'decoded':
      return {
        decoded: readDecodedMessage(JSON.parse(answer.text)),
        message: { status: 'decoded', length },
        note: '',
      };
    case 'not-permitted':
      return {
        decoded: null,
        message: { status: 'not-permitted', length, ...decoderOf(answer.decoder) },
        note: `could not decode: ${answer.decoder ?? 'the caller'} lacks sts:DecodeAuthorizationMessage`,
      };
    case 'not-valid':
      return {
        decoded: null,
        message: { status: 'not-valid', length },
        note: 'could not decode: STS says the message is not valid; it might be cut, wrapped, expired, or from another account or partition',
      };
    case 'unavailable':
      return {
        decoded: null,
        message: { status: 'offline', length },
        note: `could not decode: ${OUTAGE_NOTES[answer.because]}`,
      };
  }
}

function decoderOf(decoder: string | null): { decoder?: string } {
  return decoder === null ? {} : { decoder };
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
