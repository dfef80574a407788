import * as fc from 'fast-check';
import { decide, type PolicyLayers, type Verdict } from '../../../local/policy/decide';
import { type Policy, readPolicy } from '../../../local/policy/policy';

const INSTANCE = 'arn:aws:ec2:us-east-2:111122223333:instance/*';
const run = { Action: 'ec2:RunInstances', Resource: '*' };
const allow = { Effect: 'Allow', ...run };
const deny = { Effect: 'Deny', ...run };
const other = { ...allow, Action: 'ec2:StartInstances' };
const inOhio = { StringEquals: { 'aws:RequestedRegion': 'us-east-2' } };

const policy = (id: string, ...Statement: readonly object[]): Policy =>
  readPolicy({ Version: '2012-10-17', Statement }, id);

function verdict(layers: Partial<PolicyLayers>, context = {}): Verdict {
  const all = { identity: [], boundary: null, organization: null, ...layers };
  const entries = Object.entries(context).map(
    ([key, value]) => [key.toLowerCase(), [String(value)]] as const,
  );
  return decide(all, {
    action: 'ec2:RunInstances',
    resource: INSTANCE,
    context: new Map(entries),
  });
}

const mine = policy('mine', allow);
const limits = { allowedByOrganization: null, allowedByBoundary: null };

describe('a statement does not apply', () => {
  test.each<[string, object]>([
    ['to another action', { ...allow, Action: ['ec2:StartInstances', 'ec2:Run'] }],
    [
      'to an action that NotAction names',
      { Effect: 'Allow', NotAction: ['ec2:run*'], Resource: '*' },
    ],
    ['to another resource', { ...allow, Resource: ['arn:aws:ec2:*:*:volume/*'] }],
    [
      'to a resource that NotResource names',
      { ...allow, Resource: undefined, NotResource: 'arn:aws:ec2:*:*:instance/*' },
    ],
    [
      'to a resource with a variable that has no value',
      { ...allow, Resource: 'arn:aws:ec2:*:*:${aws:userid}*' },
    ],
    [
      'to what NotResource does not name, where one of its variables has no value',
      { ...allow, Resource: undefined, NotResource: 'arn:aws:ec2:*:*:volume/${aws:userid}' },
    ],
    [
      'where one of its conditions does not hold',
      { ...allow, Condition: { ...inOhio, Null: { a: false } } },
    ],
    [
      'where one of several keys is missing',
      { ...allow, Condition: { Bool: { a: true, b: true } } },
    ],
    ['where AWS leaves open whether it does', { ...allow, Resource: 'arn:aws:ec2:*:instance/*' }],
  ])('%s', (_name, statement) => {
    const said = verdict(
      { identity: [policy('mine', statement)] },
      { a: true, 'aws:RequestedRegion': 'eu-west-1' },
    );
    expect(said).toEqual({ decision: 'implicit-deny', ...limits, policies: [] });
  });
});

describe('a statement applies', () => {
  test.each<[string, object]>([
    ['to an action in another case', { ...allow, Action: 'EC2:runinstances' }],
    ['to an action with wildcards', { ...allow, Action: 'ec2:R?n*' }],
    ['to what NotAction does not name', { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
    ['to one of several resources', { ...allow, Resource: ['arn:aws:ec2:*:*:volume/*', INSTANCE] }],
    [
      'to what NotResource does not name',
      { ...allow, Resource: undefined, NotResource: 'arn:aws:ec2:*:*:volume/*' },
    ],
    [
      'to a resource with a variable',
      { ...allow, Resource: 'arn:aws:ec2:*:*:${aws:PrincipalTag/kind}/*' },
    ],
    ['where each condition holds', { ...allow, Condition: { ...inOhio, Null: { a: true } } }],
    [
      'with a key in another case',
      { ...allow, Condition: { StringEquals: { 'AWS:requestedregion': 'us-east-2' } } },
    ],
  ])('%s', (_name, statement) => {
    const context = { 'aws:RequestedRegion': 'us-east-2', 'aws:PrincipalTag/Kind': 'instance' };
    const said = verdict({ identity: [policy('mine', statement)] }, context);
    expect(said).toEqual({ decision: 'allowed', ...limits, policies: ['mine'] });
  });
});

describe('a Deny of which AWS leaves open whether it applies is taken to apply', () => {
  test.each<[string, object]>([
    ['by its resource', { ...deny, Resource: 'arn:aws:ec2:*:instance/*' }],
    ['by its condition', { ...deny, Condition: { StringNotEquals: { a: '${aws:userid}' } } }],
  ])('%s', (_name, statement) => {
    expect(verdict({ identity: [mine, policy('limit', statement)] }, { a: 'b' })).toEqual({
      decision: 'explicit-deny',
      ...limits,
      policies: ['limit'],
    });
  });
});

describe('the layers', () => {
  const no = policy('no', deny);
  const nothing = policy('nothing', other);
  const yes = policy('yes', allow);

  test.each<[string, Partial<PolicyLayers>, Partial<Verdict>]>([
    ['no policy allows', {}, { decision: 'implicit-deny' }],
    ['no own policy allows', { identity: [nothing] }, { decision: 'implicit-deny' }],
    [
      'the boundary alone allows',
      { boundary: yes, organization: [[yes]] },
      { decision: 'implicit-deny', allowedByBoundary: true, allowedByOrganization: true },
    ],
    [
      'the boundary allows something else',
      { identity: [mine], boundary: nothing },
      { decision: 'implicit-deny', allowedByBoundary: false },
    ],
    [
      'one level of the organization allows something else',
      { identity: [mine], organization: [[yes], [nothing, policy('more', other)], [yes]] },
      { decision: 'implicit-deny', allowedByOrganization: false },
    ],
    [
      'one level of the organization has no policy',
      { identity: [mine], organization: [[yes], []] },
      { decision: 'implicit-deny', allowedByOrganization: false },
    ],
    [
      'an own policy denies',
      { identity: [mine, no], boundary: yes },
      { decision: 'explicit-deny', allowedByBoundary: true, policies: ['no'] },
    ],
    [
      'the boundary denies',
      { identity: [mine], boundary: policy('limit', allow, deny) },
      { decision: 'explicit-deny', allowedByBoundary: false },
    ],
    [
      'a policy of the organization denies',
      { identity: [mine], boundary: yes, organization: [[yes], [yes, no]] },
      { decision: 'explicit-deny', allowedByBoundary: true, allowedByOrganization: false },
    ],
    [
      'an own policy denies and none allows',
      { identity: [no] },
      { decision: 'explicit-deny', policies: ['no'] },
    ],
    [
      'own policies allow',
      { identity: [nothing, mine, yes] },
      { decision: 'allowed', policies: ['mine', 'yes'] },
    ],
    [
      'every layer allows',
      { identity: [mine], boundary: yes, organization: [[yes], [nothing, yes]] },
      {
        decision: 'allowed',
        allowedByBoundary: true,
        allowedByOrganization: true,
        policies: ['mine'],
      },
    ],
  ])('say together what follows where %s', (_name, layers, said) => {
    expect(verdict(layers)).toEqual({ ...limits, policies: [], ...said });
  });
});

describe('for any policies', () => {
  const statement = fc.record({
    Effect: fc.constantFrom('Allow', 'Deny'),
    Action: fc.constantFrom('ec2:RunInstances', 'ec2:*', 'iam:PassRole'),
    Resource: fc.constantFrom(
      '*',
      INSTANCE,
      'arn:aws:ec2:*:instance/*',
      'arn:aws:ec2:*:*:volume/*',
    ),
    Condition: fc.constantFrom({}, inOhio, { StringNotEquals: { a: ['x', '${aws:userid}'] } }),
  });
  const policies = fc
    .array(fc.array(statement, { maxLength: 3 }), { maxLength: 3 })
    .map((all) => all.map((statements, index) => policy(`policy${index}`, ...statements)));
  const layersOf = fc.record({
    identity: policies,
    boundary: fc.option(policies.map(([first = mine]) => first)),
    organization: fc.option(fc.array(policies, { maxLength: 2 })),
  });
  const contexts = fc.constantFrom(
    {},
    { 'aws:RequestedRegion': 'us-east-2' },
    { a: 'x' },
    { a: 'y' },
  );

  test('one more Deny allows nothing', () => {
    fc.assert(
      fc.property(layersOf, contexts, statement, (layers, context, more) => {
        const added = policy('more', { ...more, Effect: 'Deny' });
        const before = verdict(layers, context);
        const after = verdict({ ...layers, identity: [...layers.identity, added] }, context);
        if (after.decision === 'allowed') expect(before.decision).toBe('allowed');
      }),
    );
  });

  test('one more Allow denies nothing', () => {
    fc.assert(
      fc.property(layersOf, contexts, statement, (layers, context, more) => {
        const added = policy('more', { ...more, Effect: 'Allow' });
        const before = verdict(layers, context);
        const after = verdict({ ...layers, identity: [...layers.identity, added] }, context);
        if (before.decision === 'allowed') expect(after.decision).toBe('allowed');
        expect(after.decision === 'explicit-deny').toBe(before.decision === 'explicit-deny');
      }),
    );
  });

  test('a boundary or an organization grants nothing', () => {
    fc.assert(
      fc.property(layersOf, contexts, (layers, context) => {
        const alone = verdict({ identity: layers.identity }, context);
        if (verdict(layers, context).decision === 'allowed') expect(alone.decision).toBe('allowed');
      }),
    );
  });

  test('their order does not matter', () => {
    fc.assert(
      fc.property(layersOf, contexts, (layers, context) => {
        const { organization } = layers;
        const turned = {
          ...layers,
          identity: layers.identity.toReversed(),
          organization: organization && organization.toReversed(),
        };
        const [one, two] = [verdict(layers, context), verdict(turned, context)];
        expect({ ...two, policies: two.policies.toReversed() }).toEqual(one);
      }),
    );
  });
});
