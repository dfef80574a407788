// What terminals, editors and word processors put between the characters of a text.
import { type Replacement, replaceAll } from './replacement';

/** The escape character as itself and as loggers and people write it. */
const ESCAPE = String.raw`(?:\u001b|\\u001[bB]|\\x1[bB]|\\0?33|\\e|#033|\^\[|\u241b)`;

const TERMINAL: readonly Replacement[] = [
  // Hyperlinks and window titles: ESC ] … BEL, or … ESC \
  { pattern: /\u001b\][^\u0007\u001b\n]{0,2000}(?:\u0007|\u001b\\)/g, by: '' },
  { pattern: new RegExp(`${ESCAPE}\\[[0-9;?]{0,40}[A-Za-z]`, 'g'), by: '' },
  { pattern: /\u001b(?:[()][A-Z0-9])?/g, by: '' },
  // Colours whose escape character was lost on the way.
  { pattern: /\[\d{1,3}(?:;\d{1,3}){0,5}m/g, by: '' },
  { pattern: /\r\n?/g, by: '\n' },
  { pattern: /[\u200b-\u200f\u2060\ufeff\u00ad]/g, by: '' },
  { pattern: /[\u00a0\u2007\u202f]/g, by: ' ' },
  { pattern: /[“”„«»]/g, by: '"' },
  { pattern: /[‘’‚]/g, by: "'" },
];

/** Takes away escapes, colours and invisible characters; quotes and line ends become plain ones. */
export function withoutTerminal(text: string): string {
  return replaceAll(text, TERMINAL);
}
