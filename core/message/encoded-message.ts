// event → denial → [the encoded message] → decoded → explained → alert
import { collectPieces } from './message-pieces';
import { isElided, isFaulty, isPlaceholder } from './message-faults';

declare const encoded: unique symbol;

/** An encoded authorization failure message that is whole as far as one can see without asking STS. */
export type EncodedMessage = string & { readonly [encoded]: true };

/** What stands behind "Encoded authorization failure message:", and how many characters of it. */
export type FoundMessage =
  | { readonly kind: 'whole'; readonly encoded: EncodedMessage; readonly length: number }
  | { readonly kind: 'cut'; readonly length: number }
  | { readonly kind: 'damaged'; readonly length: number }
  | { readonly kind: 'absent'; readonly length: 0 };

const ABSENT: FoundMessage = { kind: 'absent', length: 0 };

/** `Encoded authorization failure message:`, and shorter ways in which people quote it. */
const ANNOUNCEMENT =
  /encoded\s{1,200}(?:authorization\s{1,200})?(?:failure\s{1,200})?message\b(?:\s{0,200}:|\.(?=\s))?/gi;

/** Finds the encoded message that an error message announces. */
export function findEncodedMessage(text: string): FoundMessage {
  for (const announcement of text.matchAll(ANNOUNCEMENT)) {
    const found = readEncodedMessage(text.slice(announcement.index + announcement[0].length));
    const isCertain = announcement[0].endsWith(':') || found.kind === 'whole';
    if (found.kind !== 'absent' && isCertain) return found;
  }
  return ABSENT;
}

/** Reads the encoded message that the text begins with, re-joined where it was wrapped. */
export function readEncodedMessage(text: string): FoundMessage {
  const { characters, behind } = collectPieces(text);
  const length = characters.length;
  if (isPlaceholder(characters, behind)) return { kind: 'damaged', length };
  if (isElided(behind)) return { kind: 'cut', length };
  if (length === 0) return ABSENT;
  if (isFaulty(characters, behind)) return { kind: 'damaged', length };
  return { kind: 'whole', encoded: characters as EncodedMessage, length };
}
