// template, assembly → [folder] → function: where the code of a function lies on this machine.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SynthesizedStack } from '../synthesize';
import type { FunctionPlan } from '../template/read-function';

/** The folder of the asset; code that the template itself holds is written down, and gone at the end. */
export function codeFolderOf(
  { assetFolders }: Pick<SynthesizedStack, 'assetFolders'>,
  { code }: Pick<FunctionPlan, 'code'>,
): string {
  if (code.kind === 'inline') return written(code.source);
  const folder = assetFolders.get(code.key);
  if (folder === undefined) throw new Error(`the assembly has no asset ${code.key}`);
  return folder;
}

const folders: string[] = [];
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function written(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'launch-denied-code-'));
  folders.push(folder);
  writeFileSync(join(folder, 'index.js'), source);
  return folder;
}
