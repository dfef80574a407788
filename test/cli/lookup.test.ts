import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, startAccount } from '../doctor/account';
import { type Run, run } from './command';
import { deadUrl } from './groups-stack';

jest.setTimeout(60_000);

const KEY = 'launch-denied:enabled-regions:account=111122223333';

let account: Account;
let folder: string;

beforeAll(async () => void (account = await startAccount()));
beforeEach(() => {
  account.reset();
  folder = mkdtempSync(join(tmpdir(), 'lookup-'));
  writeFileSync(join(folder, 'cdk.json'), '{}');
});
afterEach(() => rmSync(folder, { recursive: true }));
afterAll(() => account.stop());

const file = () => join(folder, 'cdk.context.json');

/** Runs the built command as if AWS were the stand-in account. */
function lookup(args: readonly string[], env: Record<string, string> = {}): Promise<Run> {
  const aws = {
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'an-invented-secret',
    AWS_REGION: 'eu-west-1',
    AWS_MAX_ATTEMPTS: '1',
    AWS_ENDPOINT_URL: account.url,
  };
  return run(['lookup', '--folder', folder, ...args], { env: { ...aws, ...env } });
}

describe('what cannot be looked up', () => {
  test('for want of a right names it, and leaves the file alone', async () => {
    account.state.lacking.add('account:ListRegions');
    const { status, out, err } = await lookup([]);
    expect([status, out]).toEqual([1, '']);
    expect(err).toContain('lacks account:ListRegions');
    expect(readdirSync(folder)).toEqual(['cdk.json']);
  });

  test('over a network that is not there says so', async () => {
    const { status, err } = await lookup([], { AWS_ENDPOINT_URL: await deadUrl() });
    expect(status).toBe(1);
    expect(err).toContain('AWS could not be reached over the network');
  });

  test.each(['[]', '{', ''])('into a file with %j leaves it as it is', async (text) => {
    writeFileSync(file(), text);
    const { status, out, err } = await lookup([]);
    expect([status, out]).toEqual([1, '']);
    expect(err).toBe(
      `launch-denied: ${file()} is left as it is: it holds no JSON object, as the CDK writes it; mend or remove it\n`,
    );
    expect(readFileSync(file(), 'utf8')).toBe(text);
  });
});

describe('wrong usage', () => {
  test.each([
    [['all'], /lookup takes no words, and "all" is one/],
    [['--local', 'http://127.0.0.1:1'], /--local asks no AWS/],
    [['--region', 'here'], /--region "here" is no Region/],
    [['--stack', 'x'], /--stack is not an option/],
    [['--folder', '/nowhere/at/all'], /--folder "\/nowhere\/at\/all" is no folder/],
  ])('%j ends with 2', async (args, text) => {
    const { status, out, err } = await lookup(args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(text);
    expect(err).toContain('see launch-denied lookup --help');
    expect(account.calls).toEqual([]);
  });

  test('the help tells the right and the exit status', async () => {
    const { status, out } = await lookup(['--help']);
    expect(status).toBe(0);
    for (const part of ['account:ListRegions', 'Exit status: 0', 'GovCloud', 'nobody enabled'])
      expect(out).toContain(part);
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
  });
});

describe('a lookup', () => {
  test('writes the enabled Regions where a synthesis reads them, and keeps all else', async () => {
    const other = {
      'vpc-provider:account=1': { vpcId: 'vpc-1' },
      [KEY]: ['eu-west-1', 'sa-east-1'],
    };
    writeFileSync(file(), JSON.stringify({ ...other, last: true }));
    const { status, out } = await lookup([]);
    expect(status).toBe(0);
    expect(out).toMatch(/^Account 111122223333 has 3 enabled Regions\.\n/);
    expect(out).toContain('added:   ap-south-1 and us-east-1\ngone:    sa-east-1\n');
    expect(readFileSync(file(), 'utf8')).toBe(
      `${JSON.stringify({ ...other, [KEY]: ['ap-south-1', 'eu-west-1', 'us-east-1'], last: true }, null, 2)}\n`,
    );
    expect(readdirSync(folder)).toEqual(['cdk.context.json', 'cdk.json']);
  });

  test('asks nothing but who asks and which Regions are enabled', async () => {
    await lookup([]);
    expect(new Set(account.calls.map(({ name }) => name))).toEqual(
      new Set(['sts:GetCallerIdentity', 'account:ListRegions']),
    );
  });

  test('writes nothing with --dry-run, and says what it would', async () => {
    const { status, out } = await lookup(['--dry-run', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toEqual({
      schemaVersion: 1,
      account: '111122223333',
      file: file(),
      key: KEY,
      regions: ['ap-south-1', 'eu-west-1', 'us-east-1'],
      added: ['ap-south-1', 'eu-west-1', 'us-east-1'],
      gone: [],
      isDry: true,
    });
    expect(readdirSync(folder)).toEqual(['cdk.json']);
  });

  test('that finds nothing new leaves the file byte for byte', async () => {
    const text = `{"${KEY}": ["ap-south-1","eu-west-1","us-east-1"]}`;
    writeFileSync(file(), text);
    const { out } = await lookup([]);
    expect(out).toMatch(
      /^Account 111122223333 has 3 enabled Regions, as the file says already\.\n/,
    );
    expect(readFileSync(file(), 'utf8')).toBe(text);
  });

  test('writes through a link', async () => {
    const real = join(folder, 'real.json');
    writeFileSync(real, '{}');
    symlinkSync(real, file());
    expect((await lookup([])).status).toBe(0);
    expect(readlinkSync(file())).toBe(real);
    expect(JSON.parse(readFileSync(real, 'utf8'))).toHaveProperty([KEY]);
  });
});
