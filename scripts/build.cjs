// Bundles what is deployed and what is installed: one CommonJS file each, the SDK inside.
const { chmodSync, mkdirSync, renameSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { buildSync } = require('esbuild');

const root = join(__dirname, '..');

const COMMAND = 'dist/cli.cjs';

const BUNDLES = [
  {
    entry: 'lambda/index.ts',
    outfile: 'dist/lambda/handler/index.js',
    target: 'node24',
    alias: { '@aws-sdk/credential-provider-node': './lambda/credentials.ts' },
  },
  {
    entry: 'lambda/custom-widget.ts',
    outfile: 'dist/lambda/widget/index.js',
    target: 'node24',
    alias: { '@aws-sdk/credential-provider-node': './lambda/credentials.ts' },
  },
  // The construct, for apps that embed it; the CDK is theirs.
  { entry: 'lib/index.ts', outfile: 'dist/lib/index.js', target: 'node20', packages: 'external' },
  // Becomes a part of the command: what pages of the dashboard load.
  {
    entry: 'web/client/main.ts',
    outfile: 'dist/dashboard-client.txt',
    target: 'es2022',
    platform: 'browser',
    format: 'iife',
  },
  { entry: 'cli/main.ts', outfile: COMMAND, target: 'node20', banner: '#!/usr/bin/env node' },
  // What most runs of the command do not load, see cli/load-part.ts.
  ...['accounts', 'clients', 'doctor', 'history', 'scan'].map((name) => ({
    entry: `cli/parts/${name}.ts`,
    outfile: `dist/cli/${name}.cjs`,
    target: 'node20',
  })),
  { entry: 'adapters/logs/worker.ts', outfile: 'dist/cli/log-worker.cjs', target: 'node20' },
];

/** Writes every bundle under `dist/`; throws when a source does not compile. */
function build() {
  for (const { entry, outfile, target, banner, alias, packages, platform, format } of BUNDLES) {
    const { outputFiles } = buildSync({
      absWorkingDir: root,
      entryPoints: [entry],
      outfile,
      target,
      banner: banner ? { js: banner } : {},
      alias: alias ?? {},
      packages: packages ?? 'bundle',
      bundle: true,
      platform: platform ?? 'node',
      format: format ?? 'cjs',
      minify: true,
      loader: { '.txt': 'text' },
      // A library asks where it lies, to load what is bundled with it here.
      define: { 'import.meta.url': '"file:///"' },
      mainFields: ['module', 'main'],
      legalComments: 'none',
      logLevel: 'warning',
      write: false,
    });
    const [{ contents }] = outputFiles;
    put(join(root, outfile), contents, outfile === COMMAND);
  }
}

/** Writes a file in one step: whoever runs it meanwhile has the old one or the new one, whole. */
function put(file, contents, isProgram) {
  const begun = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(begun, contents);
  if (isProgram) chmodSync(begun, 0o755);
  renameSync(begun, file);
}

module.exports = { build };
if (require.main === module) build();
