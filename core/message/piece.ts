// Whether a run of letters and digits is a piece of an encoded message or a word behind it.

/** From this length on a run of the alphabet is no word of any log. */
const CERTAIN = 40;
/** From this length on a run with both cases and a digit is no word. */
const LIKELY = 20;
/** How much the lines of one wrapped message differ where a person copied them. */
const RAGGED = 4;

/** Whether the run alone looks like a piece of an encoded message. */
export function isMessageLike(run: string): boolean {
  if (run.length >= CERTAIN) return true;
  return run.length >= LIKELY && [/[a-z]/, /[A-Z]/, /[0-9_]/].every((kind) => kind.test(run));
}

/** Whether the run may be a word of a language; a letter repeated is none. */
export function isWord(run: string): boolean {
  return /^[A-Za-z]{1,19}$/.test(run) && !/^(.)\1+$/.test(run);
}

/** At least the first piece is known. */
type PiecesSoFar = readonly [string, ...string[]];

/** What may stand behind the last piece: the end, a quote, a mark that the rest was cut. */
const ENDS = /^(?:$|[\s"'`<>)\]},;|│┃\\…]|\.(?:$|[\s.]))/;

/** Whether the run that follows the pieces after a gap belongs to the same message. */
export function mayFollow(pieces: PiecesSoFar, gap: string, run: string, behind: string): boolean {
  if (!/[A-Za-z0-9]/.test(run) || !ENDS.test(behind)) return false;
  const lines = gap.split('\n').length - 1;
  if (lines === 0) return /^[ \t]+$/.test(gap) && followsSpace(pieces, run);
  return followsLine(pieces, run) && (lines === 1 || isMessageLike(run));
}

function followsSpace(pieces: PiecesSoFar, run: string): boolean {
  const [first, ...others] = pieces;
  if (others.length === 0) return first.length >= LIKELY && run.length >= CERTAIN;
  return isFull(others) && !isWord(run);
}

function followsLine(pieces: PiecesSoFar, run: string): boolean {
  const [first, ...others] = pieces;
  if (others.length === 0) return isMessageLike(run) || (first.length >= CERTAIN && !isWord(run));
  return isFull(others) && (!isWord(run) || isEven(others));
}

/** Whether the last line is as long as the longest: only then the message goes on. */
function isFull(lines: readonly string[]): boolean {
  const longest = Math.max(...lines.map((line) => line.length));
  return Number(lines.at(-1)?.length) >= longest - RAGGED;
}

function isEven(lines: readonly string[]): boolean {
  return new Set(lines.map((line) => line.length)).size === 1;
}
