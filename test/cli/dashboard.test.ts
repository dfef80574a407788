import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { groupCode } from '../../core/alert/group-name';
import { FINGERPRINT, record } from '../adapters/group-table/sample';
import { run } from './command';
import {
  deadUrl,
  type GroupsStack,
  ssmError,
  startGroupsStack,
  startReplying,
} from './groups-stack';

const BIN = join(__dirname, '..', '..', 'dist', 'cli.cjs');
const CODE = groupCode(FINGERPRINT);

jest.setTimeout(60_000);

let stack: GroupsStack;
const running: ChildProcess[] = [];

beforeAll(async () => void (stack = await startGroupsStack()));
beforeEach(async () => stack.reset());
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});
afterAll(async () => stack.stop());

/** A running command, once it has printed its address. */
interface Served {
  readonly url: string;
  readonly out: string;
  readonly err: () => string;
  /** Ends it as Ctrl-C does; resolves to its exit status. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number | null>;
}

function serve(...args: readonly string[]): Promise<Served> {
  const env = { PATH: process.env['PATH'], HOME: '/nonexistent' };
  const child = spawn(process.execPath, [BIN, 'dashboard', ...args], { env });
  running.push(child);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  let [out, err] = ['', ''];
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const end = (signal: NodeJS.Signals = 'SIGINT') => {
    child.kill(signal);
    return ended;
  };
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const [, url] = /(http:\/\/127\.0\.0\.1:\d+)\n[^]*ends it/.exec(out) ?? [];
      if (url !== undefined) resolve({ url, out, err: () => err, end });
    });
    child.on('close', () => reject(new Error(`ended early: ${err}`)));
  });
}

const store = () => {
  const seen = new Date().toISOString();
  const group = { state: 'open', count: 42, firstSeen: seen, lastSeen: seen } as const;
  return stack.groups().write(record(group), null);
};

describe('dashboard refuses', () => {
  test.each([
    ['a word', ['groups'], 'the dashboard takes no words, and "groups" is one'],
    ['a port that is none', ['--port', 'x'], '--port "x": allowed is a number from 1 to 65535'],
    ['a port beyond all', ['--port', '65536'], '--port "65536"'],
    ['a port with a sign', ['--port=-1'], '--port "-1"'],
    ['an empty port', ['--port', ''], '--port ""'],
    ['a port in another form', ['--port', '1e3'], '--port "1e3"'],
    ['data as JSON', ['--json'], '--json is not an option'],
    ['another name of this machine', ['--local', 'http://localhost:1'], '--local'],
  ])('%s', async (_name, args, why) => {
    const { status, out, err } = await run(['dashboard', ...args]);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(why);
    expect(err).toContain('see launch-denied dashboard --help');
  });

  test('a port that another program has', async () => {
    const { status, err } = await stack.local('dashboard', '--port', new URL(stack.url).port);
    expect(status).toBe(1);
    expect(err).toMatch(
      /^launch-denied: port \d+ is taken by another program; give another --port/,
    );
  });
});

describe('dashboard fails', () => {
  test('where nothing answers', async () => {
    const { status, err } = await run(['dashboard', '--local', await deadUrl()]);
    expect([status, err]).toEqual([1, expect.stringContaining('nothing answers at')]);
  });

  test('where there is no such stack', async () => {
    const { status, err } = await stack.local('dashboard', '--stack', 'Other');
    expect([status, err]).toEqual([1, expect.stringContaining('no stack Other')]);
  });

  test('where the permission lacks', async () => {
    const refusing = await startReplying(ssmError('AccessDeniedException', 'no ssm:GetParameter'));
    const { status, err } = await run(['dashboard', '--local', refusing.url]);
    expect([status, err]).toEqual([1, expect.stringContaining('AWS refused')]);
    await refusing.stop();
  });
});

describe('dashboard', () => {
  test('says what it does', async () => {
    const { status, out } = await run(['dashboard', '--help']);
    expect(status).toBe(0);
    expect(out).toMatch(/^Usage: launch-denied dashboard \[options\]\n/);
    expect(out).not.toContain('--json');
  });

  test('serves the groups of the stack, and notes who changed one', async () => {
    await store();
    const { url, out, err, end } = await serve('--local', stack.url);
    expect(out).toContain('Ctrl-C ends it.');
    const list = await fetch(`${url}/causes`).then((response) => response.text());
    expect(list).toContain(`href="/causes/${CODE}"`);
    expect(list).toContain('stack LaunchDenied');
    const page = await fetch(`${url}/causes/${CODE}`).then((response) => response.text());
    const [, token = ''] = /name="token" value="([^"]+)"/.exec(page) ?? [];
    const response = await fetch(`${url}/causes/${CODE}/resolve`, {
      method: 'POST',
      headers: { origin: url },
      body: new URLSearchParams({ token }),
    });
    expect([response.status, new URL(response.url).pathname]).toEqual([200, `/causes/${CODE}`]);
    const group = (await stack.groups().read(FINGERPRINT))?.record.group;
    expect(group?.state).toBe('resolved');
    expect(group?.history.at(-1)?.by).toBe('arn:aws:sts::111122223333:assumed-role/oncall/me');
    expect(await end()).toBe(0);
    expect(err()).toBe('');
  });

  test('serves its own style and script', async () => {
    const { url, end } = await serve('--local', stack.url);
    const page = await fetch(`${url}/causes`).then((response) => response.text());
    const files = [...page.matchAll(/(?:href|src)="(\/(?:style|script)\.[^"]+)"/g)];
    expect(files).toHaveLength(2);
    for (const [, path = ''] of files) {
      const text = await fetch(`${url}${path}`).then((response) => response.text());
      expect(text.length).toBeGreaterThan(1_000);
    }
    expect(await end('SIGTERM')).toBe(0);
  });

  test('ends with Ctrl-C also while a page listens', async () => {
    const { url, end } = await serve('--local', stack.url);
    const stream = await fetch(`${url}/live`);
    const read = stream.text().catch(() => 'broken off');
    expect(await end()).toBe(0);
    await read;
  });

  test('says on its pages why the table cannot be read, and goes on when it can', async () => {
    await store();
    const { url, end } = await serve('--local', stack.url);
    await stack.table.reset();
    const first = await fetch(`${url}/causes`);
    expect(first.status).toBe(200);
    await stack.reset();
    const second = await fetch(`${url}/causes`);
    expect(second.status).toBe(503);
    expect(await second.text()).toContain('Nothing answers at http://127.0.0.1:');
    expect(await end()).toBe(0);
  });
});
