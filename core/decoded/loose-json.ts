// text → [its JSON, repaired] → decoded → explained
import { LooseFrames } from './loose-frames';
import { tokenAt } from './loose-tokens';

/** Where JSON begins in prose: a brace, or one of the keys of a decoded message. */
const BEGINNING =
  /[{[]|(?:DecodedMessage|allowed|explicitDeny|matchedStatements|failures|context|principal|statementId|action|resource)(?=\\{0,15}["']?[ \t]{0,40}(?::|=))/g;
const QUOTE_BEFORE = /(?:\\{0,15}["']|^[ \t]{0,40}|\n[ \t]{0,40}(?:- )?)$/;
const SIGN = /\\[\s\S]|["{}[\]]/g;
const DEPTHS: Readonly<Record<string, number>> = { '{': 1, '[': 1, '}': -1, ']': -1 };

/** Reads all JSON-like values of a text that no other value holds, in their order; cut or not. */
export function readLoose(text: string): readonly unknown[] {
  const whole = parseJson(text);
  if (whole !== undefined) return [whole];
  const frames = new LooseFrames();
  let tried = 0;
  let at: number | undefined = 0;
  while (at !== undefined) {
    if (!frames.isEmpty) {
      at = readToken(text, at, frames);
      continue;
    }
    const start = beginningFrom(text, at);
    if (start === undefined) break;
    const end: number = start < tried ? start : endOfValue(text, start);
    tried = Math.max(tried, end);
    const value = end > start ? parseJson(text.slice(start, end)) : undefined;
    if (value !== undefined) frames.keep(value);
    at = value === undefined ? readToken(text, start, frames) : end;
  }
  frames.end();
  return frames.values;
}

/** Hands the next token to the frames; undefined at the end of the text. */
function readToken(text: string, at: number, frames: LooseFrames): number | undefined {
  const read = tokenAt(text, at, frames.hasKey ? 'value' : 'inside');
  if (read !== undefined) frames.take(read.token);
  return read?.end;
}

function beginningFrom(text: string, from: number): number | undefined {
  BEGINNING.lastIndex = from;
  for (let found = BEGINNING.exec(text); found !== null; found = BEGINNING.exec(text)) {
    const at = found.index;
    if (/^[{[]/.test(found[0])) return at;
    const before = QUOTE_BEFORE.exec(text.slice(Math.max(from, at - 60), at))?.[0];
    if (before !== undefined) return at - before.length;
  }
  return undefined;
}

/** Where the braces of a value are balanced again; where it starts if it has none. */
function endOfValue(text: string, start: number): number {
  if (!/[{[]/.test(text.charAt(start))) return start;
  let depth = 0;
  let isQuoted = false;
  SIGN.lastIndex = start;
  for (let sign = SIGN.exec(text)?.[0]; sign !== undefined; sign = SIGN.exec(text)?.[0]) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted) depth += DEPTHS[sign] ?? 0;
    if (depth === 0) return SIGN.lastIndex;
  }
  return text.length;
}

/** Reads an object, a list, or a string of valid JSON; undefined for anything else. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' || typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
