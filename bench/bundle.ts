// Bundles to compare the deployed one with.
import { join } from 'node:path';
import { type BuildOptions, buildSync } from 'esbuild';

const ROOT = join(__dirname, '..');

/** Builds an entry as the function's bundle is built, or otherwise. */
export function bundled(entry: string, outfile: string, options: BuildOptions = {}): string {
  buildSync({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    ...options,
  });
  return outfile;
}

/** The design without groups, as it would be deployed. */
export function naiveBundle(outfile: string): string {
  return bundled('bench/children/naive.ts', outfile, {
    alias: { '@aws-sdk/credential-provider-node': './lambda/credentials.ts' },
    mainFields: ['module', 'main'],
    minify: true,
  });
}
