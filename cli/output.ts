// [text] → standard output
import { fstatSync, writeSync } from 'node:fs';

const STDOUT = 1;

/**
 * Writes to standard output. Files and pipes are written directly: loading the stream for them costs
 * a tenth of a run. A pipe that is full, or a terminal, is left to the stream.
 */
export function print(text: string): void {
  let rest = Buffer.from(text);
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(STDOUT, rest));
  } catch (error) {
    if (!isCode(error, 'EPIPE')) process.stdout.write(rest);
  }
}

/** What is known of the terminal behind standard output; nothing where there is none. */
export function stdout(): { readonly isTTY?: boolean; readonly columns?: number } {
  return fstatSync(STDOUT).isCharacterDevice() ? process.stdout : {};
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
