import { policySourceOf, readPolicySet } from '../../../local/iam/policy-set';

const ROLE = 'arn:aws:iam::111122223333:role/team/ci-runner';
const allow = { Effect: 'Allow', Action: 'ec2:*', Resource: '*' };
const policy = (more = {}) => ({ Version: '2012-10-17', Statement: [allow], ...more });

test.each([
  '',
  'ci-runner',
  '*',
  'arn:aws:sts::111122223333:assumed-role/ci-runner/build-7',
  'arn:aws:iam::111122223333:root',
  'arn:aws:iam::111122223333:group/admins',
  'arn:aws:iam::111122223333:role/',
  'arn:aws:iam::111122223333:role/ci runner',
  'arn:aws:iam::1111:role/ci-runner',
  'arn:aws:ec2::111122223333:role/ci-runner',
])('%j is no role and no user', (arn) => {
  expect(policySourceOf(arn)).toBeNull();
});

test.each([
  [ROLE, { kind: 'role', name: 'ci-runner' }],
  ['arn:aws-cn:iam::333344445555:user/anna', { kind: 'user', name: 'anna' }],
  [
    'arn:aws-us-gov:iam::222233334444:user/a/b/a+b=c,d.e@f-g',
    { kind: 'user', name: 'a+b=c,d.e@f-g' },
  ],
])('%s is a role or a user', (arn, source) => {
  expect(policySourceOf(arn)).toEqual(source);
});

test('policies of anything else are refused', () => {
  expect(() => readPolicySet('ci-runner', { identity: [] })).toThrow(
    'policies are given for ci-runner: give the ARN of an IAM role or user',
  );
});

test('a fault names the place of the policy', () => {
  const wrong = { Statement: [] as const, Version: '1' };
  expect(() => readPolicySet(ROLE, { identity: [policy(), wrong] })).toThrow(
    'role_ci-runner_policy2',
  );
  expect(() => readPolicySet(ROLE, { identity: [], boundary: wrong })).toThrow(
    'role_ci-runner_boundary',
  );
  expect(() => readPolicySet(ROLE, { identity: [], organization: [[], [wrong]] })).toThrow(
    'scp_level1_policy1',
  );
});

test('each policy has its Id or a name after its place', () => {
  const set = {
    identity: [policy(), policy({ Id: 'launches' })],
    boundary: policy(),
    organization: [[policy()], [policy({ Id: 'only-ohio' })]],
  };
  const { identity, boundary, organization } = readPolicySet(ROLE, set);
  expect(identity.map(({ id }) => id)).toEqual(['role_ci-runner_policy1', 'launches']);
  expect(boundary?.id).toBe('role_ci-runner_boundary');
  expect(organization?.flat().map(({ id }) => id)).toEqual(['scp_level0_policy1', 'only-ohio']);
});
