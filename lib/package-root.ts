import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { SynthError } from './synth-error';

const manifest = v.object({ name: v.string(), version: v.string() });

/** This package on disk: its own checkout, or a folder under somebody's `node_modules`. */
export interface PackageRoot {
  readonly path: string;
  readonly version: string;
}

/**
 * Finds this package from the folder of one of its files.
 *
 * @param from any folder inside the package; compiled files may lie deeper than their sources
 */
export function findPackageRoot(from: string = __dirname): PackageRoot {
  for (let path = from; ; path = dirname(path)) {
    const version = versionAt(path);
    if (version !== undefined) return { path, version };
    if (path === dirname(path)) break;
  }
  throw new SynthError(
    'PACKAGE_NOT_FOUND',
    `no package.json named launch-denied at or above ${from}: keep lib/ inside the package`,
  );
}

function versionAt(folder: string): string | undefined {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return undefined;
  const parsed = v.safeParse(manifest, JSON.parse(readFileSync(file, 'utf8')));
  return parsed.success && parsed.output.name === 'launch-denied'
    ? parsed.output.version
    : undefined;
}
