// [template file] → local way: the one file that people deploy without the CDK, in place of the stack.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import * as v from 'valibot';
import type { SynthesizedStack } from './synthesize';
import { template } from './template/template';

/** Reads a template that holds the code of its functions; it has no assets. */
export async function readTemplateFile(path: string): Promise<SynthesizedStack> {
  const parsed = v.parse(template, JSON.parse(await readFile(path, 'utf8')));
  return { name: basename(path, '.json'), region: null, template: parsed, assetFolders: new Map() };
}
