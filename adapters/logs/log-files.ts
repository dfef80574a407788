// files → [records]: many log files, in this thread or in several.
import { availableParallelism } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Listener, Source } from '../../core/scan/source';
import type { LogFile } from './find-files';
import { readAnyFile } from './read-any-file';
import type { WorkerAnswer } from './worker';

/** How files are read. */
export interface LogFilesOptions {
  /** Where `worker.ts` is, bundled. */
  readonly workerPath: string;
  /** Threads. @default - as many as the size is worth, at most 4 */
  readonly workers?: number;
}

/** Below that, starting threads costs more than they save. */
const WORTH_WORKERS = 200 * 1024 * 1024;
const MOST_WORKERS = 4;

/** Reads files in the order given; several threads finish them in any. */
export function logFiles(files: readonly LogFile[], options: LogFilesOptions): Source {
  const all = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const many = all > WORTH_WORKERS ? Math.min(MOST_WORKERS, availableParallelism()) : 1;
  const workers = Math.min(options.workers ?? many, files.length);
  return async (listener, signal) => {
    let done = 0;
    const finished = (bytes: number): void => listener.progress((done += bytes), all);
    if (workers > 1) await inThreads({ files, listener, signal, finished }, workers, options);
    else await here({ files, listener, signal, finished });
  };
}

interface Work {
  readonly files: readonly LogFile[];
  readonly listener: Listener;
  readonly signal: AbortSignal;
  readonly finished: (bytes: number) => void;
}

async function here({ files, listener, signal, finished }: Work): Promise<void> {
  for (const { path, bytes } of files) {
    // Lets Ctrl-C and the rest of the way have their turn.
    await turn();
    if (signal.aborted) return;
    await readAnyFile(path, listener, signal);
    finished(bytes);
  }
}

async function inThreads(
  work: Work,
  workers: number,
  { workerPath }: LogFilesOptions,
): Promise<void> {
  const waiting = [...work.files];
  await Promise.all(Array.from({ length: workers }, () => thread(work, waiting, workerPath)));
}

/** One thread that takes the next file when it is done with one; a crash costs that file alone. */
async function thread(work: Work, waiting: LogFile[], path: string): Promise<void> {
  while (waiting.length > 0 && !work.signal.aborted) {
    const reading: { file?: LogFile } = {};
    const why = await lifeOf(new Worker(path), work, waiting, reading);
    if (why === null || reading.file === undefined) return;
    work.listener.damaged(reading.file.path, `reading it ended its thread: ${why}`);
    work.finished(reading.file.bytes);
  }
}

/** Resolves to why the thread died; null where it has nothing left to do. */
function lifeOf(
  worker: Worker,
  { listener, signal, finished }: Work,
  waiting: LogFile[],
  reading: { file?: LogFile },
): Promise<string | null> {
  return new Promise((resolve) => {
    let isEnded = false;
    const end = (why: string | null): void => {
      if (isEnded) return;
      isEnded = true;
      signal.removeEventListener('abort', stop);
      void worker.terminate().then(() => resolve(why));
    };
    const stop = (): void => end(null);
    const next = (): void => {
      const file = signal.aborted ? undefined : waiting.shift();
      if (file === undefined) return end(null);
      reading.file = file;
      worker.postMessage(file.path);
    };
    signal.addEventListener('abort', stop, { once: true });
    worker.on('error', (error) => end(error instanceof Error ? error.message : String(error)));
    worker.on('exit', () => end('it ended'));
    worker.on('message', ({ records, damaged }: WorkerAnswer) => {
      records.forEach(listener.record);
      for (const [where, what] of damaged) listener.damaged(where, what);
      finished(reading.file?.bytes ?? 0);
      next();
    });
    next();
  });
}
