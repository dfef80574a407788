// text → [its keys and values without quotes] → decoded → explained
import { keyAt } from './loose-quotes';
import { lengthAt } from './sticky';
import { type ReadToken, type Scalar, valueToken } from './token';

const SPACE = /[ \t]{0,400}/y;
const WORD = /[A-Za-z][\w.-]{0,80}/y;
const NUMBER = /-?\d[\w.+-]{0,80}/y;
/** A comma inside a word is one of an ARN. */
const REST = /(?:[^,}\]\n"'\\]|,(?=[\w/.@+=,-])){1,2000}/y;
/** A flag, also where a line end broke it. */
const FLAG = /(?:t\s{0,90}r\s{0,90}u\s{0,90}e|f\s{0,90}a\s{0,90}l\s{0,90}s\s{0,90}e)(?!\w)/iy;
/** The `u` of Python 2, and the like: what follows is a string. */
const PREFIX = /^[ubr]$/i;

/** Reads a key without quotes, or a number, a flag, or null; or tells where other words end. */
export function wordAt(text: string, at: number): ReadToken | number | undefined {
  const length = lengthAt(WORD, text, at);
  if (length === undefined) return numberAt(text, at);
  const end = at + length;
  const word = text.slice(at, end);
  if (PREFIX.test(word) && /["']/.test(text.charAt(end))) return end;
  const value = scalar(word);
  return keyAt(text, word, end) ?? (typeof value === 'string' ? end : valueToken(value, end));
}

function numberAt(text: string, at: number): ReadToken | undefined {
  const start = text[at - 1] === '-' ? at - 1 : at;
  const end = start + lengthOf(NUMBER, text, start);
  const value = scalar(text.slice(start, end));
  return typeof value === 'number' ? valueToken(value, end) : undefined;
}

/** Reads a value without quotes on the line of its key. */
export function bareValueAt(text: string, from: number): ReadToken | undefined {
  const at = from + lengthOf(SPACE, text, from);
  const flag = lengthAt(FLAG, text, at);
  if (flag !== undefined) {
    return valueToken(scalar(text.slice(at, at + flag).replaceAll(/\s/g, '')), at + flag);
  }
  const end = at + lengthOf(REST, text, at);
  const value = text.slice(at, end).trim();
  return /^[\w<*-]/.test(value) && !PREFIX.test(value) ? valueToken(scalar(value), end) : undefined;
}

function lengthOf(pattern: RegExp, text: string, at: number): number {
  return lengthAt(pattern, text, at) ?? 0;
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
