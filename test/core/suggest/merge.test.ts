import fc from 'fast-check';
import { textsOf } from '../../../core/forms/texts';
import { mergePolicies, type Answering } from '../../../core/suggest/merge';
import type { Place, PolicyStatement } from '../../../core/suggestion';

const ROLE = {
  kind: 'role',
  name: 'ci-runner',
  arn: 'arn:aws:iam::111122223333:role/ci-runner',
} as const;
const INSTANCES = 'arn:aws:ec2:eu-west-1:111122223333:instance/*';
const SUBNET = 'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0abc';
const OTHER_SUBNET = 'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0def';
const IN_REGION = { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } };

const allow = (
  Action: PolicyStatement['Action'],
  Resource: PolicyStatement['Resource'],
  rest: Partial<PolicyStatement> = {},
): PolicyStatement => ({ Sid: 'Launch', Effect: 'Allow', Action, Resource, ...rest });

/** Denials of one role, named `a`, `b` and so on, with the statements that answer each. */
const merge = (...answers: readonly (readonly PolicyStatement[])[]) =>
  mergePolicies(
    answers.map((statements, at) => ({
      principal: 'role ci-runner',
      place: ROLE,
      statements,
      denial: 'abcdef'.charAt(at),
    })),
  );

const statementsOf = (...answers: readonly (readonly PolicyStatement[])[]) =>
  merge(...answers).flatMap(({ policy }) => policy.Statement);

describe('mergePolicies', () => {
  test.each<[string, PolicyStatement, PolicyStatement]>([
    [
      'actions and resources',
      allow('ec2:RunInstances', INSTANCES),
      allow('ec2:CreateTags', SUBNET),
    ],
    [
      'conditions',
      allow('ec2:RunInstances', INSTANCES),
      allow('ec2:RunInstances', INSTANCES, { Condition: IN_REGION }),
    ],
    [
      'principals',
      allow('ec2:RunInstances', INSTANCES, { Principal: '*' }),
      allow('ec2:RunInstances', INSTANCES, { Principal: { AWS: '*' } }),
    ],
    ['resource types', allow('ec2:RunInstances', INSTANCES), allow('ec2:RunInstances', SUBNET)],
    [
      'Regions',
      allow('ec2:RunInstances', SUBNET),
      allow('ec2:RunInstances', SUBNET.replace('eu-west-1', 'eu-west-2')),
    ],
    [
      'accounts',
      allow('ec2:RunInstances', SUBNET),
      allow('ec2:RunInstances', SUBNET.replace('111122223333', '444455556666')),
    ],
    ['texts that are no ARNs', allow('ec2:RunInstances', '*'), allow('ec2:RunInstances', 'subnet')],
    [
      'ARNs without a type',
      allow('ec2:RunInstances', 'arn:aws:ec2:eu-west-1:111122223333:*'),
      allow('ec2:RunInstances', 'arn:aws:ec2:eu-west-1:111122223333:?'),
    ],
    [
      'resources and none',
      allow('sts:AssumeRole', '*'),
      { Sid: 'Trust', Effect: 'Allow', Action: 'sts:AssumeRole' },
    ],
  ])('does not join statements of different %s', (_, one, other) => {
    expect(statementsOf([one], [other])).toHaveLength(2);
  });

  it('writes no policy without statements', () => {
    expect(merge([], [])).toEqual([]);
  });

  it('writes equal statements once, however they are written', () => {
    const one = allow(['ec2:RunInstances'], [SUBNET, OTHER_SUBNET], { Condition: IN_REGION });
    const same = allow('ec2:RunInstances', [OTHER_SUBNET, SUBNET, SUBNET], {
      Condition: { StringEquals: { 'aws:RequestedRegion': ['eu-west-1'] } },
    });
    expect(merge([one], [same])).toEqual([
      {
        principal: 'role ci-runner',
        place: ROLE,
        policy: {
          Version: '2012-10-17',
          Statement: [
            allow('ec2:RunInstances', [OTHER_SUBNET, SUBNET].toSorted(), { Condition: IN_REGION }),
          ],
        },
        answers: [{ sid: 'Launch', denials: ['a', 'b'] }],
      },
    ]);
  });

  it('takes a condition without keys for none', () => {
    const statement = allow('ec2:RunInstances', '*');
    expect(statementsOf([statement], [{ ...statement, Condition: {} }])).toEqual([statement]);
  });

  it('joins actions on the same resources', () => {
    expect(
      statementsOf([allow('ec2:RunInstances', INSTANCES)], [allow('ec2:CreateTags', INSTANCES)]),
    ).toEqual([allow(['ec2:CreateTags', 'ec2:RunInstances'], INSTANCES)]);
  });

  it('joins resources of one shape for the same actions', () => {
    expect(
      statementsOf([allow('ec2:RunInstances', OTHER_SUBNET)], [allow('ec2:RunInstances', SUBNET)]),
    ).toEqual([allow('ec2:RunInstances', [SUBNET, OTHER_SUBNET])]);
  });

  it('joins what joins only after others have joined', () => {
    const statements = [
      allow('ec2:RunInstances', SUBNET),
      allow('ec2:CreateTags', SUBNET),
      allow(['ec2:CreateTags', 'ec2:RunInstances'], OTHER_SUBNET),
      allow('ec2:DeleteTags', [SUBNET, OTHER_SUBNET]),
    ];
    expect(statementsOf(statements)).toEqual([
      allow(['ec2:CreateTags', 'ec2:DeleteTags', 'ec2:RunInstances'], [SUBNET, OTHER_SUBNET]),
    ]);
  });

  it('leaves out what another statement allows too, and keeps the denial it answers', () => {
    const wide = allow('ec2:RunInstances', [INSTANCES, SUBNET]);
    const narrow = allow('ec2:RunInstances', SUBNET, { Sid: 'Another' });
    const [merged] = merge([wide], [narrow]);
    expect(merged?.policy.Statement).toEqual([wide]);
    expect(merged?.answers).toEqual([{ sid: 'Launch', denials: ['a', 'b'] }]);
  });

  it('joins statements of a role trust policy', () => {
    const trust = { Sid: 'Trust', Effect: 'Allow', Principal: { AWS: '111122223333' } } as const;
    expect(
      statementsOf(
        [{ ...trust, Action: 'sts:AssumeRole' }],
        [{ ...trust, Action: 'sts:TagSession' }],
        [{ ...trust, Action: 'sts:AssumeRole' }],
      ),
    ).toEqual([{ ...trust, Action: ['sts:AssumeRole', 'sts:TagSession'] }]);
  });

  it('gives each statement a Sid of its own, of letters and digits', () => {
    const sids = ['A', 'A', 'A', 'A2', '…', 'a b'];
    const statements = sids.map((Sid, at) => allow('ec2:RunInstances', `${at}`, { Sid }));
    expect(statementsOf(statements).map(({ Sid }) => Sid)).toEqual([
      'A',
      'A2',
      'A3',
      'A22',
      'Statement',
      'ab',
    ]);
  });

  it('takes a Sid that no other statement has, where several were joined', () => {
    const statements = [
      allow('ec2:CreateTags', '1', { Sid: 'A' }),
      allow('ec2:DeleteTags', '2', { Sid: 'A' }),
      allow('ec2:RunInstances', '2', { Sid: 'B' }),
    ];
    expect(statementsOf(statements).map(({ Sid }) => Sid)).toEqual(['A', 'B']);
  });

  test.each<[string, Place, Place]>([
    [
      'of other kinds',
      { kind: 'user', name: 'a', arn: null },
      { kind: 'role', name: 'a', arn: null },
    ],
    [
      'of other names',
      { kind: 'role', name: 'a', arn: null },
      { kind: 'role', name: 'b', arn: null },
    ],
    ['of other ARNs', { kind: 'role', name: 'a', arn: 'x' }, { kind: 'role', name: 'a', arn: 'y' }],
    [
      'without names',
      { kind: 'role', name: null, arn: null },
      { kind: 'role', name: null, arn: null },
    ],
  ])('keeps places %s apart', (_, one, other) => {
    const items = [one, other].map((place, at) => ({
      principal: `role ${at}`,
      place,
      statements: [allow('ec2:RunInstances', '*')],
      denial: `${at}`,
    }));
    expect(mergePolicies(items)).toHaveLength(2);
  });

  it('names every principal of a place, and the place where any denial does', () => {
    const arn = 'arn:aws:organizations::111122223333:policy/o-1/service_control_policy/p-1';
    const items = [null, 'region-guard'].map((name, at) => ({
      principal: `role ${2 - at}`,
      place: { kind: 'service-control-policy' as const, name, arn },
      statements: [allow('ec2:RunInstances', '*')],
      denial: `${at}`,
    }));
    expect(mergePolicies(items)).toMatchObject([
      { principal: 'role 1, role 2', place: { name: 'region-guard', arn } },
    ]);
  });

  it('orders operators, keys and values', () => {
    const [merged] = merge([
      allow('ec2:RunInstances', '*', {
        Condition: { StringLike: { b: ['y', 'x'], a: 'z' }, Bool: { c: 'true' } },
      }),
    ]);
    expect(JSON.stringify(merged?.policy.Statement[0]?.Condition)).toBe(
      '{"Bool":{"c":"true"},"StringLike":{"a":"z","b":["x","y"]}}',
    );
  });
});

const some = (...texts: readonly string[]) => fc.subarray([...texts], { minLength: 1 });

const statement: fc.Arbitrary<PolicyStatement> = fc.record(
  {
    Sid: fc.constantFrom('A', 'B', 'B2', ''),
    Effect: fc.constant('Allow' as const),
    Principal: fc.constantFrom('*' as const, { AWS: '111122223333' }),
    Action: some('ec2:RunInstances', 'ec2:CreateTags', 'iam:PassRole'),
    Resource: some('*', INSTANCES, SUBNET, OTHER_SUBNET),
    Condition: fc.constantFrom<NonNullable<PolicyStatement['Condition']>>(
      {},
      IN_REGION,
      { StringEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-west-2'] } },
      { StringEquals: { 'aws:RequestedRegion': ['eu-west-2', 'eu-west-1'] } },
    ),
  },
  { requiredKeys: ['Sid', 'Effect', 'Action'] },
);

const item: fc.Arbitrary<Answering> = fc.record({
  principal: fc.constantFrom('role a', 'role b'),
  place: fc.record({
    kind: fc.constantFrom('role', 'service-control-policy'),
    name: fc.constantFrom(null, 'a'),
    arn: fc.constantFrom(null, 'arn:aws:iam::111122223333:role/a'),
  }),
  statements: fc.array(statement, { maxLength: 4 }),
  denial: fc.constantFrom('1', '2', '3'),
});

const items = fc.array(item, { maxLength: 6 });

/** What statements allow: an action on a resource, for whom, on which condition. */
function allowedBy(statements: readonly PolicyStatement[]): ReadonlySet<string> {
  return new Set(
    statements.flatMap(({ Principal, Action, Resource, Condition }) => {
      const condition = Object.entries(Condition ?? {}).map(([operator, keys]) => [
        operator,
        Object.entries(keys).map(([key, values]) => [key, textsOf(values).toSorted()]),
      ]);
      return textsOf(Action).flatMap((action) =>
        textsOf(Resource ?? 'none').map((resource) =>
          JSON.stringify([Principal, action, resource, condition]),
        ),
      );
    }),
  );
}

describe('mergePolicies of any statements', () => {
  it('allows what they allowed, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.array(statement, { maxLength: 4 }), { maxLength: 6 }), (answers) => {
        expect(allowedBy(statementsOf(...answers))).toEqual(allowedBy(answers.flat()));
      }),
    );
  });

  it('answers each denial with all that its own statements allowed', () => {
    fc.assert(
      fc.property(fc.array(fc.array(statement, { maxLength: 4 }), { maxLength: 6 }), (answers) => {
        const merged = merge(...answers);
        for (const [at, statements] of answers.entries()) {
          const sids = new Set(
            merged.flatMap((each) =>
              each.answers.flatMap(({ sid, denials }) =>
                denials.includes('abcdef'.charAt(at)) ? [sid] : [],
              ),
            ),
          );
          const answering = merged.flatMap(({ policy }) =>
            policy.Statement.filter(({ Sid }) => sids.has(Sid)),
          );
          expect([...allowedBy(answering)]).toEqual(
            expect.arrayContaining([...allowedBy(statements)]),
          );
        }
      }),
    );
  });

  it('does not depend on their order', () => {
    const shuffled = items.chain((ordered) =>
      fc.tuple(
        fc.constant(ordered),
        fc
          .shuffledSubarray(ordered, { minLength: ordered.length })
          .map((others) =>
            others.map((each) => ({ ...each, statements: each.statements.toReversed() })),
          ),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(JSON.stringify(mergePolicies(other))).toBe(JSON.stringify(mergePolicies(one)));
      }),
      { numRuns: 300 },
    );
  });

  it('changes nothing when it is done again', () => {
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 8 }), (statements) => {
        const [merged] = merge(statements);
        const [again] = merge(merged?.policy.Statement ?? []);
        expect(allowedBy(again?.policy.Statement ?? [])).toEqual(allowedBy(statements));
        expect(again?.policy.Statement).toHaveLength(merged?.policy.Statement.length ?? 0);
      }),
    );
  });

  it('gives every statement of a policy another Sid, and an answer in the same order', () => {
    fc.assert(
      fc.property(items, (all) => {
        for (const { policy, answers } of mergePolicies(all)) {
          const sids = policy.Statement.map(({ Sid }) => Sid);
          expect(new Set(sids).size).toBe(sids.length);
          expect(sids.every((sid) => /^[A-Za-z0-9]+$/.test(sid))).toBe(true);
          expect(answers.map(({ sid }) => sid)).toEqual(sids);
        }
      }),
    );
  });
});
