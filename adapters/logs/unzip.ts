// gzip → [bytes]: a file as it was written, or as much of it as can be had.
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { constants, gunzipSync } from 'node:zlib';

/** Larger files are read as streams. */
export const LARGEST = 64 * 1024 * 1024;
const SMALLEST_CHUNK = 16 * 1024;
/** Nothing compresses better. @see https://zlib.net/zlib_tech.html */
const MOST_TIMES = 1_032;

/** What came out; `fault` says why it is not all. */
export type Unzipped =
  | { readonly kind: 'bytes'; readonly bytes: Buffer; readonly fault: string | null }
  | { readonly kind: 'too-large' };

/** Whether bytes are gzip. @see https://www.rfc-editor.org/rfc/rfc1952 */
export function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Takes a file out of its compression, with one buffer of the size that its end tells. */
export function unzip(zipped: Buffer): Unzipped {
  if (!isGzip(zipped)) return { kind: 'bytes', bytes: zipped, fault: null };
  const told = sizeTold(zipped);
  if (told > LARGEST) return { kind: 'too-large' };
  const chunkSize = Math.max(SMALLEST_CHUNK, told + 1);
  try {
    const bytes = gunzipSync(zipped, { chunkSize, maxOutputLength: LARGEST });
    return { kind: 'bytes', bytes, fault: null };
  } catch (error) {
    return isTooLarge(error) ? { kind: 'too-large' } : partOf(zipped, error);
  }
}

/** A hint alone: of several members it is the size of the last, and of a cut file it is any number. */
function sizeTold(zipped: Buffer): number {
  const told = zipped.length < 18 ? 0 : zipped.readUInt32LE(zipped.length - 4);
  return told > zipped.length * MOST_TIMES ? 0 : told;
}

function partOf(zipped: Buffer, cause: unknown): Unzipped {
  const why = cause instanceof Error ? cause.message : String(cause);
  const fault = `its compression is damaged: ${why}`;
  try {
    const finishFlush = constants.Z_SYNC_FLUSH;
    const bytes = gunzipSync(zipped, { finishFlush, maxOutputLength: LARGEST });
    return { kind: 'bytes', bytes, fault };
  } catch {
    return { kind: 'bytes', bytes: Buffer.alloc(0), fault };
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

/** What is handed to a port that nobody reads is gone at once. */
let sink: MessagePort | undefined;

/**
 * Gives the memory of bytes back now, and they are empty after: V8 lets 64 MB of them wait for its
 * next collection. Small ones may share their memory with others, and are left alone.
 * @see https://nodejs.org/api/worker_threads.html#considerations-when-transferring-typedarrays-and-buffers
 */
export function release({ buffer }: Buffer): void {
  if (!(buffer instanceof ArrayBuffer) || buffer.byteLength <= SMALLEST_CHUNK) return;
  sink ??= deadEnd();
  sink.postMessage(null, [buffer]);
}

function deadEnd(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  port1.unref();
  return port1;
}
