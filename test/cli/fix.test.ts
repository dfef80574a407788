import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { report } from '../../core/contract';
import { FORMS } from '../../core/forms/forms';
import { type IamStandIn, startIam } from '../../local/iam/stand-in';
import { run } from './command';

const ACCOUNT = '111122223333';
const ALICE = `arn:aws:iam::${ACCOUNT}:user/alice`;
const KEY = 'AKIAIOSFODNN7EXAMPLE';
const PAIR = `arn:aws:ec2:eu-west-1:${ACCOUNT}:key-pair/k`;
const denied = (reason: string) =>
  `An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation. User: ${ALICE} is not authorized to perform: ec2:RunInstances on resource: ${PAIR} ${reason}.`;
const IMPLICIT = denied('because no identity-based policy allows the ec2:RunInstances action');
const EXPLICIT = denied('with an explicit deny in an identity-based policy');

describe('explain --fix refuses', () => {
  test.each([
    [['--fix', 'yaml'], '--fix "yaml": allowed are json, terraform, cdk, cloudformation, cli'],
    [['--fix'], '--fix needs a value: --fix <form>'],
    [['--fix', 'json', '--json'], '--json prints explanations, and --fix a policy; give one'],
    [['--whole-launch'], '--whole-launch says what --fix prints; give --fix too'],
    [['--offline', '--simulate'], '--offline asks AWS nothing, and --simulate asks it; give one'],
  ])('%j, with status 2', async (options, why) => {
    const { status, out, err } = await run(['explain', ...options], { input: IMPLICIT });
    expect({ status, out, err }).toEqual({
      status: 2,
      out: '',
      err: `launch-denied: ${why}; see launch-denied explain --help\n`,
    });
  });

  test('to write an Allow against an explicit deny, with status 2', async () => {
    const { status, out, err } = await run(['explain', '--offline', '--fix', 'json', EXPLICIT]);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(
      /^launch-denied: no statement answers: IAM user alice .* cannot override an explicit deny\.\n$/,
    );
  });

  test('a text without a denial, with status 2', async () => {
    const { status, err } = await run(['explain', '--offline', '--fix', 'json'], {
      input: 'all is well',
    });
    expect(status).toBe(2);
    expect(err).toContain('no denial found');
  });
});

describe('explain --fix prints', () => {
  test.each(Object.keys(FORMS))('nothing but what to paste as %s', async (form) => {
    const { status, out, err } = await run(['explain', '--offline', '--fix', form, IMPLICIT]);
    expect(status).toBe(0);
    expect(out).toContain('RunInstances');
    expect(out).not.toContain('confidence');
    expect(err).toContain('launch-denied: confidence: ready\n');
  });

  test('one policy for all denials of a principal', async () => {
    const other = IMPLICIT.replaceAll('key-pair/k', 'key-pair/other');
    const { out } = await run(['explain', '--offline', '--fix', 'json', '--whole-launch', '-'], {
      input: `${IMPLICIT}\n${other}\n`,
    });
    expect(JSON.parse(out).Statement).toMatchObject([
      { Resource: [PAIR, `${PAIR.slice(0, -1)}other`] },
    ]);
  });
});

describe('explain --simulate', () => {
  let folder: string;
  let iam: IamStandIn;
  let isAllowed = true;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fix-'));
    iam = await startIam(
      {
        accessKeyId: KEY,
        session: 'oncall/me',
        accountIn: () => ACCOUNT,
        decide: () => (isAllowed ? 'allowed' : 'implicit-deny'),
      },
      () => undefined,
    );
    iam.learn(ALICE, { identity: [] });
    writeFileSync(
      join(folder, 'credentials'),
      `[dev]\naws_access_key_id=${KEY}\naws_secret_access_key=x\n`,
    );
    writeFileSync(join(folder, 'error.txt'), IMPLICIT);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await iam.stop();
  });

  const simulated = async (...args: readonly string[]) => {
    const env = {
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
      AWS_ENDPOINT_URL_IAM: iam.url,
    };
    const { out, err } = await run(
      ['explain', '--json', '--simulate', ...args, join(folder, 'error.txt')],
      { env },
    );
    expect(err).toBe('');
    return v.parse(report, JSON.parse(out)).denials[0]?.suggestions[0];
  };

  test('says why it could not ask', async () => {
    isAllowed = false;
    expect(await simulated('--profile', 'dev')).toMatchObject({ unverified: 'not-permitted' });
    isAllowed = true;
    expect(await simulated('--profile', 'nobody')).toMatchObject({ unverified: 'fault' });
  });

  test('confirms a statement with the credentials of a profile', async () => {
    expect(await simulated('--profile', 'dev')).toMatchObject({ verifiedBy: 'simulator' });
    expect(await simulated('--profile', 'dev', '--region', 'eu-west-1')).toMatchObject({
      verifiedBy: 'simulator',
    });
  });

  test('is not asked without the option', async () => {
    const { out } = await run(['explain', '--json', '--offline', IMPLICIT]);
    expect(out).toContain('"unverified": "not-asked"');
  });
});
