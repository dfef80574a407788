// [text] → [CloudTrail records in it] → denial → decoded → explained
import { cleaned } from './clean';
import { type Fragment, readFragments } from './json-fragment';

/** A record as it stands in a text, before it is read. */
export interface FoundRecord {
  readonly value: Fragment;
  /** Whether the text ends, or began, inside the record. */
  readonly isCut: boolean;
}

/** The records of a text, and the text without them. */
export interface RecordsAndRest {
  readonly records: readonly FoundRecord[];
  readonly rest: string;
}

const MARK = 'eventName';
/** A line of JSON, or a line where somebody left lines of JSON out. */
const JSON_LINE = /^\s{0,400}(?:["'{}[\]]|\.\.|…)|["']\s{0,9}:/;

/** Takes the CloudTrail records out of a text, in whatever form and however cut they stand there. */
export function takeRecords(text: string): RecordsAndRest {
  const whole = text.includes(MARK) ? parsed(text) : undefined;
  if (whole !== undefined) return found({ values: [whole], cut: new Set() }, text);
  const clean = cleaned(text);
  return clean.includes(MARK) ? fromBlocks(clean) : { records: [], rest: clean };
}

interface Values {
  readonly values: readonly unknown[];
  readonly cut: ReadonlySet<unknown>;
}

function found({ values, cut }: Values, text: string): RecordsAndRest {
  const records = values
    .flatMap((value) => recordsIn(value, DEPTH))
    .map((value) => ({ value, isCut: cut.has(value) }));
  return { records, rest: records.length === 0 ? text : '' };
}

function fromBlocks(text: string): RecordsAndRest {
  const read = blocksOf(text).map((block) =>
    block.includes(MARK) ? found(valuesOf(block), block) : { records: [], rest: block },
  );
  return {
    records: read.flatMap(({ records }) => records),
    rest: read.map(({ rest }) => rest).join('\n'),
  };
}

/** Neighbouring lines of JSON are one block, as are neighbouring lines of other text. */
function blocksOf(text: string): readonly string[] {
  const blocks: string[][] = [];
  let wasJson: boolean | null = null;
  for (const line of text.split('\n')) {
    const isJson = JSON_LINE.test(line);
    if (isJson === wasJson) blocks.at(-1)?.push(line);
    else blocks.push([line]);
    wasJson = isJson;
  }
  return blocks.map((lines) => lines.join('\n'));
}

function valuesOf(block: string): Values {
  const quotes = QUOTED_MARK.exec(block)?.[1];
  const inner = quotes === undefined ? block : unquoted(block, quotes);
  return readFragments(inner, aroundIdentity);
}

/** The key of a record that is a string in other JSON; the backslashes tell how deep. */
const QUOTED_MARK = /(\\{1,16})"eventName\\/;

function unquoted(block: string, slashes: string): string {
  const start = Math.max(0, block.indexOf(`{${slashes}"`));
  return block.slice(start).replaceAll(`${slashes}"`, '"');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Finds out of which element of a record the beginning of a fragment was left. */
function aroundIdentity(inner: Fragment): Fragment {
  if (MARK in inner) return {};
  if ('sessionIssuer' in inner) return { sessionContext: inner };
  if (inner.type === 'Role') return { sessionIssuer: inner };
  return 'arn' in inner || 'sessionContext' in inner ? { userIdentity: inner } : {};
}

/** Deeper than any wrapping: a log line around a notification around an envelope around a record. */
const DEPTH = 8;
const WITNESSES = ['eventSource', 'userIdentity', 'errorCode', 'errorMessage', 'awsRegion'];

function recordsIn(value: unknown, depth: number): readonly Fragment[] {
  if (depth === 0) return [];
  if (typeof value === 'string')
    return value.includes(MARK) ? recordsIn(parsed(value), depth - 1) : [];
  if (!isObject(value)) return [];
  if (isRecord(value)) return [value];
  return Object.values(value).flatMap((inner) => recordsIn(inner, depth - 1));
}

function isRecord(value: Fragment): boolean {
  return typeof value.eventName === 'string' && WITNESSES.some((key) => key in value);
}

function isObject(value: unknown): value is Fragment {
  return typeof value === 'object' && value !== null;
}
