// A text that names only the error code of a denial.
import type { Finding } from './finding';
import { findingIn } from './text-finding';

/** EC2's own code, and that of other services where it stands as a code; not in patterns and in programs. */
const CODES =
  /(?<!\*|Client\.|\[\s{0,9}["']|[=!]=\s{0,9}["'])(?:\b(?:Client\.)?UnauthorizedOperation\b|(?:\(|<Code>|\bapi error |\bError ?Code: ?|["']Code["']: ?["'])AccessDenied(?:Exception)?\b)/i;
const AROUND = 2000;

/** Reads a denial of which a text keeps only the code; null where it names none. */
export function codeFinding(text: string): Finding | null {
  const code = CODES.exec(text);
  if (code === null) return null;
  const end = code.index + code[0].length;
  return findingIn({
    before: text.slice(Math.max(0, code.index - AROUND), code.index),
    words: code[0],
    behind: text.slice(end, end + AROUND),
  });
}
