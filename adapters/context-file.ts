// command → [cdk.context.json]: a file that others write too, replaced in one step.
import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the CDK keeps what was looked up, and whether an app of the CDK is beside it. */
export interface ContextFile {
  readonly path: string;
  /** Null where there is none. */
  readonly text: string | null;
  readonly isBesideApp: boolean;
}

/** Reads the file in a folder; null where the folder is none. Throws what the file system throws. */
export function readContextFile(folder: string): ContextFile | null {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return null;
  const path = join(folder, 'cdk.context.json');
  return {
    path,
    text: isThere(path) ? readFileSync(path, 'utf8') : null,
    isBesideApp: isThere(join(folder, 'cdk.json')),
  };
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Writes the file whole or not at all; a link stays one, and the file keeps its mode. */
export function writeContextFile(path: string, text: string): void {
  const isNew = !isThere(path);
  const file = isNew ? path : realpathSync(path);
  const begun = `${file}.${process.pid}`;
  try {
    writeFileSync(begun, text, { flag: 'wx', ...(isNew ? {} : { mode: statSync(file).mode }) });
    renameSync(begun, file);
  } catch (error) {
    rmSync(begun, { force: true });
    throw error;
  }
}
