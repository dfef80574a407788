// npm run fuzz: hostile inputs, faults and storms in full number.
const { spawnSync } = require('node:child_process');

const SUITES = [
  'test/core/hostile',
  'test/core/batch/way',
  'test/local/(faults|functions|npm-start|one-file|organization|outages|start-local|storm|wire/fault)',
];

const { status } = spawnSync(process.execPath, [require.resolve('jest/bin/jest'), ...SUITES], {
  stdio: 'inherit',
  env: { ...process.env, HOSTILE_RUNS: '100000', THOROUGH: 'true' },
});
process.exitCode = status ?? 1;
