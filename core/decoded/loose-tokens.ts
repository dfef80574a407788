// text → [its tokens, as far as they are JSON or what was JSON] → decoded → explained
import { stringAt } from './loose-string';
import { KNOWN_KEYS } from './message-shape';

/** A value that holds no other. */
export type Scalar = string | number | boolean | null;

/** One token; punctuation that says nothing is passed over. */
export type Token =
  | { readonly kind: 'open'; readonly isList: boolean }
  | { readonly kind: 'close'; readonly isList: boolean }
  | { readonly kind: 'key'; readonly name: string }
  | { readonly kind: 'value'; readonly value: Scalar; readonly isCut: boolean }
  | { readonly kind: 'fence' };

/** A token and where the text goes on behind it. */
export interface ReadToken {
  readonly token: Token;
  readonly end: number;
}

/** What can stand at a place: anything in an object or list, or a value behind its key. */
export type Place = 'inside' | 'value';

const NEXT = /[{}[\]"'#/\w<*]|\\+["'nrt]?|```/g;
const SEPARATOR = /\\{0,15}[ \t]{0,40}(?::|=>|=)/y;
const OPENS = /\s{0,200}[{["']/y;
/** A wrapper's quote that lost its escapes, or that stands before a key without its own quote. */
const LOST_WRAPPER = /(["'])(?:[ \t]{0,40}\{\s{0,200}\1|[A-Za-z]{1,40}[{[]\s{0,200}\\{1,15}["'])/y;
const BARE_KEY = /[A-Za-z][\w.-]{0,80}/y;
const BARE_VALUE = /[^,}\]\n"'\\]{1,2000}/y;
const ON_LINE = /[ \t]{0,400}/y;
const WRAPPED_FLAG = /t\s{0,90}r\s{0,90}u\s{0,90}e|f\s{0,90}a\s{0,90}l\s{0,90}s\s{0,90}e/iy;
const WORD_CHARACTER = /\w/;

/** Reads the next token inside an object or list; undefined at the end. */
export function tokenAt(text: string, from: number, place: Place): ReadToken | undefined {
  if (place === 'value') {
    const value = bareValueAt(text, from);
    if (value !== undefined) return value;
  }
  NEXT.lastIndex = from;
  for (let next = NEXT.exec(text); next !== null; next = NEXT.exec(text)) {
    const resume = NEXT.lastIndex;
    const read = readAt(text, next.index, next[0]);
    if (typeof read === 'object') return read;
    NEXT.lastIndex = read ?? resume;
  }
  return undefined;
}

/** A token; or where to go on; undefined: behind the mark. */
function readAt(text: string, at: number, mark: string): ReadToken | number | undefined {
  switch (mark) {
    case '{':
    case '[':
      return { token: { kind: 'open', isList: mark === '[' }, end: at + 1 };
    case '}':
    case ']':
      return { token: { kind: 'close', isList: mark === ']' }, end: at + 1 };
    case '```':
      return { token: { kind: 'fence' }, end: at + 3 };
    case '#':
    case '/':
      return commentEnd(text, at);
    default:
      return /["']$/.test(mark) ? quotedAt(text, at, mark.length - 1) : wordAt(text, at, mark);
  }
}

function commentEnd(text: string, at: number): number | undefined {
  if (at > 0 && !/[\s,{}[\]"]/.test(text.charAt(at - 1))) return undefined;
  if (text.startsWith('/*', at)) {
    const end = text.indexOf('*/', at + 2);
    return end < 0 ? text.length : end + 2;
  }
  if (text[at] === '/' && text[at + 1] !== '/') return undefined;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function quotedAt(text: string, at: number, backslashes: number): ReadToken | undefined {
  const quote = at + backslashes;
  if (isStray(text, at, quote) || matches(LOST_WRAPPER, text, quote)) return undefined;
  const { value, end, isCut } = stringAt(text, quote, backslashes);
  return keyOrValue(text, { name: value, value, end, isCut });
}

/** An apostrophe, or the quote behind a wrapped message whose first quote is lost. */
function isStray(text: string, at: number, quote: number): boolean {
  const before = text.charAt(at - 1);
  if (before === '}' || before === ']') return !WORD_CHARACTER.test(text.charAt(quote + 1));
  if (text[quote] !== "'" || !WORD_CHARACTER.test(before)) return false;
  return at === quote && !/^\W?[ubrUBR]$/.test(text.slice(Math.max(0, at - 2), at));
}

interface Said {
  readonly name: string;
  readonly value: Scalar;
  readonly end: number;
  readonly isCut: boolean;
}

function keyOrValue(text: string, { name, value, end, isCut }: Said): ReadToken {
  SEPARATOR.lastIndex = end;
  const separator = SEPARATOR.exec(text)?.[0];
  if (separator !== undefined) return { token: { kind: 'key', name }, end: end + separator.length };
  if (KNOWN_KEYS.has(name) && matches(OPENS, text, end))
    return { token: { kind: 'key', name }, end };
  return { token: { kind: 'value', value, isCut }, end };
}

function wordAt(text: string, at: number, mark: string): ReadToken | number | undefined {
  if (mark.startsWith('\\')) return undefined;
  BARE_KEY.lastIndex = at;
  const word = BARE_KEY.exec(text)?.[0];
  if (word === undefined) return numberAt(text, at);
  const end = at + word.length;
  if (/^[ubrUBR]$/.test(word) && /["']/.test(text.charAt(end))) return undefined;
  const said = { name: word, value: scalar(word), end, isCut: false };
  const read = keyOrValue(text, said);
  return read.token.kind === 'value' && typeof read.token.value === 'string' ? end : read;
}

const NUMBER = /-?\d[\w.+-]{0,80}/y;

function numberAt(text: string, at: number): ReadToken | undefined {
  NUMBER.lastIndex = text[at - 1] === '-' ? at - 1 : at;
  const word = NUMBER.exec(text)?.[0];
  if (word === undefined) return undefined;
  const value = scalar(word);
  const end = NUMBER.lastIndex;
  return typeof value === 'number'
    ? { token: { kind: 'value', value, isCut: false }, end }
    : undefined;
}

/** A value without quotes on the line of its key. */
function bareValueAt(text: string, from: number): ReadToken | undefined {
  const at = from + (lengthOf(ON_LINE, text, from) ?? 0);
  const flag = lengthOf(WRAPPED_FLAG, text, at);
  if (flag !== undefined) {
    const value = text.slice(at, at + flag).replaceAll(/\s/g, '');
    return { token: { kind: 'value', value: scalar(value), isCut: false }, end: at + flag };
  }
  const length = lengthOf(BARE_VALUE, text, at) ?? 0;
  const value = text.slice(at, at + length).trim();
  if (!/^[\w<*-]/.test(value) || /^[ubrUBR]$/.test(value)) return undefined;
  return { token: { kind: 'value', value: scalar(value), isCut: false }, end: at + length };
}

function lengthOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length;
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
  ['none', null],
  ['nil', null],
  ['undefined', null],
]);

function scalar(word: string): Scalar {
  const known = WORDS.get(word.toLowerCase());
  if (known !== undefined) return known;
  return /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/.test(word) ? Number(word) : word;
}
