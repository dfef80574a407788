// What terminals, editors and word processors put between the characters of a text.
import { NOTHING, type Replacement, replaceAll } from './replacement';

const ESC = String.raw`\u001b`;
/** The escape character as itself and as loggers and people write it. */
const ESCAPE = String.raw`(?:${ESC}|\\u001[bB]|\\x1[bB]|\\0?33|\\e|#033|\^\[|\u241b)`;
const BELL = String.raw`\u0007`;

const TERMINAL: readonly Replacement[] = [
  // Hyperlinks and window titles: ESC ] … BEL, or … ESC \
  {
    pattern: new RegExp(`${ESC}\\][^${BELL}${ESC}\n]{0,2000}(?:${BELL}|${ESC}\\\\)`, 'g'),
    by: NOTHING,
  },
  { pattern: new RegExp(`${ESCAPE}\\[[0-9;?]{0,40}[A-Za-z]`, 'g'), by: NOTHING },
  { pattern: new RegExp(`${ESC}(?:[()][A-Z0-9])?`, 'g'), by: NOTHING },
  // Colours whose escape character was lost on the way.
  { pattern: /\[\d{1,3}(?:;\d{1,3}){0,5}m/g, by: NOTHING },
  { pattern: /\r\n?/g, by: () => '\n' },
  { pattern: /[\u200b-\u200f\u2060\ufeff\u00ad]/g, by: NOTHING },
  { pattern: /[\u00a0\u2007\u202f]/g, by: () => ' ' },
  { pattern: /[“”„«»]/g, by: () => '"' },
  { pattern: /[‘’‚]/g, by: () => "'" },
];

/** Takes away escapes, colours and invisible characters; quotes and line ends become plain ones. */
export function withoutTerminal(text: string): string {
  return replaceAll(text, TERMINAL);
}
