// Undoes the string escapes of JSON and of programming languages, however many layers deep.
import { type Replacement, replaceAll } from './replacement';

const ESCAPES: readonly Replacement[] = [
  // A line continued in a shell.
  { pattern: /\\[ \t]{0,9}\n[ \t]{0,80}/g, by: () => ' ' },
  {
    pattern: /\\{1,16}u([0-9a-fA-F]{4})/g,
    by: (match, hex) => visible(Number.parseInt(hex, 16)) ?? match,
  },
  { pattern: /\\{1,16}(["'/`])/g, by: (_match, inner) => `${inner}` },
  { pattern: /\\{1,16}[nr]/g, by: () => '\n' },
  { pattern: /\\{1,16}t/g, by: () => '\t' },
];

function visible(code: number): string | null {
  if (code === 10) return '\n';
  return code >= 32 ? String.fromCharCode(code) : null;
}

/** Resolves escaped quotes, line ends, tabs and characters. */
export function unescaped(text: string): string {
  return text.includes('\\') ? replaceAll(text, ESCAPES) : text;
}
