import { inspect } from 'node:util';
import { memberDecoder, memberSimulator } from '../../../adapters/member-accounts';
import { rememberedReaders } from '../../../adapters/reader-cache';
import { readerRole } from '../../../adapters/reader-role';
import type { DecodeAnswer } from '../../../core/decoded/answer';
import type { SimulationQuery } from '../../../core/simulate/simulator';
import { HUB, Organization, PAYMENTS, REGION, ROLE_NAME, SEARCH } from './organization';

const MINUTE = 60_000;
const before = { ...process.env };

let organization: Organization;
beforeEach(async () => {
  organization = new Organization();
  await organization.start();
});
afterEach(async () => {
  await organization.stop();
  process.env = { ...before };
});

/** The accounts as the functions of the hub see them. */
function members() {
  const assume = rememberedReaders(
    readerRole({ homeRegion: REGION, partition: 'aws', roleName: ROLE_NAME }),
    () => organization.now,
  );
  return { home: HUB, homeRegion: REGION, roleName: ROLE_NAME, assume };
}

const actionIn = (answer: DecodeAnswer): unknown =>
  answer.kind === 'decoded' ? JSON.parse(answer.text).context.action : answer.kind;

describe('memberDecoder', () => {
  test.each(['', 'x', '12345678901', '1234567890123', `${PAYMENTS}:role/admin`, '../../../x'])(
    'asks with its own credentials where %j is no account',
    async (account) => {
      organization.deploy(PAYMENTS);
      const decode = memberDecoder(members());
      await decode(organization.message(PAYMENTS), { account, region: REGION });
      expect(organization.told()).toEqual([
        `sts:DecodeAuthorizationMessage ${HUB} ${REGION} 400 allowed`,
      ]);
    },
  );

  test('says which role is missing in which account, and asks about it once', async () => {
    organization.deploy(SEARCH);
    const decode = memberDecoder(members());
    const origin = { account: PAYMENTS, region: 'us-east-1' };
    const missing = { kind: 'no-reader', account: PAYMENTS, roleName: ROLE_NAME };
    expect(await decode(organization.message(PAYMENTS), origin)).toEqual(missing);
    expect(await decode(organization.message(PAYMENTS), origin)).toEqual(missing);
    expect(organization.told()).toEqual([`sts:AssumeRole ${HUB} ${REGION} 403 allowed`]);
  });

  test('finds the role that is deployed some minutes later', async () => {
    const decode = memberDecoder(members());
    const origin = { account: PAYMENTS, region: REGION };
    await decode(organization.message(PAYMENTS), origin);
    organization.deploy(PAYMENTS);
    organization.now += 5 * MINUTE;
    expect(actionIn(await decode(organization.message(PAYMENTS), origin))).toBe('iam:PassRole');
  });

  test('takes throttling for an outage, and not for a missing role', async () => {
    organization.deploy(PAYMENTS);
    const decode = memberDecoder(members());
    const origin = { account: PAYMENTS, region: REGION };
    organization.sts.throttle(2);
    expect(await decode(organization.message(PAYMENTS), origin)).toMatchObject({
      kind: 'unavailable',
      because: 'throttled',
    });
    organization.now += MINUTE;
    expect(actionIn(await decode(organization.message(PAYMENTS), origin))).toBe('iam:PassRole');
  }, 10_000);

  test('decodes in the account and the Region of the event', async () => {
    organization.deploy(PAYMENTS);
    const decode = memberDecoder(members());
    const origin = { account: PAYMENTS, region: 'us-east-1' };
    expect(actionIn(await decode(organization.message(PAYMENTS), origin))).toBe('iam:PassRole');
    expect(organization.told()).toEqual([
      `sts:AssumeRole ${HUB} ${REGION}`,
      `sts:DecodeAuthorizationMessage ${PAYMENTS} us-east-1`,
    ]);
  });

  test('falls back to the home Region, still in the account of the event', async () => {
    organization.deploy(PAYMENTS);
    const decode = memberDecoder(members());
    await decode(organization.message(PAYMENTS), { account: PAYMENTS, region: 'us-east-1' });
    organization.sts.throttle(1);
    const origin = { account: PAYMENTS, region: 'ap-south-1' };
    expect(actionIn(await decode(organization.message(PAYMENTS), origin))).toBe('iam:PassRole');
    expect(organization.told().at(-1)).toBe(`sts:DecodeAuthorizationMessage ${PAYMENTS} ${REGION}`);
  });

  test('does not mix two accounts: neither decodes what is of the other', async () => {
    organization.deploy(PAYMENTS);
    organization.deploy(SEARCH);
    const decode = memberDecoder(members());
    const ask = async (of: string, account: string) =>
      actionIn(await decode(organization.message(of), { account, region: REGION }));
    expect(await ask(PAYMENTS, PAYMENTS)).toBe('iam:PassRole');
    expect(await ask(SEARCH, SEARCH)).toBe('iam:PassRole');
    expect(await ask(HUB, HUB)).toBe('iam:PassRole');
    expect(await ask(PAYMENTS, SEARCH)).toBe('not-valid');
    expect(await ask(SEARCH, PAYMENTS)).toBe('not-valid');
    expect(await ask(SEARCH, HUB)).toBe('not-valid');
    expect(await ask(HUB, PAYMENTS)).toBe('not-valid');
    expect(organization.told().filter((call) => call.includes('AssumeRole'))).toHaveLength(2);
  });

  test('assumes nothing for its own account', async () => {
    organization.deploy(HUB);
    const decode = memberDecoder(members());
    await decode(organization.message(HUB), { account: HUB, region: 'us-east-1' });
    expect(organization.told()).toEqual([`sts:DecodeAuthorizationMessage ${HUB} us-east-1`]);
  });

  test('assumes the role again before its credentials expire', async () => {
    organization.deploy(PAYMENTS);
    const decode = memberDecoder(members());
    for (let minute = 0; minute < 30; minute += 2) {
      const origin = { account: PAYMENTS, region: REGION };
      expect(actionIn(await decode(organization.message(PAYMENTS), origin))).toBe('iam:PassRole');
      organization.now += 2 * MINUTE;
    }
    expect(organization.told().filter((call) => call.includes('AssumeRole'))).toHaveLength(3);
  });

  test('names the reader role where it may not decode', async () => {
    organization.deploy(PAYMENTS);
    const decode = memberDecoder(members());
    const message = organization.message(PAYMENTS);
    organization.sts.withholdPermission(message);
    expect(await decode(message, { account: PAYMENTS, region: REGION })).toEqual({
      kind: 'not-permitted',
      decoder: `arn:aws:sts::${PAYMENTS}:assumed-role/${ROLE_NAME}/launch-denied`,
    });
  });

  test('tells no credentials in any answer', async () => {
    organization.deploy(PAYMENTS);
    const { assume, ...rest } = members();
    const decode = memberDecoder({ ...rest, assume });
    const origin = { account: PAYMENTS, region: REGION };
    const reader = await assume(PAYMENTS);
    if (reader.kind !== 'assumed') throw new Error(reader.kind);
    const { secretAccessKey, sessionToken } = reader.credentials;
    const message = organization.message(PAYMENTS);
    organization.sts.throttle(2);
    const answers = [await decode(message, origin)];
    await organization.sts.stop();
    answers.push(await decode(message, origin));
    expect(answers).toMatchObject([{ kind: 'unavailable' }, { kind: 'unavailable' }]);
    for (const answer of answers) {
      const told = inspect(answer, { depth: null, showHidden: true });
      expect(told).not.toContain(secretAccessKey);
      expect(told).not.toContain(sessionToken);
    }
  });
});

const QUERY: SimulationQuery = {
  principalArn: `arn:aws:iam::${PAYMENTS}:role/ci-runner`,
  action: 'ec2:RunInstances',
  resources: [`arn:aws:ec2:us-east-2:${PAYMENTS}:instance/*`],
  context: [],
  addedPolicies: [],
};

const of = (account: string): SimulationQuery =>
  JSON.parse(JSON.stringify(QUERY).replaceAll(PAYMENTS, account));

/** Gives the role of an account a policy that allows all, or nothing. */
function learn(account: string, Effect: 'Allow' | 'Deny'): void {
  organization.iam.learn(`arn:aws:iam::${account}:role/ci-runner`, {
    identity: [{ Version: '2012-10-17', Statement: [{ Effect, Action: '*', Resource: '*' }] }],
  });
}

describe('memberSimulator', () => {
  test.each(['', 'x', `arn:aws:iam::<account>:role/ci-runner`, 'arn:aws:iam::12:role/ci-runner'])(
    'does not know %j, and asks nobody',
    async (principalArn) => {
      const simulate = memberSimulator(members());
      expect(await simulate({ ...QUERY, principalArn })).toEqual({
        kind: 'refused',
        because: 'not-found',
      });
      expect(organization.calls).toEqual([]);
    },
  );

  test('says that the reader role is missing', async () => {
    const simulate = memberSimulator(members());
    expect(await simulate(QUERY)).toEqual({ kind: 'refused', because: 'no-reader' });
    expect(organization.told()).toEqual([`sts:AssumeRole ${HUB} ${REGION} 403 allowed`]);
  });

  test.each([
    ['throttled', () => organization.sts.throttle(2)],
    ['fault', () => void (process.env['AWS_ENDPOINT_URL_STS'] = 'http://127.0.0.1:1')],
  ])('finds IAM out of reach where STS is: %s', async (because, trouble) => {
    organization.deploy(PAYMENTS);
    trouble();
    expect(await memberSimulator(members())(QUERY)).toEqual({ kind: 'refused', because });
  });

  test('asks in the account of the principal', async () => {
    organization.deploy(PAYMENTS);
    organization.deploy(SEARCH);
    learn(HUB, 'Allow');
    learn(PAYMENTS, 'Deny');
    learn(SEARCH, 'Allow');
    const simulate = memberSimulator(members());
    const decisions: unknown[] = [];
    for (const account of [PAYMENTS, SEARCH, HUB, PAYMENTS]) {
      const answer = await simulate(of(account));
      decisions.push(answer.kind === 'decided' ? answer.decisions[0]?.decision : answer.because);
    }
    expect(decisions).toEqual(['explicit-deny', 'allowed', 'allowed', 'explicit-deny']);
    expect(organization.told().map((call) => call.replace(` ${REGION}`, ''))).toEqual([
      `sts:AssumeRole ${HUB}`,
      `iam:SimulatePrincipalPolicy ${PAYMENTS}`,
      `sts:AssumeRole ${HUB}`,
      `iam:SimulatePrincipalPolicy ${SEARCH}`,
      `iam:SimulatePrincipalPolicy ${HUB}`,
      `iam:SimulatePrincipalPolicy ${PAYMENTS}`,
    ]);
  });

  test('shares the role with the decoder', async () => {
    organization.deploy(PAYMENTS);
    learn(PAYMENTS, 'Allow');
    const both = members();
    const origin = { account: PAYMENTS, region: REGION };
    await memberDecoder(both)(organization.message(PAYMENTS), origin);
    await memberSimulator(both)(QUERY);
    expect(organization.told().filter((call) => call.includes('AssumeRole'))).toHaveLength(1);
  });
});
