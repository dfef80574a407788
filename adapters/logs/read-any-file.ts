// file → [records]: a log file of any size; what goes wrong with it is told, and never thrown.
import { type Hears, readLogFile } from './read-log';
import { readLargeFile } from './stream';

/** Hears the denied launches of a file. */
export async function readAnyFile(path: string, hears: Hears, signal?: AbortSignal): Promise<void> {
  try {
    if (!readLogFile(path, hears)) await readLargeFile(path, hears, signal);
  } catch (error) {
    hears.damaged(path, error instanceof Error ? error.message : String(error));
  }
}
