// Patterns with IAM's wildcards, in which some characters stand for themselves.
import type { FilledText } from './policy-text';

/** One step of a pattern. */
export type Piece =
  | { readonly kind: 'character'; readonly character: string }
  | { readonly kind: 'one' }
  | { readonly kind: 'any' }
  /** Any characters but a colon. */
  | { readonly kind: 'any-in-segment' };

/** The steps of a text of a policy. */
export function piecesOf(text: FilledText): readonly Piece[] {
  return text.flatMap((part) =>
    part.text.split('').map((character) => pieceOf(character, part.kind === 'pattern')),
  );
}

function pieceOf(character: string, isPattern: boolean): Piece {
  if (isPattern && character === '*') return { kind: 'any' };
  if (isPattern && character === '?') return { kind: 'one' };
  return { kind: 'character', character };
}

/** Whether the piece is this character, standing for itself. */
export function isCharacter(piece: Piece | undefined, character: string): boolean {
  return piece?.kind === 'character' && piece.character === character;
}

/**
 * Whether a text matches the pieces. Holds the places at which the pieces so far can end: the cost
 * is bounded by the product of both lengths.
 */
export function matchesPieces(pieces: readonly Piece[], text: string): boolean {
  let ends: readonly number[] = [0];
  for (const piece of pieces) ends = endsAfter(piece, ends, text);
  return ends.at(-1) === text.length;
}

/** The places after one more piece, in ascending order. */
function endsAfter(piece: Piece, ends: readonly number[], text: string): readonly number[] {
  switch (piece.kind) {
    case 'character':
      return ends.filter((end) => text[end] === piece.character).map((end) => end + 1);
    case 'one':
      return ends.filter((end) => end < text.length).map((end) => end + 1);
    case 'any':
      return range(ends[0] ?? text.length + 1, text.length);
    case 'any-in-segment':
      return segmentEnds(ends, text);
  }
}

function segmentEnds(ends: readonly number[], text: string): readonly number[] {
  const reached = new Set<number>();
  for (const end of ends) {
    const colon = text.indexOf(':', end);
    for (const place of range(end, colon < 0 ? text.length : colon)) reached.add(place);
  }
  return [...reached].toSorted((one, other) => one - other);
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
