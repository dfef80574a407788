// denial → [group]: parts of readable keys that hostile text can neither lengthen nor take apart.

/** Separators of keys, and all that is not visible ASCII. */
const UNSAFE = /[^!-~]|[%:#~|]/g;

const MARK_LENGTH = 7;

/** Two marks of 32 bits from two beginnings: one alone would be too easy to meet by chance. */
const SEEDS = [0x811c9dc5, 0x5bd1e995] as const;

/** Writes each separator, space and non-ASCII character as `%` with the four hex digits of its UTF-16 unit. */
export function escapedPart(text: string): string {
  return text.replace(UNSAFE, escaped);
}

function escaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Writes what is not known as `-`, which no text is written as. */
export function partOrNone(part: string | null): string {
  if (part === null || part === '') return '-';
  return part === '-' ? escaped(part) : part;
}

/**
 * Keeps a part within a number of characters: of a long one the beginning, a mark of the whole
 * between two `~`, and the end. Escaped text has no `~`, so a short part never looks like a cut one.
 */
export function boundedPart(part: string, limit: number): string {
  if (part.length <= limit) return part;
  const mark = `~${SEEDS.map((seed) => contentMark(part, seed)).join('')}~`;
  const room = limit - mark.length;
  const end = Math.floor(room / 2);
  return `${part.slice(0, room - end)}${mark}${part.slice(part.length - end)}`;
}

/** The steps of FNV-1a over 32 bits; enough to keep parts apart that begin and end alike. */
function contentMark(text: string, seed: number): string {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(36).padStart(MARK_LENGTH, '0');
}
