// The template validation of aws-cdk-lib costs about 4 s of CPU in every worker that synthesizes an
// App; `npm run synth` runs it, unit tests do not need it.
process.env.CDK_VALIDATION ??= 'false';
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

const shared = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/cdk.out/', '<rootDir>/.stryker-tmp/'],
};

// These are a part of the check, since npm test has two minutes: pages in a real browser, what the fuzz
// plays in full, the files of a deployment without the CDK, which are made of many stacks, and what is
// generated.
const LONG = [
  'adapters/lookup-events/properties',
  'adapters/write-units',
  'cli/accounts',
  'cli/athena',
  'cli/dashboard',
  'cli/groups',
  'generated',
  'local/account-names',
  'local/events/forward',
  'local/faults',
  'local/faults-sweep',
  'local/functions',
  'local/npm-start',
  'local/one-file',
  'local/organization',
  'local/outages',
  'local/start-local',
  'local/storm',
  'local/wire/fault',
  'one-file/docs',
  'one-file/limits',
  'one-file/nag',
  'one-file/packed-bundle',
  'one-file/same-forwarder',
  'one-file/same-stack',
  'web/demo',
].map((name) => `<rootDir>/test/${name}.test.ts`);
const PAGES = ['<rootDir>/test/browser/', '<rootDir>/test/widget/'];

/** @type {import('jest').Config} */
module.exports = {
  // One more than cores, since tests of local mode often wait for other processes.
  maxWorkers: 3,
  projects: [
    {
      ...shared,
      displayName: 'lib',
      testMatch: ['<rootDir>/test/lib/**/*.test.ts'],
      // Removes cloud assemblies; it loads the whole CDK, so only who uses the CDK has it.
      setupFilesAfterEnv: ['aws-cdk-lib/testhelpers/jest-autoclean'],
    },
    {
      ...shared,
      displayName: 'rest',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/lib/', ...LONG, ...PAGES],
    },
    { ...shared, displayName: 'long', testMatch: LONG },
    {
      ...shared,
      displayName: 'pages',
      testMatch: PAGES.map((folder) => `${folder}**/*.test.ts`),
    },
  ],
  coverageProvider: 'v8',
  // Files of types alone have no lines to cover.
  collectCoverageFrom: [
    'core/**/*.ts',
    '!core/batch/ports.ts',
    '!core/evidence.ts',
    '!core/render/section.ts',
    '!core/review/models.ts',
    '!core/scan/source.ts',
    '!core/simulate/simulator.ts',
    '!core/suggest/suggestible.ts',
    '!core/text/finding.ts',
  ],
  coverageReporters: ['text-summary', 'json-summary'],
  coverageThreshold: { global: { lines: 100, branches: 100 } },
};
