// text → [the text without what pages and terminals drew around it] → decoded → explained
import { withoutFrame } from '../text/clean';
import { type Replacement, replaceAll } from '../text/replacement';

/** What people and logs put before each line of a text. */
const LINE_MARKS = [
  /^[ \t]{0,400}#+ ?/,
  /^[ \t]{0,400}\/\/ ?/,
  /^[ \t]{0,400}[*;+%] /,
  /^[ \t]{0,400}\d{1,5}[:.)]?[ \t]/,
  /^\d{4}-\d\d-\d\d[T ][\d:.,]{8,20}Z?[ \t]/,
];
const JSON_LINE = /^[ \t]{0,400}(?:["'{}[\]]|\\")/;
/** Narrower texts are not wrapped by a terminal. */
const NARROWEST = 40;
/** Lines of YAML can have one width by chance. */
const YAML_KEY = /^[ \t]{0,400}(?:- )?[A-Za-z]\w{0,40}:(?: |$)/;
/** Escapes as logs and spreadsheets write them, and those that were parted from their quote. */
const ESCAPES: readonly Replacement[] = [
  { pattern: /\\(?:u00|x)22/g, by: () => '\\"' },
  { pattern: /\\(?:u00|x)27/g, by: () => "'" },
  { pattern: /\\(?:\*\*|\n[ \t]{0,400})(?=")/g, by: () => '\\' },
];
/** Quotes are doubled in cells of CSV. */
const DOUBLED = /""\w{1,40}""\s{0,40}:/;

/** Takes away boxes, markup, comment signs and forced line ends. */
export function withoutDecoration(text: string): string {
  const lines = LINE_MARKS.reduce(withoutMark, withoutFrame(text).split('\n'));
  const plain = replaceAll(joinedAtWidth(withoutIndent(lines)), ESCAPES);
  return DOUBLED.test(plain) ? plain.replaceAll('""', '"') : plain;
}

/** Only where no line of JSON stands without the sign: there it makes a comment. */
function withoutMark(lines: readonly string[], mark: RegExp): readonly string[] {
  const bare = lines.map((line) => line.replace(mark, ''));
  const isMarked = bare.some((line, index) => line !== lines[index] && JSON_LINE.test(line));
  return isMarked && !lines.some((line) => JSON_LINE.test(line)) ? bare : lines;
}

/** The lines without the indentation that all but the first have. */
function withoutIndent([first = '', ...rest]: readonly string[]): readonly string[] {
  let indent = Infinity;
  for (const line of rest) if (/\S/.test(line)) indent = Math.min(indent, line.search(/\S/));
  return indent === Infinity ? [first] : [first, ...rest.map((line) => line.slice(indent))];
}

/** Joins lines that were broken at one width, also inside of words. */
function joinedAtWidth(lines: readonly string[]): string {
  const width = lines.reduce((widest, line) => Math.max(widest, line.length), NARROWEST);
  const isWrapped = lines.filter((line) => line.length === width).length > 1;
  const isEnd = (before: string | undefined, line: string) =>
    !isWrapped || before?.length !== width || YAML_KEY.test(line);
  return lines
    .map((line, index) => (index > 0 && isEnd(lines[index - 1], line) ? `\n${line}` : line))
    .join('');
}
