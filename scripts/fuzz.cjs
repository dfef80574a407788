// npm run fuzz: the hostile inputs of test/core/hostile.test.ts in full number.
process.env.HOSTILE_RUNS = '100000';
require('jest').run(['test/core/hostile']);
