import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  type Credentials,
  DecodeAuthorizationMessageCommand,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import * as v from 'valibot';
import { evaluate } from '../../../local/policy/evaluate';
import { resourcePolicy } from '../../../local/policy/resource-policy';
import { policyDocument } from '../../../local/policy/statement';
import { type StsStandIn, startSts } from '../../../local/sts/stand-in';
import type { RolePlan } from '../../../local/template/read-roles';
import type { AwsCall, Caller } from '../../../local/wire/endpoint';
import { ORGANIZATION, PAYMENTS } from '../further-stacks';

const HUB = '111122223333';
const REGION = 'eu-west-1';
const KEY = 'ASIAIOSFODNN7EXAMPLE';
const READER = `arn:aws:iam::${PAYMENTS}:role/LaunchDeniedReader`;
const HUB_ROLE = `arn:aws:iam::${HUB}:role/explain`;

const document = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });
const allow = (Action: string, Resource: string) => ({ Effect: 'Allow', Action, Resource });

/** Trusts one role of the hub, of the organization. */
const TRUST = {
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${HUB}:root` },
  Action: 'sts:AssumeRole',
  Condition: {
    ArnEquals: { 'aws:PrincipalArn': [HUB_ROLE] },
    StringEquals: { 'aws:PrincipalOrgID': ORGANIZATION },
  },
};

let callers: Caller[];
let calls: AwsCall[];
let sts: StsStandIn;
let now: Date;
let organization: string | null;
let reader: RolePlan;

beforeEach(async () => {
  calls = [];
  now = new Date('2026-11-20T09:14:00Z');
  organization = ORGANIZATION;
  const own = v.parse(
    policyDocument,
    document(
      allow('sts:DecodeAuthorizationMessage', '*'),
      allow('sts:AssumeRole', 'arn:aws:iam::*:role/LaunchDeniedReader'),
    ),
  );
  const decide: Caller['decide'] = (request) => evaluate(own, request);
  callers = [{ accessKeyId: KEY, session: 'explain/function', accountIn: () => HUB, decide }];
  reader = {
    arn: READER,
    name: 'LaunchDeniedReader',
    trust: v.parse(resourcePolicy, document(TRUST)),
    statements: v.parse(policyDocument, document(allow('sts:DecodeAuthorizationMessage', '*'))),
    longestSessionSeconds: 3_600,
  };
  sts = await startSts(callers, (call) => calls.push(call), {
    roleOf: (arn) => (arn === READER ? reader : null),
    organizationOf: () => organization,
    now: () => now,
    admit: (session) => void callers.push(session),
  });
});

afterEach(() => sts.stop());

interface Keys {
  readonly AccessKeyId?: string | undefined;
  readonly SecretAccessKey?: string | undefined;
  readonly SessionToken?: string | undefined;
}

function client({ AccessKeyId = KEY, SecretAccessKey = 'secret', SessionToken = 's' }: Keys = {}) {
  const credentials = {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
  };
  return new STSClient({ endpoint: sts.url, region: REGION, credentials, maxAttempts: 1 });
}

async function assume(
  changed: Partial<AssumeRoleCommandInput> = {},
  keys: Keys = {},
): Promise<Partial<Credentials>> {
  const input = { RoleArn: READER, RoleSessionName: 'launch-denied', ...changed };
  const { Credentials } = await client(keys).send(new AssumeRoleCommand(input));
  return Credentials ?? {};
}

const decode = (keys: Keys, EncodedMessage: string) =>
  client(keys).send(new DecodeAuthorizationMessageCommand({ EncodedMessage }));

const trustWith = (changed: object) =>
  void (reader = { ...reader, trust: v.parse(resourcePolicy, document({ ...TRUST, ...changed })) });

describe('nobody assumes', () => {
  test.each<[string, () => void, Partial<AssumeRoleCommandInput>]>([
    ['a role that is not there', () => undefined, { RoleArn: READER.replace(PAYMENTS, HUB) }],
    ['a role for another organization', () => void (organization = 'o-zzzzzzzzzz'), {}],
    ['a role for an organization from outside', () => void (organization = null), {}],
    [
      'a role for another role of the hub',
      () => trustWith({ Condition: { ArnEquals: { 'aws:PrincipalArn': `${HUB_ROLE}-sweep` } } }),
      {},
    ],
    ['a role for another account', () => trustWith({ Principal: { AWS: PAYMENTS } }), {}],
    [
      'a role without its external id',
      () => trustWith({ Condition: { StringEquals: { 'sts:ExternalId': 'x' } } }),
      { ExternalId: 'y' },
    ],
  ])('%s', async (_name, change, changed) => {
    change();
    const RoleArn = changed.RoleArn ?? READER;
    await expect(assume(changed)).rejects.toMatchObject({
      name: 'AccessDenied',
      message: `User: arn:aws:sts::${HUB}:assumed-role/explain/function is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`,
      $metadata: { httpStatusCode: 403 },
    });
    expect(callers).toHaveLength(1);
  });

  test('a role of a name that the own policy does not have', async () => {
    const RoleArn = `arn:aws:iam::${PAYMENTS}:role/Administrator`;
    await expect(assume({ RoleArn })).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining(
        'because no identity-based policy allows the sts:AssumeRole',
      ),
    });
  });

  test.each<[string, Partial<AssumeRoleCommandInput>, string]>([
    ['with a name of one letter', { RoleSessionName: 'x' }, "Value 'x' at 'roleSessionName'"],
    ['for two minutes', { DurationSeconds: 120 }, "Value '120' at 'durationSeconds'"],
    ['for two hours', { DurationSeconds: 7_200 }, 'by role chaining'],
    ['with a session policy', { Policy: '{}' }, 'local mode plays no session policies'],
  ])('a role %s', async (_name, changed, message) => {
    await expect(assume(changed)).rejects.toMatchObject({
      name: 'ValidationError',
      message: expect.stringContaining(message),
    });
  });
});

describe('a session', () => {
  test('is of the role and of its account', async () => {
    const keys = await assume();
    await expect(client(keys).send(new GetCallerIdentityCommand({}))).resolves.toMatchObject({
      Arn: `arn:aws:sts::${PAYMENTS}:assumed-role/LaunchDeniedReader/launch-denied`,
      Account: PAYMENTS,
    });
  });

  test('decodes messages of its account, and the caller those of the own one', async () => {
    const keys = await assume();
    const issue = (account: string) => sts.issue('{}', { account, region: 'us-east-1' });
    const invalid = { name: 'InvalidAuthorizationMessageException' };
    await expect(decode(keys, issue(PAYMENTS))).resolves.toMatchObject({ DecodedMessage: '{}' });
    await expect(decode({}, issue(HUB))).resolves.toMatchObject({ DecodedMessage: '{}' });
    await expect(decode(keys, issue(HUB))).rejects.toMatchObject(invalid);
    await expect(decode({}, issue(PAYMENTS))).rejects.toMatchObject(invalid);
    expect(calls.map(({ account, action, by }) => [account, action, by])).toEqual([
      [HUB, 'sts:AssumeRole', 'function'],
      [PAYMENTS, 'sts:DecodeAuthorizationMessage', 'launch-denied'],
      [HUB, 'sts:DecodeAuthorizationMessage', 'function'],
      [PAYMENTS, 'sts:DecodeAuthorizationMessage', 'launch-denied'],
      [HUB, 'sts:DecodeAuthorizationMessage', 'function'],
    ]);
  });

  test('does no more than the role may', async () => {
    const keys = await assume();
    await expect(assume({}, keys)).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  test('lasts an hour, or as long as asked', async () => {
    const { Expiration: usual } = await assume();
    const { Expiration: short } = await assume({ DurationSeconds: 900 });
    expect(usual).toEqual(new Date('2026-11-20T10:14:00Z'));
    expect(short).toEqual(new Date('2026-11-20T09:29:00Z'));
  });

  test('is refused from its end on', async () => {
    const keys = await assume({ DurationSeconds: 900 });
    const message = sts.issue('{}', { account: PAYMENTS, region: REGION });
    now = new Date('2026-11-20T09:28:59Z');
    await expect(decode(keys, message)).resolves.toBeDefined();
    now = new Date('2026-11-20T09:29:00Z');
    await expect(decode(keys, message)).rejects.toMatchObject({ name: 'ExpiredToken' });
  });
});
