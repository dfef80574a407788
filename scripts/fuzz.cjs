// npm run fuzz: the hostile inputs of test/core/hostile.test.ts in full number.
process.env.HOSTILE_RUNS = '100000';
void require('jest').run(['test/core/hostile']);
