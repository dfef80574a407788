// npm run fuzz: hostile inputs in full number, and all that npm test has no time for.
const { spawnSync } = require('node:child_process');

const RUNS = [
  ['test/core/hostile', 'test/core/batch/way'],
  ['--selectProjects', 'long'],
];

for (const args of RUNS) {
  const { status } = spawnSync(process.execPath, [require.resolve('jest/bin/jest'), ...args], {
    stdio: 'inherit',
    env: { ...process.env, HOSTILE_RUNS: '100000', THOROUGH: 'true' },
  });
  if (status !== 0) process.exit(status ?? 1);
}
