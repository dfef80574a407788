// The command itself, in a process of its own.
import { execFile, type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { event, record } from './launches';

const ROOT = join(__dirname, '..', '..');
const FOLDER = mkdtempSync(join(tmpdir(), 'launch-denied-test-'));

jest.setTimeout(60_000);

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

const command = ['--import', 'tsx', join('local', 'main.ts')];

function run(...args: string[]) {
  return new Promise<{ status: unknown; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, [...command, ...args], { cwd: ROOT }, (error, stdout, stderr) =>
      resolve({ status: error?.code ?? 0, stdout, stderr }),
    );
  });
}

test.each([
  ['an option it does not know', ['--colour'], "unknown option '--colour'"],
  ['a file that is not there', ['nowhere.json'], 'cannot read nowhere.json: ENOENT'],
  ['a file without records', ['package.json'], 'package.json holds no CloudTrail record'],
])('refuses %s with one sentence', async (_name, args, sentence) => {
  const { status, stdout, stderr } = await run(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(sentence)]);
});

test('--help prints how to use it', async () => {
  const { status, stdout } = await run('--help');
  expect(status).toBe(0);
  expect(stdout).toContain('npm start -- FILE...');
});

test("sends the reader's own records through, and says what became of each", async () => {
  const file = join(FOLDER, 'own.json.gz');
  const ignored = record('started', { eventName: 'StopInstances' });
  const Records = [record('own'), ignored, record('own')];
  writeFileSync(file, gzipSync(JSON.stringify({ Records })));
  const { status, stdout } = await run(file);
  expect(status).toBe(0);
  expect(stdout.match(/^Subject: .*$/gm)).toEqual([
    expect.stringContaining('Role ci-runner may not pass role web-profile'),
  ]);
  expect(stdout).toContain('3 events went in: 1 alerted, 0 held back, 2 ignored, 0 failed.');
  expect(stdout).toContain('not matched by the rule: detail.eventName is "StopInstances"');
  expect(stdout).toContain('an event with this eventID came before');
});

test('--organization plays two Regions and three member accounts', async () => {
  const { status, stdout } = await run('--organization');
  expect(status).toBe(0);
  expect(stdout).toContain(
    '5 events went in: 4 alerted, 0 held back, 0 ignored, 0 failed, 1 refused by an event bus.',
  );
  expect(stdout).toMatch(/^account: +payments \(444455556666\)$/m);
  expect(stdout).toContain('(NO_PERMISSIONS: User: ');
  expect(stdout).toMatch(/sts:DecodeAuthorizationMessage in account 777788889999: \d calls?/);
});

test('--json prints the e-mails and the calls', async () => {
  const file = join(FOLDER, 'own.json');
  writeFileSync(file, JSON.stringify(event('own')));
  const { stdout } = await run(file, '--json');
  expect(JSON.parse(stdout)).toMatchObject({
    played: [{ eventId: 'own', fate: 'alerted' }],
    mails: [{ subject: expect.stringContaining('ci-runner') }],
    calls: expect.arrayContaining([expect.objectContaining({ action: 'sns:Publish' })]),
  });
});

describe('--keep', () => {
  let child: ChildProcess;
  let printed = '';
  afterEach(() => child.kill('SIGKILL'));

  async function until(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = pattern.exec(printed);
      if (found) return found[1] ?? '';
      await new Promise((resolve) => child.stdout?.once('data', resolve));
    }
  }

  test('takes events until Ctrl-C, and leaves nothing behind', async () => {
    const file = join(FOLDER, 'kept.json');
    writeFileSync(file, JSON.stringify(record('kept')));
    child = spawn(process.execPath, [...command, '--keep', file], { cwd: ROOT });
    child.stdout?.on('data', (chunk) => (printed += String(chunk)));
    const inbox = await until(/@FILE (http:\/\/127\.0\.0\.1:\d+)/);
    const dynamodb = await until(/DynamoDB +(http:\/\/127\.0\.0\.1:\d+)/);

    const body = JSON.stringify(
      record('posted', {
        errorMessage: record('').errorMessage.replaceAll('web-profile', 'db-profile'),
        requestParameters: { instanceType: 'p5.4x' },
      }),
    );
    const fromPage = { method: 'POST', body, headers: { origin: 'http://example.com' } };
    expect((await fetch(inbox, fromPage)).status).toBe(403);
    expect((await fetch(inbox)).status).toBe(405);
    expect((await fetch(inbox, { method: 'POST', body: '{}' })).status).toBe(400);
    const answer = await fetch(inbox, { method: 'POST', body });
    expect(await answer.text()).toContain('1 event went in: 1 alerted');
    await until(/(p5\.4x)/);

    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    await expect(fetch(dynamodb)).rejects.toThrow();
    await expect(fetch(inbox)).rejects.toThrow();
  });
});
