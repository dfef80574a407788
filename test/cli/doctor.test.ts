import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { groupTable } from '../../adapters/group-table';
import { startTable, type TableStandIn } from '../adapters/group-table/stand-in';
import { World } from '../core/batch/world';
import { type Account, startAccount } from '../doctor/account';
import { BOOK, forwarder, healthyMember, MEMBER, slackChannel, trail } from '../doctor/state';
import { type Run, run } from './command';
import { deadUrl } from './groups-stack';

jest.setTimeout(60_000);

const environment = { ...process.env };
let account: Account;

beforeAll(async () => void (account = await startAccount()));
beforeEach(() => account.reset());
afterAll(() => account.stop());

/** Runs the built command as if AWS were the stand-in account. */
function doctor(args: readonly string[], env: Record<string, string> = {}): Promise<Run> {
  const aws = {
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'an-invented-secret',
    AWS_REGION: 'eu-west-1',
    AWS_MAX_ATTEMPTS: '1',
    AWS_ENDPOINT_URL: account.url,
  };
  return run(['doctor', ...args], { env: { ...aws, ...env } });
}

/** A profile `payments` with an access key, in a folder of its own. */
function profileOf(key: string) {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  const credentials = join(folder, 'credentials');
  const lines = [
    '[payments]',
    `aws_access_key_id = ${key}`,
    'aws_secret_access_key = invented',
    '',
  ];
  writeFileSync(credentials, lines.join('\n'));
  return { folder, env: { AWS_SHARED_CREDENTIALS_FILE: credentials } };
}

/** Acts on terminals: colours, a title, text that runs backwards. */
const HOSTILE = 'x\u001b[31mred\u001b]0;t\u0007\u202egnp\r\n- y';
const ACTING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/;

describe('the doctor', () => {
  test('ends with 0 where nothing failed, and says that each link holds', async () => {
    const { status, out, err } = await doctor([]);
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/^Stack LaunchDenied in eu-west-1, account 111122223333: 31 ok\.\n/);
    expect(out).toContain('- trail: Trail management logs write management events of this Region.');
  });

  test('ends with 1 where something failed, and prints the command that mends it', async () => {
    account.state.trails = [trail({ isLogging: false })];
    account.state.regions.push('us-west-2');
    account.state.lacking.add('lambda:ListEventSourceMappings');
    const { status, out } = await doctor(['--region', 'eu-west-1']);
    expect(status).toBe(1);
    expect(out).toMatch(/: 2 failed, 1 warning, 1\s+not checked and 27 ok\.\n/);
    expect(out).toContain(`failed: trail
Trail management covers this Region, and its logging is off. Start its logging.

aws cloudtrail start-logging --name arn:aws:cloudtrail:eu-west-1:111122223333:trail/management --region eu-west-1
`);
    expect(out).toContain('not checked: event-source\nThese credentials lack lambda:');
  });

  test('ends with 0 where there are warnings alone', async () => {
    account.state.slack = [slackChannel({ GuardrailPolicyArns: [] })];
    const { status, out } = await doctor([]);
    expect(status).toBe(0);
    expect(out).toContain('warning: chat-guardrail');
  });

  test('gives programs an array of checks', async () => {
    account.state.rule = null;
    const { status, out } = await doctor(['--json']);
    expect(status).toBe(1);
    const { checks, ...rest } = JSON.parse(out);
    expect(rest).toEqual({
      schemaVersion: 1,
      stack: 'LaunchDenied',
      region: 'eu-west-1',
      account: '111122223333',
      member: null,
      test: null,
    });
    for (const check of checks)
      expect(Object.keys(check)).toEqual(['name', 'status', 'found', 'todo', 'command']);
    expect(checks.find(({ name }: { name: string }) => name === 'rule')).toEqual({
      name: 'rule',
      status: 'failed',
      found: 'The rule of the stack does not exist any more.',
      todo: 'Deploy the stack again.',
      command: null,
    });
  });

  test('prints nothing that acts on a terminal', async () => {
    account.state.trails = [trail({ Name: HOSTILE, TrailARN: HOSTILE, isLogging: false })];
    account.state.slack = [slackChannel({ ConfigurationName: HOSTILE, GuardrailPolicyArns: [] })];
    account.state.logs.set('ExplainLogs', [HOSTILE]);
    account.state.subscriptions[0] = {
      TopicArn: BOOK.alertsTopicArn,
      Protocol: 'email',
      Endpoint: HOSTILE,
      SubscriptionArn: 'PendingConfirmation',
    };
    for (const args of [[], ['--json']]) {
      const { out } = await doctor(args);
      expect(ACTING.exec(out)).toBeNull();
    }
    const { checks } = JSON.parse((await doctor(['--json'])).out);
    const { command } = checks.find(({ name }: { name: string }) => name === 'subscriptions');
    expect(command).toBeNull();
  });

  test('asks Organizations, and nothing else, with a profile of its own', async () => {
    const { folder, env } = profileOf('AKIAMANAGEMENTEXAMPLE');
    try {
      const { status } = await doctor(['--organization-profile', 'payments'], env);
      expect(status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
    const others = account.calls.filter(({ key }) => key === 'AKIAMANAGEMENTEXAMPLE');
    expect(new Set(others.map(({ name }) => name))).toEqual(
      new Set(['organizations:ListAccounts']),
    );
  });

  test('looks at the packages of the folder in which it runs', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
    try {
      for (const [name, version] of [
        ['aws-cdk', '3.0.0'],
        ['aws-cdk-lib', '2.276.0'],
      ] as const) {
        mkdirSync(join(folder, 'node_modules', name), { recursive: true });
        const manifest = join(folder, 'node_modules', name, 'package.json');
        writeFileSync(manifest, JSON.stringify({ version }));
      }
      const { status, out } = await runIn(folder);
      expect(status).toBe(1);
      expect(out).toContain('failed: installed\naws-cdk 3.0.0 is installed here');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  /** The command looks where it stands. */
  async function runIn(folder: string): Promise<Run> {
    const here = process.cwd();
    process.chdir(folder);
    try {
      return await doctor([]);
    } finally {
      process.chdir(here);
    }
  }
});

describe('the doctor of a member account', () => {
  beforeEach(() => void (account.state = healthyMember()));

  const member = (...args: string[]) =>
    doctor(['--member', '--home', '111122223333/eu-west-1', ...args]);

  test('says what the account has of the home stack', async () => {
    const { status, out, err } = await member();
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^Account 444455556666, member of stack LaunchDenied in eu-west-1, account\n111122223333: 7 ok\.\n/,
    );
  });

  test('ends with 1 where something failed', async () => {
    account.state.trust = null;
    account.state.forwarders.delete('us-east-1');
    const { status, out } = await member('--json');
    expect(status).toBe(1);
    const { checks, ...rest } = JSON.parse(out);
    expect(rest).toEqual({
      schemaVersion: 1,
      stack: 'LaunchDenied',
      region: 'eu-west-1',
      account: '111122223333',
      member: MEMBER,
      test: null,
    });
    expect(
      checks.map(({ name, status: each }: Record<string, string>) => `${name} ${each}`),
    ).toEqual([
      'member ok',
      'regions warning',
      'forwarders ok',
      'forwarder-undelivered ok',
      'forwarder-trails ok',
      'reader-role failed',
      'reader-role-decode not-checked',
    ]);
  });

  test('asks from the home Region where no other is given', async () => {
    const { status } = await doctor(['--member', '--home', '111122223333/eu-west-1'], {
      AWS_REGION: '',
    });
    expect(status).toBe(0);
    expect(new Set(account.calls.map(({ region }) => region))).toContain('eu-west-1');
  });
});

describe('where AWS cannot be asked', () => {
  test('the network is named', async () => {
    const { status, out, err } = await doctor([], { AWS_ENDPOINT_URL: await deadUrl() });
    expect([status, out]).toEqual([1, '']);
    expect(err).toContain('AWS could not be reached over the network');
  });

  test('missing credentials are named', async () => {
    const { status, err } = await doctor(['--profile', 'nobody']);
    expect(status).toBe(1);
    expect(err).toMatch(/no AWS credentials were found|nobody/);
  });

  test('a missing Region is named', async () => {
    const { status, err } = await doctor([], { AWS_REGION: '' });
    expect([status, err]).toEqual([
      1,
      'launch-denied: no Region was found, or none that AWS has; give --region or set AWS_REGION\n',
    ]);
  });
});

describe('wrong usage', () => {
  test.each([
    [['all'], /the doctor takes no words, and "all" is one/],
    [
      ['--local', 'http://127.0.0.1:4566'],
      /--local is not for the doctor: local mode has no trail/,
    ],
    [
      ['--send-test', '--wait', 'long'],
      /--wait "long": allowed is a number of seconds from 1 to 3600/,
    ],
    [['--send-test', '--wait', '0'], /--wait "0"/],
    [['--wait', '60'], /--wait is how long to follow a test denial; give --send-test too/],
    [['--stack', '1'], /--stack "1" is no name of a stack/],
    [['--fix'], /--fix is not an option/],
    [['--from-region', 'us-east-1'], /--from-region is where to put a test denial; give --send-te/],
    [['--from-profile', 'payments'], /--from-profile is whose test denial to put; give --send-te/],
    [['--send-test', '--from-region', 'here'], /--from-region "here" is no Region, such as us-eas/],
    [['--member'], /--member needs account and Region of the home stack, such as --home 1111222/],
    [['--home', '111122223333/us-east-1'], /--home is for a member account; give --member too/],
    [['--member', '--home', 'us-east-1'], /--home "us-east-1": allowed is account and Region of/],
    [
      ['--member', '--home', '111122223333/us-east-1/x'],
      /--home "111122223333\/us-east-1\/x": allo/,
    ],
    [
      ['--member', '--home', '111122223333/us-east-1', '--send-test'],
      /--send-test is followed at home: run it with credentials of the home account/,
    ],
    [
      ['--member', '--home', '111122223333/us-east-1', '--organization-profile', 'all'],
      /--organization-profile is for the home stack/,
    ],
  ])('%j ends with 2', async (args, text) => {
    const { status, out, err } = await doctor(args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(text);
    expect(err).toContain('see launch-denied doctor --help');
    expect(account.calls).toEqual([]);
  });

  test('the help tells the options, each right and the exit status', async () => {
    await doctor([]);
    account.state = healthyMember();
    await doctor(['--member', '--home', '111122223333/eu-west-1']);
    const rights = new Set(account.calls.map(({ name }) => name));
    rights.delete('sts:GetCallerIdentity');
    const { status, out } = await doctor(['--help']);
    expect(status).toBe(0);
    for (const part of ['--send-test', 'events:PutEvents', 'Exit status: 0', ...rights])
      expect(out).toContain(part);
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
  });
});

describe('--send-test', () => {
  let table: TableStandIn;

  beforeAll(async () => void (table = await startTable()));
  afterAll(async () => {
    await table.stop();
    process.env = environment;
  });
  beforeEach(async () => {
    await table.reset();
    account.state.book = { ...BOOK, tableName: table.tableName };
  });

  const send = (...args: string[]) =>
    doctor(['--send-test', ...args], {
      AWS_ENDPOINT_URL_DYNAMODB: process.env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '',
    });

  test('follows a test denial, tells each leg and how to end its cause', async () => {
    const now = () => new Date();
    const groups = groupTable({ tableName: table.tableName, retentionDays: 90, now });
    const way = new World({ groups });
    account.state.onEvent = (detail) =>
      void way.handle([{ id: 'one', body: `{"detail":${detail}}` }]);
    const { status, out } = await send();
    expect(out).toMatch(
      /\nTest denial\nevent-bus: ok after \d\.\d s\nqueue: {5}ok\ntable: {5}ok after/,
    );
    expect(out).toMatch(/alert: {5}ok after \d\.\d s\n\nAfterwards\n/);
    expect(out).toMatch(/\nlaunch-denied resolve g-\w{12}\n$/);
    expect(status).toBe(0);
  });

  test('puts a denial of a member account on its own event bus', async () => {
    const now = () => new Date();
    const groups = groupTable({ tableName: table.tableName, retentionDays: 90, now });
    const way = new World({ groups });
    account.state.onEvent = (detail) =>
      void way.handle([{ id: 'one', body: `{"detail":${detail}}` }]);
    account.state.forwarders.set('us-west-2', forwarder('us-west-2', MEMBER));
    const { folder, env } = profileOf('AKIAMEMBEREXAMPLE');
    try {
      const from = ['--from-profile', 'payments', '--from-region', 'us-west-2'];
      const { status, out } = await doctor(['--send-test', ...from], {
        AWS_ENDPOINT_URL_DYNAMODB: process.env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '',
        ...env,
      });
      expect(out).toContain('\nTest denial from us-west-2, account 444455556666\nevent-bus: ok');
      expect(status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
    expect(account.state.eventRegions).toEqual(['us-west-2']);
    expect(String(account.state.events[0]?.['Detail'])).toContain(
      '"recipientAccountId":"444455556666"',
    );
  });

  test('fails where it does not arrive, and says where it was lost', async () => {
    const { status, out } = await send('--wait', '1', '--json');
    const { test: result } = JSON.parse(out);
    expect(
      result.legs.map(({ name, status: each }: Record<string, string>) => [name, each]),
    ).toEqual([
      ['event-bus', 'ok'],
      ['queue', 'failed'],
      ['table', 'not-checked'],
      ['alert', 'not-checked'],
    ]);
    expect(status).toBe(1);
  });
});
