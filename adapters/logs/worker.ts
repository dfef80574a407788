// path → [records]: a thread that reads log files; bundled on its own, see scripts/build.cjs.
import { parentPort } from 'node:worker_threads';
import { readAnyFile } from './read-any-file';

/** What a thread answers about one file. */
export interface WorkerAnswer {
  readonly records: readonly string[];
  readonly damaged: readonly (readonly [where: string, why: string])[];
}

parentPort?.on('message', (path: string) => {
  const records: string[] = [];
  const damaged: [string, string][] = [];
  const hears = {
    record: (json: string) => void records.push(json),
    damaged: (where: string, why: string) => void damaged.push([where, why]),
  };
  void readAnyFile(path, hears).then(() => {
    parentPort?.postMessage({ records, damaged } satisfies WorkerAnswer);
  });
});
