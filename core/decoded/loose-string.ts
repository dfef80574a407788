// text → [a quoted string of it, however it is escaped, wrapped, or cut] → decoded → explained
import { matchesAt } from './sticky';
import { unescaped, widthOf } from './string-escapes';

/** A string as it stands in a text. */
export interface QuotedString {
  readonly value: string;
  /** Where the text goes on. */
  readonly end: number;
  /** Whether the string ends without its quote. */
  readonly isCut: boolean;
}

/** The quote that opens a string. */
interface Opening {
  readonly quote: string;
  /** Backslashes before the quote: 0, then 1, 3, 7 for strings in strings. */
  readonly backslashes: number;
  /** Whether the string holds JSON, in which line ends and closers cut nothing. */
  readonly isNested: boolean;
}

const MARKS = { '"': /\\+"?|["\n]/g, "'": /\\+'?|['\n]/g } as const;
const NESTED = /\s{0,200}(?:[{[]|\w{0,40}\\)/y;
const WORD = /[\w/-]/;
/** The character that opens what follows it. */
const OPENS_NEXT = /[,{[:]/;
const NEXT_KEY = /\n[ \t]{0,400}(\\{0,15})(["'])[\w-]{1,80}\\{0,15}["'][ \t]{0,40}:/y;
const CLOSERS = /\n[ \t]{0,400}[\]}][\]},; \t]{0,40}(?:\n|$)/y;
const LEFT_OUT = /\n[ \t]{0,400}(?:\.[. \t]+|…|\(\.\.\.\)|\[\.\.\.\])[ \t]{0,40}(?:\n|$)/y;
const NEXT_PART = /\s{0,400}(?:\+\s{0,400})?(["'])(?![\w-]{1,80}["']\s{0,40}:)/y;
const BEFORE_CUT = /\\{1,15}(?:u[\da-fA-F]{0,3})?$/;

/** Reads the string whose quote stands at `at`, behind so many backslashes. */
export function stringAt(text: string, at: number, backslashes: number): QuotedString {
  const quote = text.charAt(at);
  const opening = { quote, backslashes, isNested: matchesAt(NESTED, text, at + 1) };
  const parts: string[] = [];
  let next: number | undefined = at;
  let close: Close = { close: at, end: at, isCut: true };
  while (next !== undefined) {
    close = closeOf(text, next + 1, opening);
    parts.push(text.slice(next + 1, close.close));
    next = opening.isNested && !close.isCut ? continuation(text, close.end, opening) : undefined;
  }
  const raw = opening.isNested ? parts.join('') : joined(parts.join(''));
  const value = unescaped(close.isCut ? raw.replace(BEFORE_CUT, '') : raw, backslashes);
  return { value, end: close.end, isCut: close.isCut };
}

/** The quote of the next part, where a long string was written in parts. */
function continuation(text: string, from: number, { quote, backslashes }: Opening) {
  if (backslashes > 0) return undefined;
  NEXT_PART.lastIndex = from;
  const next = NEXT_PART.exec(text);
  return next?.[1] === quote ? NEXT_PART.lastIndex - 1 : undefined;
}

interface Close {
  readonly close: number;
  readonly end: number;
  readonly isCut: boolean;
}

function closeOf(text: string, start: number, opening: Opening): Close {
  const marks = opening.quote === '"' ? MARKS['"'] : MARKS["'"];
  marks.lastIndex = start;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    const next = marks.lastIndex;
    const close = closeAt(text, mark.index, next, opening);
    if (close !== null) return close;
    marks.lastIndex = next;
  }
  return { close: text.length, end: text.length, isCut: true };
}

/** The close at a mark; null where the string goes on. */
function closeAt(text: string, at: number, next: number, opening: Opening): Close | null {
  if (text[at] === '\n') return cutAt(text, at, opening);
  if (text[next - 1] !== opening.quote) return null;
  const count = next - 1 - at;
  if (count < opening.backslashes) return { close: at, end: at, isCut: true };
  if ((count - opening.backslashes) % (2 * widthOf(opening.backslashes)) !== 0) return null;
  const close = next - 1 - opening.backslashes;
  if (!WORD.test(text.charAt(next))) return { close, end: next, isCut: false };
  return opensNext(text, at);
}

/** A quote behind a comma and before a word opens the next string: the one of this string is lost. */
function opensNext(text: string, at: number): Close | null {
  const close = text[at - 1] === ' ' ? at - 2 : at - 1;
  return OPENS_NEXT.test(text.charAt(close)) ? { close, end: at, isCut: false } : null;
}

function cutAt(text: string, at: number, { isNested, backslashes, quote }: Opening): Close | null {
  if (isNested) return null;
  if (
    !isKeyNext(text, at, quote, backslashes) &&
    !matchesAt(CLOSERS, text, at) &&
    !matchesAt(LEFT_OUT, text, at)
  )
    return null;
  const isWhole = text[at - 1] === ',';
  return { close: isWhole ? at - 1 : at, end: at, isCut: !isWhole };
}

/** Whether the next line begins with a key that stands no deeper than the string. */
function isKeyNext(text: string, at: number, quote: string, backslashes: number): boolean {
  NEXT_KEY.lastIndex = at;
  const [, escape = '', ...quotes] = NEXT_KEY.exec(text) ?? [];
  return quotes[0] === quote && escape.length <= backslashes;
}

/** A line end in a string is of a terminal: it goes, with the indentation behind it. */
function joined(raw: string): string {
  if (!raw.includes('\n')) return raw;
  return raw
    .split('\n')
    .map((line, index) => (index === 0 ? line.trimEnd() : line.trim()))
    .join('');
}
