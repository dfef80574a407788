// Whether a resource of a policy covers the resource of a request.
import type { Answer } from './answer';
import { isCharacter, matchesPieces, type Piece, piecesOf } from './pattern';
import type { FilledText } from './policy-text';

/** Colons before the part of an ARN that names the resource. */
const COLONS = 5;

/**
 * Compares by each reading of the documentation: a `*` at the end of a segment goes beyond colons,
 * one elsewhere in a segment should not, and an ARN with too few fields might be completed. Open
 * where the readings differ.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function matchesResource(pattern: FilledText, resource: string): Answer {
  const pieces = piecesOf(pattern);
  const readings = [pieces, inSegments(pieces), inSegments(completed(pieces))].map((reading) =>
    matchesPieces(reading, resource),
  );
  if (readings.every(Boolean)) return true;
  return readings.some(Boolean) ? 'open' : false;
}

function inSegments(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece, index) => {
    const next = pieces[index + 1];
    const isLast = next === undefined || next.kind === 'any' || isCharacter(next, ':');
    return piece.kind === 'any' && !isLast ? { kind: 'any-in-segment' } : piece;
  });
}

function completed(pieces: readonly Piece[]): readonly Piece[] {
  const isEverything = pieces.every(({ kind }) => kind === 'any');
  const colons = pieces.filter((piece) => isCharacter(piece, ':')).length;
  if (isEverything || colons >= COLONS) return pieces;
  const field: readonly Piece[] = [{ kind: 'character', character: ':' }, { kind: 'any' }];
  return [...pieces, ...Array.from({ length: COLONS - colons }, () => field).flat()];
}
