// bytes → [records]: denied launches in a file as CloudTrail writes it, parsing nothing but denials.
import { isDenialCode } from '../../core/event/denial';
import { LAUNCH_OPERATIONS } from '../../core/scan/operations';
import { endOfObject, endOfString } from './match-brace';

/** How CloudTrail begins a file, and each record. */
const BEGIN = '{"Records":[';
const RECORD = '{"eventVersion":"';
/** The end of the key `"errorCode"`: it begins with a rare letter, so it is found seven times as fast. */
const [KEY_BEGIN, KEY_END] = ['"error', 'Code"'];
/** Letters of the key, escaped: nobody writes them, and a search for the key would miss them. */
const ESCAPED = /^(?:43|64|65|6f|72)/i;

/** No record is longer. @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html */
const LONGEST_RECORD = 260 * 1024;

/** The name of one of them stands in each record that is wanted. */
const NAMES = LAUNCH_OPERATIONS.map((name) => `"eventName":"${name}"`);

/**
 * Finds the records that may be denied launches, as JSON texts; null where the file is not as CloudTrail
 * writes it, and has to be parsed as a whole.
 */
export function compactDenials(bytes: Buffer): readonly string[] | null {
  if (!bytes.subarray(0, BEGIN.length + RECORD.length).equals(FIRST)) return null;
  if (!hasEnd(bytes) || hasEscapedKeys(bytes)) return null;
  const found: string[] = [];
  let done = BEGIN.length;
  for (let at = bytes.indexOf(KEY_END, done); at >= 0; at = bytes.indexOf(KEY_END, at + 1)) {
    if (at < done || !isDenied(bytes, at) || isOfAnother(bytes, at, done)) continue;
    const record = recordAround(bytes, at, done);
    if (record === null) return null;
    done = record.end + 1;
    const text = bytes.toString('utf8', record.start, record.end);
    if (isLaunch(text)) found.push(text);
  }
  return found;
}

const FIRST = Buffer.from(BEGIN + RECORD);

function hasEnd(bytes: Buffer): boolean {
  return bytes
    .toString('latin1', Math.max(0, bytes.length - 8))
    .trimEnd()
    .endsWith(']}');
}

function hasEscapedKeys(bytes: Buffer): boolean {
  for (let at = bytes.indexOf('\\u00'); at >= 0; at = bytes.indexOf('\\u00', at + 1))
    if (ESCAPED.test(bytes.toString('latin1', at + 4, at + 6))) return true;
  return false;
}

/** Whether the key ends here, and its value may be the code of a denial. */
function isDenied(bytes: Buffer, end: number): boolean {
  if (bytes.toString('latin1', end - KEY_BEGIN.length, end) !== KEY_BEGIN) return false;
  const from = end + KEY_END.length;
  const start = bytes.indexOf('"', from);
  const between = bytes.toString('latin1', from, Math.max(from, Math.min(start, from + 8)));
  if (start < 0 || !/^\s*:\s*$/.test(between)) return false;
  const code = bytes.toString('utf8', start + 1, endOfString(bytes, start));
  return code.includes('\\') || isDenialCode(code);
}

/** Whether the nearest object that looks like a record holds the place, and is no launch: most are none. */
function isOfAnother(bytes: Buffer, at: number, from: number): boolean {
  const start = bytes.lastIndexOf(RECORD, at);
  if (start < from) return false;
  const end = endOfObject(bytes, start);
  return end > at && !isLaunch(bytes.toString('latin1', start, end));
}

function isLaunch(text: string): boolean {
  return NAMES.some((name) => text.includes(name));
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What looks like a record and is in another would have to be so many times in a row to pass for one. */
const ENOUGH_BEFORE = 32;

/**
 * The record of the file that holds a place, no matter what its parameters look like. Null where none
 * does, or where it does not stand in a row of others.
 */
function recordAround(bytes: Buffer, at: number, from: number): Span | null {
  let span = objectBefore(bytes, at, at + 1);
  if (span === null) return null;
  let next = span.start;
  for (let before = 0; before < ENOUGH_BEFORE && next > from; before += 1) {
    const previous = objectBefore(bytes, next - 1, next - 1);
    if (previous === null) return null;
    if (previous.end > next) span = previous;
    else if (bytes[previous.end] !== COMMA) return null;
    next = previous.start;
  }
  const after = bytes[span.end];
  return after === COMMA || after === END ? span : null;
}

const [COMMA, END] = [0x2c, 0x5d];

/** The nearest object like a record that begins before a place and ends at another or behind it. */
function objectBefore(bytes: Buffer, place: number, least: number): Span | null {
  let start = place < 0 ? -1 : bytes.lastIndexOf(RECORD, place);
  for (
    ;
    start >= 0 && start > place - LONGEST_RECORD;
    start = bytes.lastIndexOf(RECORD, start - 1)
  ) {
    const end = endOfObject(bytes, start);
    if (end >= least) return { start, end };
    if (start === 0) return null;
  }
  return null;
}
