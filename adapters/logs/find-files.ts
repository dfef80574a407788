// words → [files]: which log files are meant.
import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';

/** A log file. */
export interface LogFile {
  readonly path: string;
  /** As it stands on disk. */
  readonly bytes: number;
}

/** What was found, and the words that mean nothing. */
export interface FoundFiles {
  readonly files: readonly LogFile[];
  readonly missing: readonly string[];
}

const LOGS = '**/*.{json,json.gz,jsonl,jsonl.gz,ndjson,ndjson.gz,log,log.gz,gz}';
/** CloudTrail puts what is no log of events beside the logs. */
const NO_LOGS = ['**/CloudTrail-Digest/**', '**/CloudTrail-Insight/**'];

/** Finds files by their names, in folders, and by patterns; each once, sorted. */
export async function findLogFiles(words: readonly string[]): Promise<FoundFiles> {
  const missing: string[] = [];
  const paths = new Set<string>();
  for (const word of words) {
    const found = await pathsOf(word);
    if (found.length === 0) missing.push(word);
    for (const path of found) paths.add(path);
  }
  const files = [...paths].toSorted().map((path) => ({ path, bytes: statSync(path).size }));
  return { files, missing };
}

async function pathsOf(word: string): Promise<readonly string[]> {
  const stats = statSync(word, { throwIfNoEntry: false });
  if (stats?.isFile() === true) return [shown(word)];
  if (stats?.isDirectory() === true)
    return (await glob(LOGS, { cwd: word, absolute: true, ignore: NO_LOGS })).map(shown);
  const pattern = word.replaceAll('\\', '/');
  if (!isDynamicPattern(pattern)) return [];
  return (await glob(pattern, { absolute: true, ignore: NO_LOGS })).map(shown);
}

/** As a reader would write it. */
function shown(path: string): string {
  const near = relative('.', resolve(path));
  return near === '' || near.startsWith('..') ? resolve(path) : near;
}
