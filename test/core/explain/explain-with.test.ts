import type { Principal } from '../../../core/contract';
import type { Launch } from '../../../core/launch';
import type { Evidence, Requested, Sentence } from '../../../core/evidence';
import { explainWith } from '../../../core/explain/explain-with';
import type { Decision, SimulationQuery, Simulate } from '../../../core/simulate/simulator';

const ROLE = 'arn:aws:iam::111122223333:role/team/ci-runner';
const INSTANCE = 'arn:aws:ec2:us-east-2:111122223333:instance/*';
const STATED: Sentence = {
  principalArn: null,
  action: 'ec2:RunInstances',
  resource: INSTANCE,
  verdict: 'implicit-deny',
  policyType: 'identity-based',
  policyArn: null,
  authorizationId: null,
};
const PRINCIPAL: Principal = {
  kind: 'role-session',
  arn: 'arn:aws:sts::111122223333:assumed-role/ci-runner/build-7',
  name: 'ci-runner',
  roleArn: ROLE,
};
const LAUNCH: Launch = {
  instanceTypes: ['t3.large', 'm5.large'],
  maxCount: 1,
  imageIds: ['ami-1', 'ami-2'],
  subnetIds: ['subnet-1'],
  securityGroupIds: [],
  keyName: null,
  instanceProfile: 'web',
  launchTemplate: null,
  tags: { team: 'a' },
  taggedTypes: { instance: { team: 'a' } },
  market: 'spot',
  region: 'us-east-2',
};
const REQUESTED: Requested = {
  principal: PRINCIPAL,
  operation: 'RunInstances',
  action: 'ec2:RunInstances',
  launch: LAUNCH,
  event: null,
};
const evidence = (stated: Partial<Sentence> = {}, principal = {}): Evidence => ({
  decoded: null,
  stated: { ...STATED, ...stated },
  requested: { ...REQUESTED, principal: { ...PRINCIPAL, ...principal } },
  message: { status: 'absent', length: 0 },
});

/** A simulator that answers by a function, and writes down what it is asked. */
function simulator(
  answer: (query: SimulationQuery, resource: string) => Partial<Decision> = () => ({}),
) {
  const asked: SimulationQuery[] = [];
  const simulate: Simulate = async (query) => {
    asked.push(query);
    const decisions = query.resources.map((resource) => ({
      resource,
      decision: query.addedPolicies.length > 0 ? ('allowed' as const) : ('implicit-deny' as const),
      allowedByOrganization: null,
      allowedByBoundary: null,
      policies: [],
      missingKeys: [],
      ...answer(query, resource),
    }));
    return { kind: 'decided', decisions };
  };
  return { simulate, asked };
}

describe('explainWith', () => {
  test.each([
    ['without a simulator', {}, {}, null],
    [
      'about a leaked key',
      {
        verdict: 'explicit-deny',
        policyArn: 'arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3',
      },
      {},
      undefined,
    ],
    [
      'about a session policy, which the simulator does not see',
      { policyType: 'session-policy' },
      {},
      undefined,
    ],
  ] as const)('asks nothing %s', async (_name, stated, principal, none) => {
    const { simulate, asked } = simulator();
    await explainWith(evidence(stated, principal), none === null ? null : simulate);
    expect(asked).toEqual([]);
  });

  test.each([
    { serviceLinked: true },
    { kind: 'root' },
    { arn: 'arn:aws:sts::[REDACTED]:assumed-role/ci/x', roleArn: undefined },
    { arn: null, roleArn: undefined },
  ])('asks nothing about %j, and says that it is not confirmed', async (principal) => {
    const { simulate, asked } = simulator();
    const { suggestions } = await explainWith(evidence({}, principal), simulate);
    expect(asked).toEqual([]);
    for (const each of suggestions.filter(({ kind }) => kind === 'add-allow'))
      expect(each).toMatchObject({ verifiedBy: null, unverified: 'not-simulated' });
  });

  test('asks once for each action and resource type, with keys of that type alone', async () => {
    const { simulate, asked } = simulator();
    await explainWith(evidence(), simulate);
    const pairs = asked.filter(({ addedPolicies }) => addedPolicies.length === 0);
    expect(pairs.map(({ action, resources }) => [action, resources.length])).toEqual([
      ...Array.from({ length: 8 }, () => ['ec2:RunInstances', 1]),
      ['ec2:CreateTags', 1],
    ]);
    expect(asked.every(({ principalArn }) => principalArn === ROLE)).toBe(true);
    const keysOf = (type: string) =>
      pairs
        .find(({ resources }) => resources[0]?.includes(`:${type}/`))
        ?.context.map(({ key }) => key);
    expect(keysOf('instance')).toEqual([
      'ec2:InstanceType',
      'aws:RequestedRegion',
      'ec2:Region',
      'ec2:InstanceMarketType',
      'aws:RequestTag/team',
      'aws:TagKeys',
    ]);
    expect(keysOf('subnet')).toEqual(['aws:RequestedRegion', 'ec2:Region', 'ec2:SubnetID']);
    expect(pairs[0]?.context[0]).toEqual({
      key: 'ec2:InstanceType',
      type: 'string',
      values: ['m5.large'],
    });
    expect(pairs[0]?.context.at(-1)).toEqual({
      key: 'aws:TagKeys',
      type: 'stringList',
      values: ['team'],
    });
  });

  test('asks at once about resources of one type that have no key of their own', async () => {
    const { simulate, asked } = simulator();
    const launch = { ...LAUNCH, networkInterfaceIds: ['eni-1', 'eni-2'] };
    await explainWith({ ...evidence(), requested: { ...REQUESTED, launch } }, simulate);
    expect(asked.map(({ resources }) => resources.length)).toContain(2);
  });

  test.each([
    ['ec2:RunInstances', 'arn:aws:ec2:us-east-2::image/ami-1'],
    ['ec2:AttachVolume', 'arn:aws:ec2:us-east-2:111122223333:volume/vol-1'],
  ])('asks about %s alone where the launch is not known', async (action, resource) => {
    const { simulate, asked } = simulator();
    const requested = { ...REQUESTED, launch: null };
    await explainWith({ ...evidence({ action, resource }), requested }, simulate);
    expect(asked.map((query) => [query.action, query.addedPolicies.length])).toEqual([
      [action, 0],
      [action, 1],
    ]);
  });

  test('tells allowed, missing and denied pairs apart, and what it could not check', async () => {
    const { simulate } = simulator(({ action }, resource) => {
      if (resource.includes('ami-1')) return { decision: 'allowed' };
      if (resource.includes('subnet/')) return { decision: 'explicit-deny', policies: ['Guard'] };
      if (resource.includes('volume/'))
        return { decision: 'explicit-deny', allowedByOrganization: false };
      if (resource.includes('network-interface/')) return { allowedByBoundary: false };
      return action === 'ec2:CreateTags'
        ? { missingKeys: ['ec2:Attribute', 'ec2:CreateAction'] }
        : {};
    });
    const { launchPairs, witnesses, suggestions } = await explainWith(evidence(), simulate);
    const stateOf = (part: string) =>
      launchPairs.find(({ resource, action }) => `${action} ${resource}`.includes(part));
    expect(stateOf('RunInstances arn:aws:ec2:us-east-2:111122223333:instance/')).toMatchObject({
      state: 'missing',
    });
    expect(stateOf('ami-1')).toMatchObject({ state: 'allowed' });
    expect(stateOf('ami-2')).toMatchObject({ state: 'missing' });
    expect(stateOf('subnet/')).toMatchObject({ state: 'denied', deniedBy: 'Guard' });
    expect(stateOf('volume/')).toMatchObject({ state: 'denied', blockedBy: 'organization' });
    expect(stateOf('network-interface/')).toMatchObject({
      state: 'missing',
      blockedBy: 'permissions-boundary',
    });
    expect(stateOf('CreateTags')).toMatchObject({ state: 'not-checked' });
    expect(stateOf('PassRole')).toMatchObject({ state: 'not-checked' });
    expect(witnesses).toMatchObject({ launchPairs: 'simulated' });
    const [first] = suggestions;
    expect(first).toMatchObject({ verifiedBy: 'simulator' });
    const resources = first?.launchPolicy?.Statement.flatMap(({ Resource = [] }) =>
      [Resource].flat(),
    );
    expect(resources?.join(' ')).not.toMatch(/ami-1|subnet\/|volume/);
    expect(resources?.join(' ')).toMatch(/ami-2/);
    expect(first?.launchPolicyAssumes?.join(' ')).toContain(
      'the permissions boundary does not allow ec2:RunInstances on',
    );
    expect(first?.launchPolicyAssumes?.join(' ')).toContain(
      'Guard explicitly denies ec2:RunInstances',
    );
  });

  test('stops asking after a refusal, and says which', async () => {
    const asked: SimulationQuery[] = [];
    const { suggestions, launchPairs } = await explainWith(evidence(), async (query) => {
      asked.push(query);
      return { kind: 'refused', because: 'not-permitted' };
    });
    expect(asked).toHaveLength(1);
    expect(suggestions[0]).toMatchObject({ verifiedBy: null, unverified: 'not-permitted' });
    expect(launchPairs.filter(({ state }) => state !== 'not-checked')).toHaveLength(1);
  });

  test.each([
    ['still refused', {}, 'still-refused'],
    [
      'refused for a key that it lacks',
      { missingKeys: ['aws:PrincipalTag/team'] },
      'not-simulated',
    ],
  ] as const)('does not call a statement confirmed that is %s', async (_name, said, unverified) => {
    const { simulate } = simulator(() => ({ decision: 'implicit-deny', ...said }));
    const { suggestions } = await explainWith(evidence(), simulate);
    expect(suggestions[0]).toMatchObject({ verifiedBy: null, unverified });
  });

  test('does not call a statement confirmed where the request is allowed without it', async () => {
    const { simulate } = simulator(() => ({ decision: 'allowed' }));
    const { suggestions } = await explainWith(evidence(), simulate);
    expect(suggestions[0]).toMatchObject({ verifiedBy: null, unverified: 'allowed-already' });
  });

  test('counts of several choices the one that is refused', async () => {
    const { simulate, asked } = simulator(({ context, addedPolicies }) => {
      const [type] = context.find(({ key }) => key === 'ec2:InstanceType')?.values ?? [];
      if (addedPolicies.length > 0) return type === 't3.large' ? {} : { decision: 'allowed' };
      return type === 't3.large'
        ? { decision: 'explicit-deny', policies: ['Guard'] }
        : { decision: 'allowed' };
    });
    const image = { resource: 'arn:aws:ec2:us-east-2::image/ami-1' };
    const { launchPairs } = await explainWith(evidence(image), simulate);
    const types = asked.flatMap(
      ({ context }) => context.find(({ key }) => key === 'ec2:InstanceType')?.values ?? [],
    );
    expect(types).toEqual(['m5.large', 't3.large']);
    expect(launchPairs.find(({ resourceType }) => resourceType === 'instance')).toMatchObject({
      state: 'denied',
    });
    const silent = simulator(({ context, addedPolicies }) =>
      addedPolicies.length > 0 && context[0]?.values[0] === 't3.large'
        ? { decision: 'implicit-deny' }
        : {},
    );
    const { suggestions } = await explainWith(evidence(), silent.simulate);
    expect(suggestions[0]).toMatchObject({ unverified: 'still-refused' });
  });

  test('takes a resource that the answer does not name as not checked', async () => {
    const simulate: Simulate = async () => ({ kind: 'decided', decisions: [] });
    const { launchPairs, suggestions } = await explainWith(evidence(), simulate);
    expect(launchPairs.filter(({ state }) => state !== 'not-checked')).toHaveLength(1);
    expect(suggestions[0]).toMatchObject({ unverified: 'not-simulated' });
  });

  test.each([
    ['implicit-deny', {}, 'identity-based'],
    ['implicit-deny', { allowedByBoundary: false }, 'permissions-boundary'],
    ['implicit-deny', { allowedByOrganization: false }, 'service-control-policy'],
    ['implicit-deny', { missingKeys: ['aws:SourceIp'] }, null],
    ['implicit-deny', { decision: 'allowed' }, null],
    ['explicit-deny', { decision: 'explicit-deny', policies: ['Guard'] }, 'identity-based'],
    ['explicit-deny', { decision: 'explicit-deny' }, null],
  ] as const)(
    'finds for an untyped %s, simulated as %j, the policy type %s',
    async (verdict, said, policyType) => {
      const { simulate } = simulator(() => said);
      const explained = await explainWith(evidence({ verdict, policyType: null }), simulate);
      expect(explained.policyType).toBe(policyType);
      expect(explained.witnesses['policyType']).toBe(policyType === null ? undefined : 'simulated');
      if (policyType !== null)
        expect(explained.detail).toContain('the IAM policy simulator finds that');
      if (policyType !== null) expect(explained.summary).toContain('by the simulator');
    },
  );

  test('names what the simulator finds as the likeliest cause of a denial without a reason', async () => {
    const { simulate } = simulator();
    const { suggestions } = await explainWith(
      evidence({ verdict: null, policyType: null, action: null }),
      simulate,
    );
    expect(suggestions[0]?.steps?.[0]).toContain(
      'The IAM policy simulator finds that this is not allowed: ec2:RunInstances on',
    );
    expect(suggestions[0]?.steps?.join(' ')).not.toContain('policysim');
  });
});
