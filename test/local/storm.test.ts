// A retry loop, through the deployed bundle: what people hear of it, and what it costs.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { groupTable } from '../../adapters/group-table';
import { GRANTED_ACTIONS } from '../../lib';
import { type Local, startLocal } from '../../local/start-local';
import { playStorm, type Storm } from '../../local/storm';
import { synthesize } from '../../local/synthesize';
import { THOROUGH } from './thorough';

const written = (count: number) => count.toLocaleString('en-US');
const FOLDER = mkdtempSync(join(tmpdir(), 'launch-denied-storm-'));
const DENIALS = THOROUGH ? 10_000 : 1_000;

jest.setTimeout(120_000);

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

describe(`${DENIALS} denials of one cause`, () => {
  let local: Local;
  let storm: Storm;
  beforeAll(async () => {
    local = await startLocal(await synthesize({ outdir: join(FOLDER, 'assembly') }));
    storm = await playStorm(local, DENIALS);
  });
  afterAll(() => local.stop());

  const callsOf = (action: string) => storm.calls.filter((call) => call.action === action).length;

  test('are one alert at once, and one more an hour later that tells of the others', () => {
    expect(storm.mails.map(({ subject }) => subject)).toEqual([
      'Role karpenter-nodes may not pass role node to EC2 (implicit deny)',
      `${written(DENIALS)} times: Role karpenter-nodes may not pass role node to EC2 (implicit deny)`,
    ]);
    expect(storm.mails[0]?.text).toMatch(/^First seen at \d\d:\d\d UTC\.$/m);
    expect(storm.mails[1]?.text).toContain(
      `Seen ${written(DENIALS)} times; ${written(DENIALS - 1)} not alerted since`,
    );
    expect(local.failures()).toEqual([]);
  });

  test('are counted exactly, and each is stored', async () => {
    const groups = groupTable({
      tableName: local.function.environment['TABLE_NAME'] ?? '',
      retentionDays: 90,
      now: () => new Date(),
      connection: {
        endpoint: local.urls.emulators.dynamodb,
        region: 'us-east-1',
        credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      },
    });
    const [only, ...others] = (await groups.list()).items;
    expect(others).toEqual([]);
    expect(only?.record.group.count).toBe(DENIALS);
    const { fingerprint = '' } = only?.record.group ?? {};
    expect(await groups.countOccurrences(fingerprint)).toBe(DENIALS);
  });

  test('are looked after by a sweep that uses each action granted to it', () => {
    const [, sweep] = local.functions;
    const granted = sweep?.statements.flatMap(({ actions }) => actions) ?? [];
    const used = storm.calls.filter(({ by }) => by === sweep?.name).map(({ action }) => action);
    const byLambda = GRANTED_ACTIONS.filter(({ usedBy }) =>
      usedBy.some((user) => user === 'lambda'),
    ).map(({ action }) => action);
    // What STS was out of reach for is explained again: test/local/outages.test.ts.
    const again = ['sts:DecodeAuthorizationMessage', 'iam:SimulatePrincipalPolicy'];
    const own = granted.filter((action) => !byLambda.some((each) => each === action));
    expect(new Set([...used, ...again])).toEqual(new Set(own));
  });

  test('ask STS and the simulator at most twenty times, and SNS twice', () => {
    expect(callsOf('sts:DecodeAuthorizationMessage')).toBeLessThanOrEqual(20);
    expect(callsOf('iam:SimulatePrincipalPolicy')).toBeLessThanOrEqual(20);
    expect(callsOf('sns:Publish')).toBe(2);
    const writes = ['BatchWriteItem', 'PutItem', 'UpdateItem'].map((one) => `dynamodb:${one}`);
    const requests = writes.reduce((sum, action) => sum + callsOf(action), 0);
    expect(requests).toBeLessThan(0.31 * DENIALS);
  });
});

test('npm start -- --storm shows the two e-mails and what was asked of AWS', async () => {
  const args = ['--import', 'tsx', join('local', 'main.ts'), '--storm', '30'];
  const cwd = join(__dirname, '..', '..');
  const stdout = await new Promise<string>((resolve) => {
    execFile(process.execPath, args, { cwd }, (_error, out) => resolve(out));
  });
  expect(stdout.match(/^Subject: .*$/gm)).toHaveLength(2);
  expect(stdout).toContain('30 denials of one cause, and an hour: 2 e-mails.');
  expect(stdout).toContain('- sts:DecodeAuthorizationMessage: 1 call\n');
});
