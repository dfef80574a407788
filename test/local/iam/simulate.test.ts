import type { SimulationQuery } from '../../../core/simulate/simulator';
import type { PolicySet } from '../../../local/iam/policy-set';
import { simulateLocally } from '../../../local/iam/simulate';

const ROLE = 'arn:aws:iam::111122223333:role/ci-runner';
const INSTANCE = 'arn:aws:ec2:us-east-2:111122223333:instance/*';
const VOLUME = 'arn:aws:ec2:us-east-2:111122223333:volume/*';
const run = { Effect: 'Allow', Action: 'ec2:RunInstances', Resource: INSTANCE };
const policy = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });
const small = { ...run, Condition: { StringLike: { 'ec2:InstanceType': 't3.*' } } };

const QUERY: SimulationQuery = {
  principalArn: ROLE,
  action: 'ec2:RunInstances',
  resources: [INSTANCE],
  context: [],
  addedPolicies: [],
};

const ask = (set: PolicySet, changed: Partial<SimulationQuery> = {}) =>
  simulateLocally(new Map([[ROLE, set]]))({ ...QUERY, ...changed });

const decided = (...decisions: readonly object[]) => ({
  kind: 'decided',
  decisions: decisions.map((decision) => ({
    resource: INSTANCE,
    allowedByOrganization: null,
    allowedByBoundary: null,
    policies: [],
    missingKeys: [],
    ...decision,
  })),
});

describe('a query is refused', () => {
  const entry = { key: 'ec2:VolumeSize', type: 'numeric', values: ['8'] } as const;

  test.each<[string, Partial<SimulationQuery>]>([
    ['of a session', { principalArn: 'arn:aws:sts::111122223333:assumed-role/ci-runner/build-7' }],
    ['of a group', { principalArn: 'arn:aws:iam::111122223333:group/admins' }],
    ['with an action without a service', { action: 'RunInstances' }],
    ['with a wildcard in its action', { action: 'ec2:*' }],
    ['with a resource that is no ARN', { resources: [INSTANCE, 'i-0abc'] }],
    ['with an ARN that has no resource', { resources: ['arn:aws:ec2:us-east-2:111122223333:'] }],
    ['with a policy that is no JSON', { addedPolicies: ['{'] }],
    [
      'with a policy that is not valid',
      { addedPolicies: [JSON.stringify(policy({ ...run, Sid: '-' }))] },
    ],
    ['with a key that has no service', { context: [{ ...entry, key: 'VolumeSize' }] }],
    ['with a number that is none', { context: [{ ...entry, values: ['large'] }] }],
    ['with several values of a key that has one', { context: [{ ...entry, values: ['8', '9'] }] }],
    ['with a key without a value', { context: [{ ...entry, values: [] }] }],
    ['with a boolean that is none', { context: [{ ...entry, type: 'boolean' }] }],
    ['with a date that is none', { context: [{ ...entry, type: 'date', values: ['today'] }] }],
    ['with an address that is none', { context: [{ ...entry, type: 'ip' }] }],
  ])('%s', async (_name, changed) => {
    await expect(ask({ identity: [policy(run)] }, changed)).resolves.toEqual({
      kind: 'refused',
      because: 'not-valid',
    });
  });

  test('of a role that nobody told of', async () => {
    await expect(ask({ identity: [] }, { principalArn: `${ROLE}-2` })).resolves.toEqual({
      kind: 'refused',
      because: 'not-found',
    });
  });
});

test('policies that are not valid are refused at once', () => {
  expect(() => ask({ identity: [policy({ ...run, Effect: 'allow' })] })).toThrow(
    'policy role_ci-runner_policy1 is not valid',
  );
});

describe('a query is decided', () => {
  test('for each resource on its own', async () => {
    await expect(
      ask({ identity: [policy(run)] }, { resources: [VOLUME, INSTANCE] }),
    ).resolves.toEqual(
      decided(
        { resource: VOLUME, decision: 'implicit-deny' },
        { decision: 'allowed', policies: ['role_ci-runner_policy1'] },
      ),
    );
  });

  test('with the policies that it adds', async () => {
    const addedPolicies = [JSON.stringify(policy(run))];
    await expect(ask({ identity: [] }, { addedPolicies })).resolves.toEqual(
      decided({ decision: 'allowed', policies: ['PolicyInputList.1'] }),
    );
  });

  test('within the boundary and the organization', async () => {
    const set = { identity: [policy(run)], boundary: policy(run), organization: [[policy(small)]] };
    await expect(ask(set)).resolves.toEqual(
      decided({ decision: 'implicit-deny', allowedByBoundary: true, allowedByOrganization: false }),
    );
  });

  test('with the values of its context, whatever the case of a key', async () => {
    const context = [{ key: 'EC2:instancetype', type: 'string', values: ['t3.large'] }] as const;
    await expect(ask({ identity: [policy(small)] }, { context })).resolves.toEqual(
      decided({ decision: 'allowed', policies: ['role_ci-runner_policy1'] }),
    );
  });

  test('and says which keys it would have needed', async () => {
    const tagged = {
      ...run,
      Resource: 'arn:aws:ec2:*:*:instance/${aws:userid}*',
      Condition: {
        StringEquals: { 'aws:RequestTag/owner': ['${aws:username}'] },
        Null: { 'a:b': 'true' },
      },
    };
    const elsewhere = {
      ...run,
      Resource: VOLUME,
      Condition: { Bool: { 'ec2:Encrypted': 'true' } },
    };
    const context = [{ key: 'A:B', type: 'string', values: ['c'] }] as const;
    await expect(
      ask({ identity: [policy(tagged, elsewhere, small, small)] }, { context }),
    ).resolves.toEqual(
      decided({
        decision: 'implicit-deny',
        missingKeys: ['aws:RequestTag/owner', 'aws:username', 'aws:userid', 'ec2:InstanceType'],
      }),
    );
  });

  test('with entries of one key as its values together', async () => {
    const tags = {
      ...run,
      Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } },
    };
    const entry = (value: string) =>
      ({ key: 'aws:TagKeys', type: 'stringList', values: [value] }) as const;
    const decisionFor = async (...values: readonly string[]) => {
      const answer = await ask({ identity: [policy(tags)] }, { context: values.map(entry) });
      return answer.kind === 'decided' ? answer.decisions[0]?.decision : answer;
    };
    await expect(decisionFor('a', 'b')).resolves.toBe('allowed');
    await expect(decisionFor('a', 'c')).resolves.toBe('implicit-deny');
  });
});
