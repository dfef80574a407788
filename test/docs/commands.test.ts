import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_OPERATIONS, SETTINGS } from '../../lib/settings';
import { eventsIn } from '../../local/envelope';

const ROOT = join(__dirname, '..', '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const scripts = Object.keys(JSON.parse(read('package.json')).scripts);
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`),
].filter((path) => path.endsWith('.md'));

/** The lines of the shell blocks of a document. */
function shellLines(path: string): string[] {
  return [...read(path).matchAll(/```sh\n([^]*?)```/g)].flatMap(([, block = '']) =>
    block
      .trim()
      .split('\n')
      .map((line) => line.trim()),
  );
}

/** What the documents tell people to run, and how each is held here. */
const HELD = [
  [/^npm ci && npm (start|test)$/, 'by the check on a clean clone'],
  [/^npm ci$/, 'by the check on a clean clone'],
  [/^npm run build$/, 'by npm test itself'],
  [/^aws cloudformation [a-z-]+ (--region \S+ )?--stack.*$/, 'test/one-file/docs.test.ts'],
  [/^(node check\.cjs|sha256sum)( dist\/\S+\.js(on)?)+$/, 'test/one-file/docs.test.ts'],
  [
    /^npx cdk (bootstrap|deploy( --all)?( -c "?\w+=\S+)+)$/,
    'needs an account; npm run synth and test/lib/app-regions.test.ts run the rest',
  ],
  [/^npm run build && npm run template$/, 'test/one-file/limits.test.ts, and a part of the check'],
  [/^npm start -- --organization$/, 'test/local/npm-start.test.ts'],
  [/^npx \. lookup$/, 'test/cli/lookup.test.ts'],
  [/^npx \. accounts( --dry-run)?$/, 'test/cli/accounts.test.ts'],
  [/^aws events put-events --entries file:\/\/docs\/test-event\.json$/, 'below'],
  [/^terraform apply 2>&1 \| npx \. explain$/, 'standard input: test/cli/explain.test.ts'],
  [/^npx \. explain --(fix terraform|simulate --profile dev) \S+$/, 'test/cli/fix.test.ts'],
  [/^npx \. (show|mute \S+ --for 7d|resolve|reopen)( g-\w{12})?$/, 'test/cli/groups.test.ts'],
  [/^npx \. doctor( --send-test( --from-region \S+)?)?$/, 'test/cli/doctor.test.ts'],
  [/^npx \. doctor --member --home \d{12}\/\S+ --profile \S+$/, 'test/cli/doctor.test.ts'],
  [/^npx \. scan( --offline)?( \S+)?$/, 'test/cli/scan.test.ts'],
  [/^npx \. scan \S+ --html report\.html$/, 'test/cli/scan.test.ts'],
  [/^npx \. scan --last 90d --region all --resume denials\.jsonl$/, 'test/cli/scan.test.ts'],
  [/^npx \. scan s3:\S+ --from \S+ --to \S+ --csv$/, 'test/cli/scan-bucket.test.ts'],
  [/^npx \. scan --since-deploy --into-stack$/, 'test/cli/scan.test.ts'],
  [/^npx \. dashboard$/, 'test/cli/dashboard.test.ts'],
  [/^npm start -- --dashboard$/, 'test/web/demo.test.ts'],
  [/^npx \. explain \S+$/, 'a file and a code: test/cli/explain.test.ts'],
  [
    /^npx \. athena --bucket \S+ --accounts \d{12} --last 90d( --run --workgroup primary --csv)?$/,
    'test/cli/athena.test.ts',
  ],
  [/^npx \. explain --json --offline \S+$/, 'test/cli/explain.test.ts'],
] as const;

describe('the documents', () => {
  test('name no command that is not held by a test', () => {
    for (const line of documents.flatMap(shellLines)) {
      expect([line, HELD.some(([form]) => form.test(line))]).toEqual([line, true]);
    }
  });

  test('name only npm scripts that exist', () => {
    for (const path of documents) {
      for (const [, name = ''] of read(path).matchAll(/npm run ([a-z:]+)/g)) {
        expect([path, name, scripts.includes(name)]).toEqual([path, name, true]);
      }
    }
  });

  test('link only to files that exist', () => {
    for (const path of documents) {
      for (const [, target = ''] of read(path).matchAll(/\]\((?!https?:|#)([^)#]+)\)/g)) {
        const file = join(path, '..', target);
        expect(() => read(file)).not.toThrow();
      }
    }
  });
});

describe('the README', () => {
  test('lists every setting', () => {
    for (const name of Object.keys(SETTINGS)) expect(read('README.md')).toContain(`| \`${name}\``);
    for (const operation of DEFAULT_OPERATIONS) expect(read('README.md')).toContain(operation);
  });

  test('shows an e-mail that the demo really sends', () => {
    const folder = 'cases/identity-based-policy-no-allow';
    const mail = read(`${folder}/a-ci-role-may-not-pass-the-role-of-the-instance-profile.txt`);
    const [, shown = ''] = /```\n(Subject:[^]*?)```/.exec(read('README.md')) ?? [];
    expect(mail.startsWith(shown)).toBe(true);
  });

  test('runs the command by npx as it says', async () => {
    const child = spawn('npx', ['.', 'explain', 'NO_ALLOW'], { cwd: ROOT });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect(status).toBe(0);
    expect(out).toMatch(/^# NO_ALLOW\n/);
  });

  test('embeds the construct as it shows, without a TypeScript loader', () => {
    const app = `
      const { App, Stack } = require('aws-cdk-lib/core');
      const { LaunchDenied } = require('launch-denied');
      const stack = new Stack(new App(), 'Mine');
      new LaunchDenied(stack, 'LaunchDenied', { emails: ['oncall@example.com'] });
      console.log(stack.node.findAll().length > 10);`;
    const run = spawnSync(process.execPath, ['-e', app], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, CDK_VALIDATION: 'false' },
    });
    expect([run.status, run.stdout, run.stderr]).toEqual([0, 'true\n', '']);
  });

  test('has a test event that EventBridge takes and the rule matches', () => {
    const [entry] = JSON.parse(read('docs/test-event.json'));
    expect(Object.keys(entry)).toEqual(['Source', 'DetailType', 'Detail']);
    expect(entry.Source).toBe('launch-denied.test');
    expect(eventsIn(JSON.parse(entry.Detail))).toHaveLength(1);
  });
});

test('the CDK command line of the project is the one that reads its assemblies', () => {
  const { status, stdout } = spawnSync('npx', ['cdk', '--version'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect([status, stdout.split(' ')[0]]).toEqual([0, '2.1148.1']);
});
