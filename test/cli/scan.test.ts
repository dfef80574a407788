// The command as people run it, over logs on disk, an answer of CloudTrail, and a deployed table.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { jsonResult } from '../../local/wire/json';
import { type Loopback, startLoopback } from '../../local/wire/loopback';
import { recordOf } from '../core/batch/denials';
import { run } from './command';
import { type GroupsStack, startGroupsStack } from './groups-stack';

const AWS = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'an-invented-secret',
  AWS_REGION: 'eu-west-1',
};

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const denial = (id: string, minutes = 60, more = {}) =>
  recordOf({ id, time: ago(minutes), ...more });
const ALLOWED = { ...recordOf({ id: 'ok' }), errorCode: undefined, errorMessage: undefined };
const HOSTILE = '=cmd|" /C calc"!A0';

const REGIONS = ['eu-west-1', 'us-east-1'];

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scan-'));
  mkdirSync(join(folder, 'logs', 'deep'), { recursive: true });
  const put = (name: string, content: string | Buffer) =>
    writeFileSync(join(folder, 'logs', name), content);
  const records = (...all: readonly object[]) => JSON.stringify({ Records: all });
  put('a.json.gz', gzipSync(records(ALLOWED, denial('e-1'), denial('e-2', 50))));
  put('deep/b.json', JSON.stringify({ Records: [denial('e-2', 50), denial('e-3', 40)] }, null, 2));
  put('c.jsonl', `${JSON.stringify(denial('e-4', 30, { role: 'web' }))}\r\n`);
  writeFileSync(join(folder, 'damaged.json.gz'), gzipSync(records(denial('e-9'))).subarray(0, 200));
  writeFileSync(
    join(folder, 'old.json'),
    records(denial('e-5', 60 * 24 * 200), denial('e-6', 60 * 24 * 100)),
  );
});

afterAll(() => rmSync(folder, { recursive: true }));

const logs = () => join(folder, 'logs');
const offline = (...args: readonly string[]) => run(['scan', '--offline', ...args]);

describe('scan of log files', () => {
  it('lists the causes, each event once', async () => {
    const { status, out, err } = await offline(logs());
    expect(out).toMatch(/^2 causes, 4 denials, from .* to .*, in 3 files\n\n3 denials, last /);
    expect(out).toContain('Role ci-runner may not pass role web-profile to EC2');
    expect(err).toBe('launch-denied: 1 event came more than once and counted once\n');
    expect(status).toBe(0);
  });

  it('passes over what is damaged, names it, and ends with 3', async () => {
    const { status, out, err } = await offline(logs(), join(folder, 'damaged.json.gz'), 'nowhere');
    expect(out).toContain('4 denials');
    expect(err).toContain('damaged.json.gz: ');
    expect(err).toContain('passed over: nowhere: there is no such file or folder');
    expect(status).toBe(3);
  });

  it('prints data', async () => {
    const { status, out } = await offline('--json', logs());
    const { causes, ...rest } = JSON.parse(out);
    expect(rest).toMatchObject({
      schemaVersion: 1,
      denials: 4,
      repeated: 1,
      damaged: [],
      isStopped: false,
    });
    expect(causes[0]).toMatchObject({
      count: 3,
      account: '111122223333',
      regions: ['eu-west-1'],
      explanation: { verdict: 'implicit-deny', action: 'iam:PassRole' },
    });
    expect(status).toBe(0);
  });

  it('prints rows without formulas', async () => {
    const path = join(folder, 'hostile.json');
    writeFileSync(path, JSON.stringify(denial('e-7', 5, { role: HOSTILE })));
    const { out } = await offline('--csv', path);
    const [head, row = ''] = out.split('\r\n');
    expect(head).toMatch(/^code,denials,firstSeen/);
    expect(row).toMatch(/^g-\w{12},1,/);
    expect(row).not.toMatch(/(^|,)"?[=+@-]/);
  });

  it('writes one page that loads nothing and runs nothing', async () => {
    const path = join(folder, 'report.html');
    const { status, out, err } = await offline('--html', path, logs());
    expect({ status, out }).toEqual({ status: 0, out: '' });
    expect(err).toContain(`wrote ${path}`);
    const html = readFileSync(path, 'utf8');
    expect(html).not.toMatch(/<script|<form|src=|href="(?!#|https:\/\/|data:,)/);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    expect(html).toContain('2 causes, 4 denials');
    // Bars stand up to the last denial, however long ago it was.
    for (const [, bars] of html.matchAll(/class="ld-spark"[^>]*><path d="([^"]*)"/g))
      expect(bars).toMatch(/M\d+ 22v-22h4/);
  });

  it('says where a page cannot be written', async () => {
    const { status, err } = await offline('--html', join(folder, 'no', 'report.html'), logs());
    expect(err).toContain('report.html could not be written: ENOENT');
    expect(status).toBe(1);
  });

  it('prints one policy for each principal', async () => {
    const { out, status } = await offline('--fix', 'json', logs());
    expect(out.match(/"Version"/g)).toHaveLength(2);
    expect(status).toBe(0);
  });

  it('reads standard input', async () => {
    const input = gzipSync(JSON.stringify({ Records: [denial('e-1')] }));
    const { out, status } = await run(['scan', '--offline', '-'], { input });
    expect(out).toMatch(/^1 cause, 1 denial, .* in standard input/);
    expect(status).toBe(0);
  });

  it('looks at the wanted time alone', async () => {
    const from = ago(60 * 24 * 150).slice(0, 10);
    const { out } = await offline('--from', from, join(folder, 'old.json'));
    expect(out).toMatch(/^1 cause, 1 denial,/);
  });

  it('says when nothing was denied', async () => {
    const { out, status } = await offline('--last', '1m', logs());
    expect(out).toBe('No denied launch in 3 files.\n');
    expect(status).toBe(0);
  });

  it('serves the dashboard until Ctrl-C', async () => {
    const child = spawn(process.execPath, [
      'dist/cli.cjs',
      'scan',
      '--offline',
      '--dashboard',
      logs(),
    ]);
    const url = await new Promise<string>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        const [found] = /http:\S+/.exec(chunk.toString()) ?? [];
        if (found !== undefined) resolve(found);
      });
    });
    const page = await (await fetch(`${url}/causes`)).text();
    expect(page).toContain('may not pass role web-profile');
    expect(await (await fetch(`${url}/overview`)).text()).not.toContain('Pipeline');
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  });
});

describe('scan refuses', () => {
  it.each([
    [['--json', '--csv'], '--json and --csv are two outputs; give one'],
    [['--fix', 'yaml'], '--fix "yaml": allowed are json,'],
    [['--whole-launch'], '--whole-launch says what --fix prints'],
    [['--offline'], '--offline looks at log files; give files'],
    [['--offline', '--decode', 'x'], '--offline asks AWS nothing, and --decode asks it'],
    [['--offline', 's3://b/p'], 's3://b/p is a bucket'],
    [['--last', '91d'], 'CloudTrail answers for 90 days'],
    [['--last', 'week'], '--last "week": allowed is a number'],
    [['--since-deploy', '--last', '7d'], '--since-deploy says from when'],
    [['--region', 'Frankfurt'], '--region "Frankfurt" is no Region'],
    [['--workers', '0', 'x'], '--workers "0": allowed is a number from 1 to 16'],
    [['--resume', 'f', 'x'], '--resume keeps answers of CloudTrail'],
    [['--stack', '9'], '--stack "9" is no name of a stack'],
    [['--nothing'], '--nothing is not an option; allowed are --last'],
  ])('%j with status 2', async (args, why) => {
    const { status, out, err } = await run(['scan', ...args], { env: AWS });
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(why);
    expect(err).toContain('see launch-denied scan --help');
  });

  it('logs that are not there, with status 1', async () => {
    const { status, err } = await offline('nowhere');
    expect(err).toContain('there is no log in nowhere; allowed are files, folders');
    expect(status).toBe(1);
  });
});

describe('scan of the event history', () => {
  let cloudTrail: Loopback;
  let [asked, isSlow]: [string[], boolean] = [[], false];

  beforeAll(async () => {
    cloudTrail = await startLoopback(async ({ path, body }) => {
      if (path === '/listRegions')
        return jsonResult('1.1', { Regions: REGIONS.map((RegionName) => ({ RegionName })) });
      const { LookupAttributes, NextToken } = JSON.parse(body);
      const [{ AttributeValue: operation }] = LookupAttributes;
      asked.push(operation);
      if (isSlow && NextToken !== undefined) await new Promise(() => undefined);
      const Events =
        operation === 'RunInstances'
          ? [denial('e-1'), denial('e-2', 50)].map((record) => ({
              EventId: record['eventID'],
              EventTime: Date.parse(String(record['eventTime'])) / 1_000,
              CloudTrailEvent: JSON.stringify(record),
            }))
          : [];
      const more = isSlow && operation === 'RunInstances' ? { NextToken: 'next' } : {};
      return {
        status: 200,
        headers: { 'content-type': 'application/x-amz-json-1.1' },
        body: JSON.stringify({ Events, ...more }),
      };
    });
  });
  beforeEach(() => {
    [asked, isSlow] = [[], false];
  });
  afterAll(() => cloudTrail.stop());

  const env = () => ({ ...AWS, AWS_ENDPOINT_URL: cloudTrail.url });

  it('asks for each operation, and keeps what was answered', async () => {
    const words = ['--last', '90d', '--region', 'all', '--resume', join(folder, 'kept.jsonl')];
    const first = await run(['scan', ...words], { env: env() });
    expect(first.err).toBe('');
    expect(first.out).toMatch(
      /^1 cause, 2 denials, .* in CloudTrail's event history\s+of 2 Regions/,
    );
    expect(asked).toEqual(expect.arrayContaining(['RunInstances', 'CreateFleet']));
    asked = [];
    const again = await run(['scan', ...words], { env: env() });
    expect(again.out).toBe(first.out);
    expect(asked).toEqual([]);
  });

  it('asks the Region of the credentials about 7 days, without words', async () => {
    const { out, status } = await run(['scan'], { env: env() });
    expect(out).toMatch(/^1 cause, 2 denials, .* in CloudTrail's event history\s+of eu-west-1/);
    expect(status).toBe(0);
  });

  it('says what is no file of a scan', async () => {
    const path = join(folder, 'logs', 'c.jsonl');
    const { status, err } = await run(['scan', '--resume', path], { env: env() });
    expect(err).toContain('is no file of a scan: line 1 is none of a scan; give a new name');
    expect(status).toBe(1);
  });

  it('shows what it has at Ctrl-C', async () => {
    isSlow = true;
    const child = spawn(process.execPath, ['dist/cli.cjs', 'scan', '--json'], {
      env: { PATH: process.env['PATH'], ...env() },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    while (asked.length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(130);
    expect(JSON.parse(out)).toMatchObject({ denials: 2, isStopped: true });
    expect(err).toContain('stopping; Ctrl-C again ends at once');
    expect(err).toContain('stopped before the end: this is what was found until then');
  });
});

describe('scan and the deployed table', () => {
  let stack: GroupsStack;

  beforeAll(async () => {
    stack = await startGroupsStack();
  });
  beforeEach(() => stack.reset());
  afterAll(() => stack.stop());

  const intoStack = (...more: readonly string[]) =>
    stack.deployed(['scan', '--into-stack', ...more, logs()]);

  it('records what was found, once, and alerts nobody', async () => {
    const { status, err } = await intoStack();
    expect(err).toContain('4 denials recorded in the table of LaunchDenied; nobody was alerted');
    expect(err).toContain('1 event came more than once and counted once');
    expect(status).toBe(0);
    const { items } = await stack.groups().list();
    expect(items.map(({ record: { group } }) => [group.count, group.pending])).toEqual(
      expect.arrayContaining([
        [3, null],
        [1, null],
      ]),
    );
    expect((await intoStack()).err).toContain('0 denials recorded');
    expect((await stack.groups().list()).items.map(({ record }) => record.group.count)).toEqual(
      expect.arrayContaining([3, 1]),
    );
  });

  it('names accounts as the stack does, in the table and in what it prints', async () => {
    await stack.groups().writeAccountNames(new Map([['111122223333', 'home']]));
    const { out } = await intoStack('--json');
    const { causes } = JSON.parse(out) as { causes: readonly { accountName: string | null }[] };
    expect(new Set(causes.map(({ accountName }) => accountName))).toEqual(new Set(['home']));
    const { items } = await stack.groups().list();
    expect(new Set(items.map(({ record: { shown } }) => shown.accountName))).toEqual(
      new Set(['home']),
    );
    const alone = await stack.deployed(['scan', '--json', logs()]);
    expect(JSON.parse(alone.out).causes[0]).toMatchObject({ accountName: null });
  });

  it('shows only what the stack does not know', async () => {
    await stack.deployed(['scan', '--into-stack', join(logs(), 'a.json.gz')]);
    const { out, err } = await stack.deployed(['scan', '--since-deploy', logs()]);
    expect(out).toMatch(/^2 causes, 2 denials,/);
    expect(err).toContain('2 events stood in the table before');
  });

  it('leaves out what the table would not keep', async () => {
    const { err } = await stack.deployed(['scan', '--into-stack', join(folder, 'old.json')]);
    expect(err).toContain('0 denials recorded');
  });

  it('says when there is no stack', async () => {
    const { status, err } = await intoStack('--stack', 'Other');
    expect(err).toContain('no stack Other of Launch Denied in eu-west-1');
    expect(status).toBe(1);
  });
});
