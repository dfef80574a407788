// Re-joins lines that a terminal broke at its width, inside words too.
import { isBrokenWord } from './broken-word';

/** Narrower texts are not wrapped by a terminal. */
const NARROWEST = 40;
/** Words at the end of a softly wrapped line leave a gap of up to so many characters. */
const LONGEST_WORD = 12;
/** Widths of terminals, at which even one single full line was broken by force. */
const USUAL_WIDTHS: ReadonlySet<number> = new Set([
  72, 76, 78, 79, 80, 96, 100, 118, 120, 132, 160,
]);
/** A line that begins like this begins something of its own. */
const NEW_LINE = /^(?:\s\s|\t|[*+•-] |[{}"[\]]|\d{4}[-/]\d\d|https?:|$)/;

/** Joins the lines that were broken by force; softly wrapped lines stay, since their words are whole. */
export function unwrapped(text: string): string {
  const lines = withoutIndent(text.split('\n'));
  const width = widthOf(lines);
  const parts: string[] = [];
  lines.forEach((line, index) => {
    parts.push(line, isBroken(line, lines[index + 1], width) ? '' : '\n');
  });
  return parts.slice(0, -1).join('');
}

/** The lines without the indentation that all of them have. */
function withoutIndent(lines: readonly string[]): readonly string[] {
  let indent = lines.length > 1 ? Infinity : 0;
  for (const line of lines) if (line.trim() !== '') indent = Math.min(indent, line.search(/\S/));
  return indent > 0 && indent < Infinity ? lines.map((line) => line.slice(indent)) : lines;
}

function isBroken(line: string, next: string | undefined, width: number | null): boolean {
  if (next === undefined) return false;
  if (line.length === width && !NEW_LINE.test(next)) return true;
  return isBrokenWord(line, next);
}

/** The width at which lines were broken by force; null where they were not. */
function widthOf(lines: readonly string[]): number | null {
  const counts = new Map<number, number>();
  for (const line of lines) counts.set(line.length, (counts.get(line.length) ?? 0) + 1);
  const width = Math.max(0, ...counts.keys());
  if (width < NARROWEST) return null;
  const full = lines.filter((line) => line.length === width).length;
  let nearlyFull = 0;
  for (let less = 1; less <= LONGEST_WORD; less += 1) nearlyFull += counts.get(width - less) ?? 0;
  const isCertain = full > 1 && full > nearlyFull;
  return isCertain || (nearlyFull === 0 && USUAL_WIDTHS.has(width)) ? width : null;
}
