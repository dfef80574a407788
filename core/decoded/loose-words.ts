// text → [its keys and values without quotes] → decoded → explained
import { keyAt } from './loose-quotes';
import { lengthAt } from './sticky';
import type { ReadToken, Scalar } from './token';

const SPACE = /[ \t]{0,400}/y;
const WORD = /[A-Za-z][\w.-]{0,80}/y;
const NUMBER = /-?\d[\w.+-]{0,80}/y;
const REST = /[^,}\]\n"'\\]{1,2000}/y;
/** A flag, also where a line end broke it. */
const FLAG = /t\s{0,90}r\s{0,90}u\s{0,90}e|f\s{0,90}a\s{0,90}l\s{0,90}s\s{0,90}e/iy;
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
  return keyAt(text, word, end) ?? (typeof value === 'string' ? end : token(value, end));
}

function numberAt(text: string, at: number): ReadToken | undefined {
  const start = text[at - 1] === '-' ? at - 1 : at;
  const end = start + (lengthAt(NUMBER, text, start) ?? 0);
  const value = scalar(text.slice(start, end));
  return typeof value === 'number' ? token(value, end) : undefined;
}

/** Reads a value without quotes on the line of its key. */
export function bareValueAt(text: string, from: number): ReadToken | undefined {
  const at = from + (lengthAt(SPACE, text, from) ?? 0);
  const flag = lengthAt(FLAG, text, at);
  if (flag !== undefined) {
    return token(scalar(text.slice(at, at + flag).replaceAll(/\s/g, '')), at + flag);
  }
  const end = at + (lengthAt(REST, text, at) ?? 0);
  const value = text.slice(at, end).trim();
  return /^[\w<*-]/.test(value) && !PREFIX.test(value) ? token(scalar(value), end) : undefined;
}

function token(value: Scalar, end: number): ReadToken {
  return { token: { kind: 'value', value, isCut: false }, end };
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
