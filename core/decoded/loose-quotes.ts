// text → [its quoted keys and values] → decoded → explained
import { stringAt } from './loose-string';
import { KNOWN_KEYS } from './message-shape';
import { lengthAt, matchesAt } from './sticky';
import { type ReadToken, valueToken } from './token';

const SEPARATOR = /\\{0,15}\s{0,200}(?::|=>|=)/y;
const OPENS_VALUE = /\s{0,200}[{["']/y;
/** A wrapper's quote that lost its escapes, or that stands before a key without its own quote. */
const LOST_WRAPPER =
  /(["'])(?:[ \t]{0,40}\{\s{0,200}\1(?=\w)|[A-Za-z]{1,40}[{[]\s{0,200}\\{1,15}["']\w{1,40}\\{1,15}["'])/y;
/** An apostrophe before a key or before a sign of structure opens nothing. */
const STRAY = /'\s{0,200}(?:"[\w-]{1,80}"\s{0,40}:|[,}\]\n])/y;
/** The `u` of Python 2, and the like. */
const PREFIXED = /(?:^|\W)[ubr]$/i;
const WORD_CHARACTER = /\w/;

/** Reads the string whose quote stands behind so many backslashes; undefined where none begins. */
export function quotedAt(text: string, at: number, backslashes: number): ReadToken | undefined {
  const quote = at + backslashes;
  if (isStray(text, at, quote) || matchesAt(LOST_WRAPPER, text, quote)) return undefined;
  const { value, end, isCut } = stringAt(text, quote, backslashes);
  return keyAt(text, value, end) ?? valueToken(value, end, isCut);
}

/** Takes a name for a key if a colon follows, or, for keys of a decoded message, a value. */
export function keyAt(text: string, name: string, end: number): ReadToken | undefined {
  const separator = lengthAt(SEPARATOR, text, end);
  if (separator !== undefined) return { token: { kind: 'key', name }, end: end + separator };
  const isKey = KNOWN_KEYS.has(name) && matchesAt(OPENS_VALUE, text, end);
  return isKey ? { token: { kind: 'key', name }, end } : undefined;
}

/** An apostrophe, or the quote behind a wrapped message whose first quote is lost. */
function isStray(text: string, at: number, quote: number): boolean {
  const before = text.charAt(at - 1);
  if (before === '}' || before === ']') return !WORD_CHARACTER.test(text.charAt(quote + 1));
  if (text[quote] !== "'") return false;
  if (at < quote || !WORD_CHARACTER.test(before)) return matchesAt(STRAY, text, quote);
  return !PREFIXED.test(text.slice(Math.max(0, at - 2), at));
}
