// The tokens of JSON, of literals of other languages, and of what is left of them after a cut.

/** One token; punctuation that says nothing is passed over. */
export type Token =
  | { readonly kind: 'open'; readonly isList: boolean }
  | { readonly kind: 'close' }
  | { readonly kind: 'key'; readonly name: string }
  | { readonly kind: 'value'; readonly value: string | number | boolean | null };

const WORD = /[\w.+-]+/y;
const COLON = /[ \t]{0,40}:/y;
/** An apostrophe inside a word opens no string. */
const NEXT = /["{}[\]]|(?<!\w)'|[\w+-]/g;
/** A string that a line end breaks was cut where the next line begins with a key or a closer. */
const NEXT_KEY = /\n[ \t]{0,200}(?:["'][\w-]{1,80}["'][ \t]{0,9}:|[}\]])/y;

/** Reads the tokens one by one. */
export function* tokensOf(text: string): Generator<Token> {
  NEXT.lastIndex = 0;
  let at = 0;
  for (;;) {
    NEXT.lastIndex = at;
    const start = NEXT.exec(text)?.index;
    if (start === undefined) return;
    const { token, end } = tokenAt(text, start);
    yield token;
    at = end;
  }
}

interface Read {
  readonly token: Token;
  readonly end: number;
}

function tokenAt(text: string, start: number): Read {
  const character = text.charAt(start);
  if (character === '{' || character === '[')
    return { token: { kind: 'open', isList: character === '[' }, end: start + 1 };
  if (character === '}' || character === ']') return { token: { kind: 'close' }, end: start + 1 };
  return character === '"' || character === "'" ? stringAt(text, start) : wordAt(text, start);
}

function stringAt(text: string, start: number): Read {
  const close = endOfString(text, start);
  const value = resolved(text.slice(start + 1, close));
  return text[close] === text[start]
    ? keyOrValue(text, value, value, close + 1)
    : { token: { kind: 'value', value: cutValue(value) }, end: close };
}

/** What is left of a string says nothing for certain, but an error message says it is cut. */
function cutValue(value: string): string | null {
  return /authorized/i.test(value) ? `${value}...` : null;
}

function wordAt(text: string, start: number): Read {
  WORD.lastIndex = start;
  WORD.test(text);
  const word = text.slice(start, WORD.lastIndex);
  return keyOrValue(text, word, scalar(word), start + word.length);
}

function keyOrValue(
  text: string,
  name: string,
  value: string | number | boolean | null,
  end: number,
): Read {
  COLON.lastIndex = end;
  const colon = COLON.exec(text);
  return colon
    ? { token: { kind: 'key', name }, end: end + colon[0].length }
    : { token: { kind: 'value', value }, end };
}

/** Where the string ends: at its quote, where the next line shows that it was cut, or with the text. */
function endOfString(text: string, start: number): number {
  const marks = new RegExp(`[\\\\\\n${text.charAt(start)}]`, 'g');
  let at = start + 1;
  for (;;) {
    marks.lastIndex = at;
    const mark = marks.exec(text)?.index;
    if (mark === undefined) return text.length;
    if (text[mark] === text[start] || isCutAt(text, mark)) return mark;
    at = mark + (text[mark] === '\\' ? 2 : 1);
  }
}

function isCutAt(text: string, mark: number): boolean {
  NEXT_KEY.lastIndex = mark;
  return text[mark] === '\n' && NEXT_KEY.test(text);
}

/** A line end inside a string is a terminal's; escapes are resolved. */
function resolved(body: string): string {
  const line = body.replaceAll('\n', '');
  if (!line.includes('\\')) return line;
  try {
    return String(JSON.parse(`"${line}"`));
  } catch {
    return line;
  }
}

const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  ['null', null],
  ['None', null],
]);

function scalar(word: string): string | number | boolean | null {
  const known = WORDS.get(word);
  if (known !== undefined) return known;
  return /^-?\d{1,15}$/.test(word) ? Number(word) : word;
}
