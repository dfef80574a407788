// bytes → [records]: one log file.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Listener } from '../../core/scan/source';
import { compactDenials } from './compact';
import { parseWhole } from './parsed';
import { LARGEST, release, unzip } from './unzip';

/** Who hears what a file holds. */
export type Hears = Pick<Listener, 'record' | 'damaged'>;

/** Hears the denied launches of a log that was read whole; larger ones than 64 MB are not heard. */
export function readLogBytes(bytes: Buffer, name: string, hears: Hears): void {
  if (!readWhole(bytes, name, hears))
    hears.damaged(name, 'it is larger than 64 MB; copy it to this machine and scan the file');
}

/** The same for what may be too large to be read whole: resolves to false then, and nothing was heard. */
function readWhole(zipped: Buffer, name: string, hears: Hears): boolean {
  const unzipped = unzip(zipped);
  if (unzipped.kind === 'too-large') return false;
  const { bytes, fault } = unzipped;
  const compact = fault === null ? compactDenials(bytes) : null;
  const { records, fault: other } =
    compact === null ? parseWhole(bytes.toString('utf8')) : { records: compact, fault: null };
  if (bytes !== zipped) release(bytes);
  records.forEach(hears.record);
  const why = fault ?? other;
  if (why !== null) hears.damaged(name, why);
  return true;
}

/** Reads a file at once; false where it is too large for that. Throws what the system throws. */
export function readLogFile(path: string, hears: Hears): boolean {
  const bytes = contentOf(path);
  if (bytes === null) return false;
  const isRead = readWhole(bytes, path, hears);
  release(bytes);
  return isRead;
}

/** Null for what is larger than can be read at once. */
function contentOf(path: string): Buffer | null {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size > LARGEST) return null;
    const bytes = Buffer.allocUnsafe(size);
    let length = 0;
    for (let read = -1; read !== 0 && length < size; length += read)
      read = readSync(file, bytes, length, size - length, null);
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}
