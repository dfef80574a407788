// npm run mutate: how well the tests of core/ notice a change. Long; `-- --mutate 'core/explain/**'` takes a part.
const [, { displayName: _name, ...project }] = require('./jest.config.js').projects;

module.exports = {
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  jest: {
    config: {
      ...project,
      testMatch: ['<rootDir>/test/core/**/*.test.ts', '<rootDir>/test/cases.test.ts'],
      // Its many runs would be repeated for every change.
      testPathIgnorePatterns: ['<rootDir>/test/core/hostile.test.ts'],
    },
  },
  tsconfigFile: 'none.json',
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  mutate: ['core/**/*.ts'],
  thresholds: { high: 90, low: 85, break: 85 },
  reporters: ['clear-text', 'progress'],
  clearTextReporter: { allowColor: false, reportTests: false },
  concurrency: 2,
};
