// [argument, file or standard input] → text
import { readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A text to look for denials in, or why there is none. */
export type Input =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly why: string };

const STDIN = 0;

/** Reads what the arguments give: a file, a text, or standard input where they are none or `-`. */
export function readInput(words: readonly string[]): Input {
  const text = words.join(' ');
  try {
    if (text === '' || text === '-') return { kind: 'text', text: plain(readFileSync(STDIN)) };
    if (words.length === 1 && isFile(text))
      return { kind: 'text', text: plain(readFileSync(text)) };
    return { kind: 'text', text };
  } catch (error) {
    const what = text === '' || text === '-' ? 'standard input' : JSON.stringify(text);
    return { kind: 'unreadable', why: `${what} cannot be read: ${reasonOf(error)}` };
  }
}

function isFile(text: string): boolean {
  try {
    return statSync(text).isFile();
  } catch {
    return false;
  }
}

/** CloudTrail delivers its log files compressed. */
function plain(bytes: Buffer): string {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isGzip ? gunzipSync(bytes) : bytes).toString('utf8');
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
