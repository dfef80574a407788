import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { report } from '../../core/contract';
import { type StsStandIn, startSts } from '../../local/sts/stand-in';
import { run } from './command';

const ACCOUNT = '111122223333';
const CALLER = `arn:aws:sts::${ACCOUNT}:assumed-role/oncall/me`;
const ARN = `arn:aws:iam::${ACCOUNT}:user/alice`;
const KEY = 'AKIAIOSFODNN7EXAMPLE';
const SENTENCE = `An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation. User: ${ARN} is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:eu-west-1:${ACCOUNT}:key-pair/k because no identity-based policy allows the ec2:RunInstances action.`;
const DECODED = JSON.stringify({
  allowed: false,
  explicitDeny: true,
  matchedStatements: { items: [{ statementId: 'NoKeys', effect: 'DENY' }] },
  context: {
    principal: { id: 'AIDAX', name: 'alice', arn: ARN },
    action: 'RunInstances',
    resource: `arn:aws:ec2:eu-west-1:${ACCOUNT}:key-pair/k`,
    conditions: { items: [] },
  },
});

let folder: string;
let sts: StsStandIn;
let isAllowed = true;
const regions: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'explain-'));
  const caller = { accessKeyId: KEY, session: 'oncall/me', accountIn: () => ACCOUNT };
  sts = await startSts(
    { ...caller, decide: () => (isAllowed ? 'allowed' : 'implicit-deny') },
    ({ region }) => void regions.push(region),
  );
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await sts.stop();
});

beforeEach(() => {
  isAllowed = true;
  regions.length = 0;
});

const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const credentials = () => ({
  AWS_ACCESS_KEY_ID: KEY,
  AWS_SECRET_ACCESS_KEY: 'an-invented-secret',
  AWS_ENDPOINT_URL_STS: sts.url,
});
const message = (region = 'eu-west-1') => sts.issue(DECODED, { account: ACCOUNT, region });
const withMessage = (encoded = message()) =>
  `${SENTENCE} Encoded authorization failure message: ${encoded}`;
const denialsIn = (out: string) => v.parse(report, JSON.parse(out)).denials;

describe('explain finds nothing', () => {
  test('and says what it looked for, with status 2', async () => {
    const { status, out, err } = await run(['explain'], { input: 'all is well' });
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(/^launch-denied: no denial found: looked for .*\n$/);
  });

  test('and prints an empty report for programs', async () => {
    const { status, out, err } = await run(['explain', '--json', '-'], { input: '' });
    expect({ status, report: JSON.parse(out) }).toEqual({
      status: 2,
      report: { schemaVersion: 1, denials: [] },
    });
    expect(err).toContain('no denial found');
  });

  test('and says that a name it was given is no file', async () => {
    const { status, err } = await run(['explain', 'missing.json']);
    expect(status).toBe(2);
    expect(err).toContain('"missing.json" is not a file, so it was read as text');
  });
});

describe('explain refuses', () => {
  test('an option it does not know, with status 2', async () => {
    const { status, err } = await run(['explain', '--jsno']);
    expect(status).toBe(2);
    expect(err).toBe(
      'launch-denied: --jsno is not an option; allowed are --json, --offline, --fix, --whole-launch, --simulate, --profile, --region, --help; see launch-denied explain --help\n',
    );
  });

  test('a damaged compressed file, with status 1', async () => {
    const path = file('damaged.json.gz', gzipSync('{}').subarray(0, 12));
    const { status, err } = await run(['explain', path]);
    expect(status).toBe(1);
    expect(err).toBe(
      `launch-denied: ${JSON.stringify(path)} cannot be read: unexpected end of file\n`,
    );
  });
});

describe('explain reads', () => {
  test.each([
    ['standard input', () => run(['explain', '--json', '--offline'], { input: SENTENCE })],
    ['a text', () => run(['explain', '--json', '--offline', SENTENCE])],
    [
      'a text in several arguments',
      () => run(['explain', '--json', '--offline', ...SENTENCE.split(' ')]),
    ],
    ['a file', () => run(['explain', '--json', '--offline', file('error.txt', SENTENCE)])],
    [
      'a file with Windows line ends',
      () =>
        run([
          'explain',
          '--json',
          '--offline',
          file('crlf.txt', SENTENCE.replaceAll('. ', '.\r\n')),
        ]),
    ],
    [
      'a compressed file',
      () => run(['explain', '--json', '--offline', file('error.gz', gzipSync(SENTENCE))]),
    ],
  ])('%s', async (_, runs) => {
    const { status, out, err } = await runs();
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(denialsIn(out)).toMatchObject([
      {
        reason: { code: 'IDENTITY_BASED_POLICY_NO_ALLOW' },
        action: 'ec2:RunInstances',
        principal: { kind: 'iam-user', name: 'alice' },
        encodedMessage: { status: 'absent' },
      },
    ]);
  });

  test('a bare message that begins with a hyphen', async () => {
    const encoded = `-${message().slice(1)}`;
    const { status, out } = await run(['explain', '--json', '--offline', encoded]);
    expect(status).toBe(0);
    expect(denialsIn(out)).toMatchObject([
      {
        reason: { code: 'UNREADABLE' },
        encodedMessage: { status: 'offline', length: encoded.length },
      },
    ]);
  });

  test('a reason code, in any case', async () => {
    const { status, out } = await run(['explain', 'no_allow']);
    expect(status).toBe(0);
    expect(out).toMatch(/^# NO_ALLOW\n/);
  });
});

describe('explain prints', () => {
  test('no colours where no terminal reads', async () => {
    const { out } = await run(['explain', '--offline', SENTENCE]);
    expect(out).not.toContain('\u001b');
    expect(out).toMatch(/^IAM user alice may not perform ec2:RunInstances on key pair k/);
  });

  test('each of several denials', async () => {
    const second = SENTENCE.replaceAll('alice', 'bob').replaceAll('key-pair/k', 'key-pair/other');
    const { out } = await run(['explain', '--offline'], { input: `${SENTENCE}\n\n${second}\n` });
    expect(out).toMatch(/alice may not[^]*─{40,}\n\nIAM user bob may not/);
  });

  test('nothing that acts on a terminal', async () => {
    const hostile = SENTENCE.replace('key-pair/k', 'key-pair/\u001b]0;x\u0007k');
    const { out } = await run(['explain', '--offline', hostile]);
    expect(out).not.toMatch(/[\u001b\u0007]/);
  });
});

describe('explain asks STS', () => {
  test('never with --offline', async () => {
    const { out } = await run(['explain', '--json', '--offline', withMessage()], {
      env: credentials(),
    });
    expect(denialsIn(out)).toMatchObject([
      { verdict: 'implicit-deny', encodedMessage: { status: 'offline' } },
    ]);
    expect(regions).toEqual([]);
  });

  test('in the Region that the text names', async () => {
    const { status, out, err } = await run(['explain', '--json', withMessage()], {
      env: credentials(),
    });
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(denialsIn(out)).toMatchObject([
      {
        verdict: 'explicit-deny',
        statements: [{ sid: 'NoKeys' }],
        encodedMessage: { status: 'decoded' },
        witnesses: { verdict: 'decoded' },
      },
    ]);
    expect(regions).toEqual(['eu-west-1']);
  });

  test('in the Region of --region instead', async () => {
    await run(['explain', '--region', 'eu-central-1', withMessage()], { env: credentials() });
    expect(regions).toEqual(['eu-central-1']);
  });

  test('with the profile of --profile', async () => {
    const config = file(
      'credentials',
      `[dev]\naws_access_key_id=${KEY}\naws_secret_access_key=x\n`,
    );
    const { out } = await run(['explain', '--json', '--profile', 'dev', withMessage()], {
      env: { AWS_SHARED_CREDENTIALS_FILE: config, AWS_ENDPOINT_URL_STS: sts.url },
    });
    expect(denialsIn(out)).toMatchObject([{ encodedMessage: { status: 'decoded' } }]);
  });

  test('and names the caller and the statement when it may not decode', async () => {
    isAllowed = false;
    const { status, out, err } = await run(['explain', withMessage()], { env: credentials() });
    expect(status).toBe(0);
    expect(err).toBe(
      `launch-denied: could not decode: ${CALLER} lacks sts:DecodeAuthorizationMessage\n`,
    );
    expect(out).toContain('add the statement below to role oncall');
    expect(out).toContain('"Action": "sts:DecodeAuthorizationMessage"');
  });

  test('and says what a refused message might be', async () => {
    const foreign = sts.issue(DECODED, { account: '444455556666', region: 'eu-west-1' });
    const { err } = await run(['explain', withMessage(foreign)], { env: credentials() });
    expect(err).toMatch(/could not decode: STS says the message is not valid; it might be cut/);
  });

  test.each([
    ['without credentials', {}, /no AWS credentials were found; give --profile/],
    [
      'with refused credentials',
      { AWS_ACCESS_KEY_ID: 'AKIASTRANGER' },
      /AWS refused the credentials as expired or not valid/,
    ],
    [
      'without a network',
      { AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:9', AWS_MAX_ATTEMPTS: '1' },
      /STS could not be reached over the network/,
    ],
  ])('%s, and explains all the same', async (_, env, sentence) => {
    const base: Record<string, string> = Object.keys(env).length === 0 ? {} : credentials();
    const { status, out, err } = await run(['explain', withMessage()], {
      env: { ...base, ...env },
    });
    expect(status).toBe(0);
    expect(err).toMatch(sentence);
    expect(out).toMatch(/because no identity-based policy\s+allows\s+ec2:RunInstances/);
  });

  test('and says when it is throttled', async () => {
    sts.throttle(5);
    const { err } = await run(['explain', withMessage()], {
      env: { ...credentials(), AWS_MAX_ATTEMPTS: '1' },
    });
    sts.throttle(0);
    expect(err).toContain('STS is throttling this account; wait a minute and try again');
  });
});
