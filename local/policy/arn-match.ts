// ArnEquals and ArnLike, which are one operator under two names.
import type { Answer } from './answer';
import { isCharacter, matchesPieces, type Piece, piecesOf } from './pattern';
import type { FilledText } from './policy-text';

const FIELDS = 6;

/**
 * Compares each of the six fields of an ARN on its own. Open where the pattern has fewer fields and
 * would match as a text: AWS does not say what such a pattern means.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function matchesArn(listed: FilledText, asked: string): Answer {
  const pieces = piecesOf(listed);
  const patterns = fieldsOf(pieces, (piece) => isCharacter(piece, ':'));
  if (patterns.length < FIELDS) return matchesPieces(pieces, asked) ? 'open' : false;
  const fields = fieldsOf(asked.split(''), (character) => character === ':');
  if (fields.length < FIELDS) return false;
  return patterns.every((pattern: readonly Piece[], index) =>
    matchesPieces(pattern, fields[index]?.join('') ?? ''),
  );
}

/** Cuts at the first five colons; the last field keeps its own. */
function fieldsOf<T>(
  items: readonly T[],
  isColon: (item: T) => boolean,
): readonly (readonly T[])[] {
  const fields: T[][] = [[]];
  for (const item of items) {
    if (isColon(item) && fields.length < FIELDS) fields.push([]);
    else fields.at(-1)?.push(item);
  }
  return fields;
}
