// doctor → [installed]: what runs here, and what is installed in the folder where somebody stands.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Installed } from '../../core/doctor/versions';

const manifest = v.pipe(v.string(), v.parseJson(), v.object({ version: v.string() }));

/** Reads the versions of the packages in `node_modules` of a folder. */
export function readInstalled(folder: string): Installed {
  return {
    node: process.versions.node,
    cdkCommand: versionOf(folder, 'aws-cdk'),
    cdkLibrary: versionOf(folder, 'aws-cdk-lib'),
  };
}

function versionOf(folder: string, name: string): string | null {
  try {
    const text = readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8');
    return v.parse(manifest, text).version;
  } catch {
    return null;
  }
}
