import { cli } from '../../../core/forms/cli';
import { PLACES, type Place, type PolicyDocument } from '../../../core/suggestion';
import { largeStatement, PASS_ROLE, policyOf, RUN_INSTANCES } from './policies';
import { optionsOf, readShell } from './read-back';

const ROLE = { kind: 'role', name: 'ci-runner', arn: null } as const;
const USER = {
  kind: 'user',
  name: 'anna',
  arn: 'arn:aws-cn:iam::111122223333:user/anna',
} as const;

const commandsIn = (text: string) => readShell(text).map((call) => call.slice(0, 2).join(' '));

function statementsIn(json: string | undefined) {
  const { Statement }: PolicyDocument = JSON.parse(json ?? '');
  return Statement;
}

describe('cli', () => {
  const TAKEN_AS_A_WHOLE = PLACES.filter(
    (kind) => !['role', 'user', 'permission-set'].includes(kind),
  );

  test.each(TAKEN_AS_A_WHOLE)('runs no command of the AWS CLI for %s', (kind) => {
    const hostile = { ...PASS_ROLE, Resource: ['$(exit 3)', '`exit 3`', '\nEOF\nexit 3', '\\$x'] };
    const text = cli({
      policy: policyOf(hostile, RUN_INSTANCES),
      place: { kind, name: null, arn: null },
    });
    const [[shown = ''] = [], ...others] = readShell(text);
    expect(JSON.parse(`[${shown}]`)).toEqual([hostile, RUN_INSTANCES]);
    expect(others).toEqual([]);
  });

  test.each([
    ['service-control-policy', 'a service control policy'],
    ['vpc-endpoint-policy', 'a VPC endpoint policy'],
    ['request', 'a policy'],
  ] as const)('says that the AWS CLI replaces %s as a whole', (kind, policy) => {
    const text = cli({ policy: policyOf(PASS_ROLE), place: { kind, name: null, arn: null } });
    expect(text).toContain(`# The AWS CLI replaces the whole document of ${policy}.\n`);
  });

  it('says that the policy of a permission set is replaced, and does not guess its ARN', () => {
    const place = { kind: 'permission-set', name: 'Developer', arn: null } as const;
    const text = cli({ policy: policyOf(PASS_ROLE), place });
    expect(text).toMatch(/^# This replaces the whole inline policy of the permission set\.\n/);
    const [call = []] = readShell(text);
    expect(call.slice(0, 2)).toEqual(['sso-admin', 'put-inline-policy-to-permission-set']);
    expect(Object.fromEntries(optionsOf(call))).toEqual({
      'instance-arn': '<instance ARN>',
      'permission-set-arn': '<permission set ARN>',
      'inline-policy': JSON.stringify(policyOf(PASS_ROLE), null, 2),
    });
  });

  test.each<[Place, number]>([
    [ROLE, 6_145],
    [USER, 6_145],
    [{ ...USER, arn: null }, 6_145],
  ])('leaves a statement that no policy holds to the reader', (place, characters) => {
    const policy = policyOf(largeStatement(characters), largeStatement(characters));
    const text = cli({ policy, place });
    expect(text).toMatch(/^# A statement has more than the 6144 characters/);
    expect(readShell(text)).toHaveLength(1);
  });

  it('makes managed policies of what is too large for inline policies', () => {
    const [one, two, three] = [3_000, 2_800, 2_800].map(largeStatement);
    if (!one || !two || !three) throw new Error('three statements are made');
    const text = cli({ policy: policyOf(one, two, three), place: USER });
    expect(text).toMatch(
      /^# Inline policies of a user have at most 2048 characters and this policy has \d+\.\n# So it/,
    );
    expect(commandsIn(text)).toEqual([
      'iam create-policy',
      'iam attach-user-policy',
      'iam create-policy',
      'iam attach-user-policy',
    ]);
    const [first, attached, second] = readShell(text).map(optionsOf);
    expect(statementsIn(first?.get('policy-document'))).toEqual([one, two]);
    expect(statementsIn(second?.get('policy-document'))).toEqual([three]);
    expect(Object.fromEntries(attached ?? [])).toEqual({
      'user-name': 'anna',
      'policy-arn': `arn:aws-cn:iam::111122223333:policy/${first?.get('policy-name')}`,
    });
  });

  test.each([null, 'ci-runner', 'arn:aws:iam::[\u001b]:role/ci-runner'])(
    'leaves the account open where %j does not tell it',
    (arn) => {
      const policy = policyOf(largeStatement(5_500), largeStatement(5_500));
      const [, attach = []] = readShell(cli({ policy, place: { ...ROLE, arn } }));
      expect(optionsOf(attach).get('policy-arn')).toMatch(/^arn:aws:iam::<account ID>:policy\//);
    },
  );

  it('does not attach a policy that could not be created', () => {
    const text = cli({ policy: policyOf(largeStatement(2_100)), place: USER });
    expect(commandsIn(text)).toHaveLength(2);
    const failing = `aws() { printf '1\\0%s\\0' "$2"; return 1; }\n`;
    expect(readShell(`${failing}${text}true\n`)).toEqual([['create-policy']]);
  });

  it('puts an inline policy on a role', () => {
    const [call = [], ...others] = readShell(cli({ policy: policyOf(PASS_ROLE), place: ROLE }));
    expect(call.slice(0, 2)).toEqual(['iam', 'put-role-policy']);
    expect([...optionsOf(call).keys()]).toEqual(['role-name', 'policy-name', 'policy-document']);
    expect(others).toEqual([]);
  });

  test.each(PLACES)('writes comments for %s that no shell takes for more than words', (kind) => {
    for (const size of [1, 5_500, 7_000]) {
      const policy = policyOf(largeStatement(size), largeStatement(size));
      const text = cli({ policy, place: { kind, name: "it's", arn: null } });
      for (const comment of text.match(/^#.*$/gm) ?? [])
        expect(comment).toMatch(/^# [A-Za-z0-9,.:/ -]+$/);
    }
  });
});
