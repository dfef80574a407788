// Bundles what is deployed and what is installed: one CommonJS file each, the SDK inside.
const { chmodSync, existsSync } = require('node:fs');
const { join } = require('node:path');
const { buildSync } = require('esbuild');

const root = join(__dirname, '..');

const BUNDLES = [
  { entry: 'lambda/handler.ts', outfile: 'dist/lambda/handler/index.js', target: 'node24' },
  {
    entry: 'cli/main.ts',
    outfile: 'dist/cli.cjs',
    target: 'node20',
    banner: '#!/usr/bin/env node',
  },
];

/** Writes every bundle under `dist/`; throws when a source does not compile. */
function build() {
  for (const { entry, outfile, target, banner } of BUNDLES) {
    if (!existsSync(join(root, entry))) continue;
    buildSync({
      absWorkingDir: root,
      entryPoints: [entry],
      outfile,
      target,
      banner: banner ? { js: banner } : {},
      bundle: true,
      platform: 'node',
      format: 'cjs',
      minify: true,
      mainFields: ['module', 'main'],
      legalComments: 'none',
      logLevel: 'warning',
    });
    if (banner) chmodSync(join(root, outfile), 0o755);
  }
}

module.exports = { build };
if (require.main === module) build();
