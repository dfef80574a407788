// [argument, file or standard input] → text
import { readFileSync, statSync } from 'node:fs';

/** A text to look for denials in, or why there is none. */
export type Input =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Reads what the arguments give: a file, a text, or standard input where they are none or `-`. */
export async function readInput(words: readonly string[]): Promise<Input> {
  const text = words.join(' ');
  try {
    if (text === '' || text === '-') return { kind: 'text', text: plain(await readStdin()) };
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

async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** CloudTrail delivers its log files compressed. */
function plain(bytes: Buffer): string {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isGzip ? gunzip(bytes) : bytes).toString('utf8');
}

/** Most runs read no compressed file, and loading what reads them costs a tenth of such a run. */
function gunzip(bytes: Buffer): Buffer {
  const { gunzipSync } = process.getBuiltinModule('node:zlib');
  return gunzipSync(bytes);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
