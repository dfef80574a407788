// text → [records]: denied launches in JSON of any form, and in JSON lines.
import { readRecords } from '../../core/event/read-records';
import { isDeniedLaunch } from '../../core/scan/operations';

/** What a text holds; `fault` says what could not be read. */
export interface Parsed {
  readonly records: readonly string[];
  readonly fault: string | null;
}

/** Reads a whole text: one value, or one on each line. */
export function parseWhole(text: string): Parsed {
  const whole = text.replace(/^\ufeff/, '');
  if (whole.trim() === '') return { records: [], fault: 'it is empty' };
  try {
    return { records: denialsOf(JSON.parse(whole)), fault: null };
  } catch (error) {
    return /^\s*\{.*\}\s*\r?\n\s*\{/.test(whole) ? parseLines(whole) : broken(whole, error);
  }
}

/** The denied launches of a parsed value, each as JSON. */
export function denialsOf(value: unknown): readonly string[] {
  return readRecords(value)
    .filter(isDeniedLaunch)
    .map((record) => JSON.stringify(record));
}

function parseLines(text: string): Parsed {
  const records: string[] = [];
  const wrong: number[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      records.push(...denialsOf(JSON.parse(line)));
    } catch {
      wrong.push(at + 1);
    }
  }
  const [first] = wrong;
  if (first === undefined) return { records, fault: null };
  const more = wrong.length === 1 ? '' : `, and ${wrong.length - 1} more`;
  return { records, fault: `line ${first} is not JSON${more}` };
}

/** What was written before the fault may hold whole records. */
function broken(text: string, error: unknown): Parsed {
  const why = error instanceof Error ? error.message : String(error);
  const records = [...objectsIn(text)].flatMap((item) => {
    try {
      return denialsOf(JSON.parse(item));
    } catch {
      return [];
    }
  });
  return { records, fault: `it is not JSON: ${why.replace(/\s+/g, ' ').slice(0, 160)}` };
}

/** Records are looked for where CloudTrail begins them. */
function* objectsIn(text: string): Iterable<string> {
  const begins = /\{\s*"eventVersion"/g;
  for (let found = begins.exec(text); found !== null; found = begins.exec(text)) {
    const end = endOf(text, found.index);
    if (end < 0) return;
    yield text.slice(found.index, end);
    begins.lastIndex = end;
  }
}

function endOf(text: string, start: number): number {
  const tokens = /"(?:[^"\\]|\\[^])*"|[{}]/g;
  tokens.lastIndex = start;
  let depth = 0;
  for (let token = tokens.exec(text); token !== null; token = tokens.exec(text)) {
    if (token[0] === '{') depth += 1;
    if (token[0] === '}') depth -= 1;
    if (depth === 0) return token.index + 1;
  }
  return -1;
}
