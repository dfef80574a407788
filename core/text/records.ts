// [text] → [CloudTrail records in it] → denial → decoded → explained
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
const JSON_LINE = /^\s{0,400}(?:["'{}[\]]|\.{2,}\s{0,9}$|…)|["']\s{0,9}:/;

/** Takes the CloudTrail records out of a text, in whatever form and however cut they stand there. */
export function takeRecords(text: string): RecordsAndRest {
  if (!text.includes(MARK)) return { records: [], rest: text };
  const whole = parsed(text);
  if (whole !== undefined) return found([{ values: [whole], cut: new Set() }], text, '');
  return fromBlocks(text);
}

interface Values {
  readonly values: readonly unknown[];
  readonly cut: ReadonlySet<unknown>;
}

function found(all: readonly Values[], text: string, rest: string): RecordsAndRest {
  const records = all.flatMap(({ values, cut }) =>
    values.flatMap(recordsIn).map((value) => ({ value, isCut: cut.has(value) })),
  );
  return records.length === 0 ? { records, rest: text } : { records, rest };
}

function fromBlocks(text: string): RecordsAndRest {
  const blocks = blocksOf(text);
  const read = blocks.map((block) => {
    const result = block.includes(MARK) ? found([valuesOf(block)], block, '') : undefined;
    return result ?? { records: [], rest: block };
  });
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

/** One JSON document a line, or else one document or fragment over all lines. */
function valuesOf(block: string): Values {
  const lines = block.split('\n').map(parsed);
  if (lines.every((value) => value !== undefined)) return { values: lines, cut: new Set() };
  const whole = parsed(block);
  if (whole !== undefined) return { values: [whole], cut: new Set() };
  return readFragments(block, aroundIdentity);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Finds out of which element of a record a fragment was left. */
function aroundIdentity(inner: Fragment): Fragment {
  if ('eventName' in inner) return {};
  if ('sessionIssuer' in inner) return { sessionContext: inner };
  if (inner.type === 'Role') return { sessionIssuer: inner };
  return 'arn' in inner || 'sessionContext' in inner ? { userIdentity: inner } : {};
}

const WRAPPERS = ['detail', 'Records', 'Events'] as const;
const DEPTH = 5;

function recordsIn(value: unknown, depth: unknown): readonly Fragment[] {
  void depth;
  return inside(value, DEPTH);
}

function inside(value: unknown, depth: number): readonly Fragment[] {
  if (depth === 0 || !isObject(value)) return [];
  if (Array.isArray(value)) return value.flatMap((item) => inside(item, depth - 1));
  if ('eventName' in value) return [value];
  if (typeof value.CloudTrailEvent === 'string') return fromString(value.CloudTrailEvent, depth);
  return WRAPPERS.flatMap((key) => inside(value[key], depth - 1));
}

function fromString(text: string, depth: number): readonly Fragment[] {
  return inside(parsed(text), depth - 1);
}

function isObject(value: unknown): value is Fragment {
  return typeof value === 'object' && value !== null;
}
