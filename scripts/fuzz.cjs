// npm run fuzz: hostile inputs, faults and storms in full number.
Object.assign(process.env, { HOSTILE_RUNS: '100000', THOROUGH: 'true' });
void require('jest').run([
  'test/core/hostile',
  'test/core/batch/way',
  'test/local/(faults|outages|storm)',
]);
