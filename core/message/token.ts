// One word of an error message: taken as it stands, or not at all where it was cut.

const OPENING = new Set('"\'`([{“‘\\');
const QUOTES = new Set('"\'`)]}>\\”’');
const CLOSING = new Set([...QUOTES, ',', ';', '.']);
const STOPS = /[\s"`\\│”]|'(?=[\s,.;)\]}]|$)|<\//;
const CUT = /(?:\.\.\.|…)$/;

/** Whether the text was cut at its end, by CloudTrail or by the person who pasted it. */
export function endsCut(text: string): boolean {
  return CUT.test(text.trimEnd().slice(-3));
}

/** The text without the quotes and brackets it begins with. */
export function withoutOpening(text: string): string {
  let start = 0;
  while (OPENING.has(text.charAt(start))) start += 1;
  return text.slice(start);
}

/** The word without the punctuation of the sentence around it; brackets of its own stay. */
export function withoutClosing(word: string): string {
  return without(CLOSING, word);
}

/** The word without the quotes and brackets behind it, which no name can hold. */
export function withoutQuotes(word: string): string {
  return without(QUOTES, word);
}

function without(closing: ReadonlySet<string>, word: string): string {
  let end = word.length;
  while (closing.has(word.charAt(end - 1)) && !opensInside(word.slice(0, end))) end -= 1;
  return word.slice(0, end);
}

const PAIRS: Readonly<Record<string, string>> = { '}': '{', ')': '(', ']': '[', '>': '<' };

function opensInside(word: string): boolean {
  const opening = PAIRS[word.slice(-1)];
  return opening !== undefined && word.includes(opening);
}

/** The first word of the text; null where there is none or it was cut. */
export function firstWord(text: string): string | null {
  const start = withoutOpening(text.trimStart());
  const stop = start.search(STOPS);
  const word = stop < 0 ? start : start.slice(0, stop);
  if (endsCut(word)) return null;
  return withoutClosing(word) || null;
}

/** The lines as one word where a terminal broke it; null where more than one word stands there. */
export function joinedWord(text: string): string | null {
  const lines = text.trim().split('\n');
  const pieces = lines.map((line) => line.trim());
  return pieces.some((piece) => /\s/.test(piece)) ? null : pieces.join('') || null;
}
