// denial → [decoded] → explained → alert
import type { EncodedMessageFate } from '../contract';
import type { DecodedMessage } from '../evidence';
import { readDecodedMessage } from './decoded-message';

/** Why STS gave no answer. */
export type Outage =
  'throttled' | 'no-credentials' | 'credentials-refused' | 'no-network' | 'fault';

/** What STS answered; only `unavailable` is worth another try. */
export type DecodeAnswer =
  | { readonly kind: 'decoded'; readonly text: string }
  | { readonly kind: 'not-permitted'; readonly decoder: string | null }
  /** The message is of a member account, and its reader role could not be assumed. */
  | { readonly kind: 'no-reader'; readonly account: string; readonly roleName: string }
  | { readonly kind: 'not-valid' }
  | { readonly kind: 'unavailable'; readonly because: Outage; readonly cause: unknown };

/** What became of a message, and what it said. */
export interface Decoded {
  readonly decoded: DecodedMessage | null;
  readonly message: EncodedMessageFate;
}

/** Reads an answer about a message of so many characters. */
export function decodedBy(answer: DecodeAnswer, length: number): Decoded {
  switch (answer.kind) {
    case 'decoded':
      return { decoded: readText(answer.text), message: { status: 'decoded', length } };
    case 'not-permitted':
      return {
        decoded: null,
        message: {
          status: 'not-permitted',
          length,
          ...(answer.decoder === null ? {} : { decoder: answer.decoder }),
        },
      };
    case 'no-reader': {
      const { account, roleName } = answer;
      const reader = { account, roleName };
      return { decoded: null, message: { status: 'not-permitted', length, reader } };
    }
    case 'not-valid':
      return { decoded: null, message: { status: 'not-valid', length } };
    case 'unavailable':
      return { decoded: null, message: { status: 'offline', length } };
  }
}

function readText(text: string): DecodedMessage | null {
  try {
    return readDecodedMessage(JSON.parse(text));
  } catch {
    return null;
  }
}
