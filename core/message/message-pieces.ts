// Re-joins an encoded message that a terminal, a box or a person broke into lines.
import { isMessageLike, isWord, mayFollow } from './piece';

/** The characters of a message, and the text right behind them. */
export interface Pieces {
  readonly characters: string;
  readonly behind: string;
}

/** The alphabet of URL-safe base64, never padded. */
const RUN = /[A-Za-z0-9_-]+/y;
/** What lines of a message may end and begin with: indentation, box and quote marks, a joined string. */
const GAP = /[ \t\r\n│┃|>"'+\\\u00a0]{1,400}/y;
const LEAD = /\s{0,400}[:=]?[\s│┃|>"'+\\]{0,400}(?:[*_`]{1,3}\s{1,9})?/y;
/** A bracket opens a message only where no placeholder such as `[message]` stands in it. */
const OPENING = /[`“‘]{0,3}(?:[([{](?=[\w-]{40}))?/y;
/** Enough to see what kind of mark stands behind a message. */
const BEHIND = 120;

/** Collects the message that the text begins with; none where other words stand there. */
export function collectPieces(text: string): Pieces {
  const lead = matchAt(LEAD, text, 0).length;
  const start = lead + matchAt(OPENING, text, lead).length;
  const first = matchAt(RUN, text, start);
  const isOwnLine = text.slice(0, lead).includes('\n');
  if (!isFirst(first, text.slice(start + first.length, start + first.length + BEHIND), isOwnLine))
    return { characters: '', behind: text.slice(lead, lead + BEHIND) };
  return followed(text, first, start + first.length);
}

function followed(text: string, first: string, end: number): Pieces {
  const pieces: [string, ...string[]] = [first];
  let at = end;
  for (;;) {
    const gap = matchAt(GAP, text, at);
    const next = matchAt(RUN, text, at + gap.length);
    const behind = at + gap.length + next.length;
    if (!mayFollow(pieces, gap, next, text.slice(behind, behind + BEHIND))) break;
    pieces.push(next);
    at = behind;
  }
  return { characters: pieces.join(''), behind: text.slice(at, at + BEHIND) };
}

function isFirst(run: string, behind: string, isOwnLine: boolean): boolean {
  if (run === '') return false;
  if (isOwnLine) return isMessageLike(run);
  return !(isWord(run) && /^:|^[ \t]{1,99}[^\s.…[(<]/.test(behind));
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
