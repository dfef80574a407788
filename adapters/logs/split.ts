// stream → [objects]: the records of a log of any size, one at a time.

const [QUOTE, BACKSLASH, OPEN, CLOSE, LIST, END] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d];
/** `{"Records":[`, with whatever spaces. */
const WRAPPED = /^\ufeff?\s*\{\s*"Records"\s*:\s*\[/;
const LONGEST_BEGIN = 1_024;
/** Records of CloudTrail are far smaller. */
const LONGEST_OBJECT = 16 * 1024 * 1024;

/** Takes bytes as they come and gives each object that stands where records stand. */
export interface Splitter {
  readonly push: (chunk: Buffer) => void;
  /** What is wrong with how the log ended; null where it ended as it should. */
  readonly end: () => string | null;
}

/** Where in the JSON the reading is. */
interface Place {
  depth: number;
  /** The depth at which records stand; null before the first bytes tell. */
  base: number | null;
  isString: boolean;
  isEscaped: boolean;
  /** Where the record begins that is being read; -1 between records. */
  start: number;
}

/** Makes a splitter for `{"Records":[…]}`, for a list, and for objects one after the other. */
export function splitter(onObject: (text: string) => void): Splitter {
  const place: Place = { depth: 0, base: null, isString: false, isEscaped: false, start: -1 };
  let rest: Buffer = Buffer.alloc(0);
  let [at, fault]: [number, string | null] = [0, null];
  const read = (): void => {
    if (place.base === null) at = begin(place, rest);
    walk(place, rest, at, onObject);
    const keep = place.start >= 0 ? place.start : rest.length;
    rest = rest.subarray(keep);
    if (place.start >= 0) place.start = 0;
    if (rest.length > LONGEST_OBJECT) {
      fault ??= 'it holds an object larger than 16 MB, which is no record of CloudTrail';
      [rest, place.start] = [Buffer.alloc(0), -1];
    }
    at = rest.length;
  };
  return {
    push: (chunk) => {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      if (place.base !== null || rest.length >= LONGEST_BEGIN) read();
    },
    end: () => {
      if (place.base === null) read();
      const isWhole = place.depth === 0 && !place.isString;
      return fault ?? (isWhole ? null : 'it ends before its last record does');
    },
  };
}

/** Finds where records stand; the index of the first byte that is still to read. */
function begin(place: Place, bytes: Buffer): number {
  const [wrapped] = WRAPPED.exec(bytes.toString('utf8', 0, LONGEST_BEGIN)) ?? [];
  place.depth = wrapped === undefined ? 0 : 2;
  place.base = place.depth;
  return Buffer.byteLength(wrapped ?? '');
}

function walk(place: Place, bytes: Buffer, from: number, onObject: (text: string) => void): void {
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (place.isString) inString(place, byte);
    else if (byte === QUOTE) place.isString = true;
    else if (byte === OPEN || byte === LIST) opened(place, byte, at);
    else if (byte === CLOSE || byte === END) {
      const start = closed(place, byte);
      if (start >= 0) onObject(bytes.toString('utf8', start, at + 1));
    }
  }
}

function inString(place: Place, byte: number | undefined): void {
  if (place.isEscaped) place.isEscaped = false;
  else if (byte === BACKSLASH) place.isEscaped = true;
  else if (byte === QUOTE) place.isString = false;
}

function opened(place: Place, byte: number, at: number): void {
  // A list at the begin holds the records.
  if (byte === LIST && place.depth === 0) place.base = 1;
  if (byte === OPEN && place.depth === place.base) place.start = at;
  place.depth += 1;
}

/** Where the record begins that ends here; -1 where none does. */
function closed(place: Place, byte: number): number {
  place.depth -= 1;
  const { start } = place;
  if (byte !== CLOSE || place.depth !== place.base) return -1;
  place.start = -1;
  return start;
}
