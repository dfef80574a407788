import fc from 'fast-check';
import type { Principal } from '../../../core/contract';
import type { DecodedMessage, Evidence, Requested, Sentence } from '../../../core/evidence';
import { explain } from '../../../core/explain/explain';
import type { Launch } from '../../../core/launch';
import { QUARANTINE_STEPS } from '../../../core/explain/sentences';
import { WRONG_IF } from '../../../core/suggest/sentences';

const LAUNCH: Launch = {
  instanceTypes: ['t3.large'],
  maxCount: 1,
  imageIds: ['ami-1'],
  subnetIds: ['subnet-1'],
  securityGroupIds: ['sg-1'],
  keyName: null,
  instanceProfile: null,
  launchTemplate: null,
  tags: {},
  region: 'us-east-2',
};
const ROLE: Principal = {
  kind: 'role-session',
  arn: 'arn:aws:sts::111122223333:assumed-role/ci-runner/build-7',
  name: 'ci-runner',
};
const STATED: Sentence = {
  principalArn: null,
  action: 'ec2:RunInstances',
  resource: 'arn:aws:ec2:us-east-2:111122223333:instance/*',
  verdict: 'implicit-deny',
  policyType: 'identity-based',
  policyArn: null,
  authorizationId: null,
};

interface Given {
  readonly stated?: Partial<Sentence>;
  readonly principal?: Partial<Principal>;
  readonly launch?: Partial<Launch> | null;
  readonly operation?: string;
}

function evidence({
  stated = {},
  principal = {},
  launch = {},
  operation = 'RunInstances',
}: Given = {}) {
  const requested: Requested = {
    principal: { ...ROLE, ...principal },
    operation,
    action: `ec2:${operation}`,
    launch: launch === null ? null : { ...LAUNCH, ...launch },
    event: null,
  };
  const known: Evidence = {
    decoded: null,
    stated: { ...STATED, ...stated },
    requested,
    message: { status: 'absent', length: 0 },
  };
  return known;
}

const suggest = (given?: Given) => explain(evidence(given)).suggestions;

describe('an implicit deny', () => {
  test.each([
    ['identity-based', {}, 'role', 'ready'],
    [
      'identity-based',
      { kind: 'iam-user', arn: 'arn:aws:iam::111122223333:user/ann', name: 'ann' },
      'user',
      'ready',
    ],
    ['identity-based', { permissionSet: 'Developer' }, 'permission-set', 'ready'],
    ['identity-based', { kind: 'undetermined', arn: null, name: null }, 'policy', 'ready'],
    [
      'identity-based',
      { kind: 'federated-user', arn: 'arn:aws:sts::111122223333:federated-user/bo', name: 'bo' },
      'session-policy',
      'may-be-wrong',
    ],
    ['permissions-boundary', {}, 'permissions-boundary', 'ready'],
    ['service-control-policy', {}, 'service-control-policy', 'may-be-wrong'],
    ['session-policy', {}, 'session-policy', 'ready'],
    ['vpc-endpoint-policy', {}, 'vpc-endpoint-policy', 'ready'],
    ['resource-based', {}, 'resource-based-policy', 'ready'],
    ['role-trust-policy', {}, 'role-trust-policy', 'ready'],
    [null, {}, 'role', 'may-be-wrong'],
  ] as const)('of %s for %j is answered in a %s, %s', (policyType, principal, kind, confidence) => {
    expect(suggest({ stated: { policyType }, principal })).toMatchObject([
      {
        kind: 'add-allow',
        appliesTo: { kind },
        confidence,
        verifiedBy: null,
        unverified: 'not-asked',
      },
    ]);
  });

  test('names the boundary by its ARN, and by whose it is where AWS does not name it', () => {
    const policyType = 'permissions-boundary';
    const policyArn = 'arn:aws:iam::111122223333:policy/lab';
    expect(suggest({ stated: { policyType, policyArn } })[0]?.what).toContain(
      `boundary ${policyArn};`,
    );
    expect(suggest({ stated: { policyType } })[0]?.what).toContain('boundary of role ci-runner;');
  });

  test('names an identity-based policy by its ARN where AWS does', () => {
    const policyArn = 'arn:aws:iam::111122223333:policy/deploy';
    expect(suggest({ stated: { policyArn } })[0]).toMatchObject({
      appliesTo: { kind: 'policy', name: 'deploy', arn: policyArn },
      what: `Add the statement to the policy ${policyArn}.`,
    });
  });

  test('leaves placeholders for a resource that is not named, or that somebody wrote over', () => {
    const resources = [null, 'web-server', 'arn:aws:ec2:us-east-2:XXXXXXXXXXXX:instance/*'];
    for (const resource of resources)
      expect(suggest({ stated: { resource } })[0]).toMatchObject({
        confidence: 'has-placeholders',
      });
    expect(suggest({ stated: { resource: null } })[0]?.wrongIf).toContain(WRONG_IF.placeholders);
  });

  test.each([
    [
      'subnet-0123456789abcdef0',
      'arn:aws:ec2:us-east-2:111122223333:subnet/subnet-0123456789abcdef0',
    ],
    ['ami-0123456789abcdef0', 'arn:aws:ec2:us-east-2::image/ami-0123456789abcdef0'],
    ['instance/*', 'arn:aws:ec2:us-east-2:111122223333:instance/*'],
    ['web-server', '<ARN of web-server>'],
  ])('puts %s in the statement as %s', (resource, written) => {
    const implied = { operation: null, resource: null, region: 'us-east-2', isOpen: false };
    const known = { ...evidence({ stated: { resource }, launch: null }), implied };
    expect(explain(known).suggestions[0]?.statement?.Resource).toBe(written);
  });

  test.each(['ec2:*', '*:*', 'ec2:Describe*', 'ec2:Run Instances', 'ec2:'])(
    'writes no statement for the action %s',
    (action) => {
      expect(suggest({ stated: { action } })).toMatchObject([{ kind: 'ask' }]);
    },
  );

  test.each([
    ['ec2:RunInstances', '*', '<ARN of the resource of ec2:RunInstances>'],
    ['iam:PassRole', '*', '<ARN of the resource of iam:PassRole>'],
    ['iam:PassRole', 'arn:aws:iam::111122223333:role/*', 'arn:aws:iam::111122223333:role/${*}'],
    [
      'ec2:RunInstances',
      'arn:aws:ec2:us-east-2:111122223333:key-pair/*',
      'arn:aws:ec2:us-east-2:111122223333:key-pair/<ID>',
    ],
    [
      'ec2:TerminateInstances',
      'arn:aws:ec2:us-east-2:111122223333:instance/*',
      'arn:aws:ec2:us-east-2:111122223333:instance/<ID>',
    ],
    [
      'ec2:CreateVolume',
      'arn:aws:ec2:us-east-2:111122223333:volume/*',
      'arn:aws:ec2:us-east-2:111122223333:volume/*',
    ],
    [
      'ec2:RequestSpotInstances',
      'arn:aws:ec2:us-east-2:111122223333:spot-instances-request/*',
      'arn:aws:ec2:us-east-2:111122223333:spot-instances-request/*',
    ],
  ])('allows %s on %s as %s, and never more', (action, resource, written) => {
    expect(suggest({ stated: { action, resource } })[0]?.statement?.Resource).toBe(written);
  });

  test('tells a statement that is larger than a policy', () => {
    const resource = 'arn:aws:ec2:us-east-2:111122223333:network-interface/*';
    const subnetIds = Array.from({ length: 500 }, (_none, index) => `subnet-${index}`);
    const [first] = suggest({ stated: { resource }, launch: { subnetIds } });
    expect(first).toMatchObject({ confidence: 'may-be-wrong' });
    expect(first?.wrongIf.join(' ')).toContain('a managed policy takes 6144');
  });

  test('asks about a resource control policy and the root user, whatever the policy type', () => {
    expect(suggest({ stated: { policyType: 'resource-control-policy' } })).toMatchObject([
      { kind: 'ask' },
    ]);
    const principal = { kind: 'root', arn: 'arn:aws:iam::111122223333:root' } as const;
    expect(suggest({ stated: { policyType: 'resource-based' }, principal })).toMatchObject([
      { kind: 'ask' },
    ]);
    expect(suggest({ stated: { policyType: 'service-control-policy' }, principal })).toMatchObject([
      { kind: 'add-allow' },
    ]);
  });

  test('knows that Describe actions have no resource', () => {
    const stated = { action: 'ec2:DescribeImages', resource: null };
    expect(suggest({ stated, operation: 'DescribeImages' })[0]?.statement?.Resource).toBe('*');
  });

  test('names the principal in the policy of an endpoint, a resource and a role', () => {
    const statementIn = (policyType: Sentence['policyType'], principal = {}) =>
      suggest({ stated: { policyType }, principal })[0]?.statement;
    const role = 'arn:aws:iam::111122223333:role/ci-runner';
    expect(statementIn('vpc-endpoint-policy')).toMatchObject({
      Principal: '*',
      Condition: { ArnEquals: { 'aws:PrincipalArn': role } },
    });
    expect(statementIn('resource-based')).toMatchObject({ Principal: { AWS: role } });
    expect(statementIn('role-trust-policy')).toMatchObject({ Principal: { AWS: role } });
    expect(statementIn('role-trust-policy')).not.toHaveProperty('Resource');
    expect(statementIn('resource-based', { arn: null, name: null })).toMatchObject({
      Principal: { AWS: '<ARN of the principal>' },
    });
    expect(statementIn('resource-based', { arn: null })).toMatchObject({
      Principal: { AWS: '<ARN of ci-runner>' },
    });
  });

  test('offers one policy for the launch to the principal, not to others', () => {
    expect(suggest()[0]?.launchPolicy?.Statement.length).toBeGreaterThan(1);
    expect(suggest({ stated: { policyType: 'service-control-policy' } })[0]).not.toHaveProperty(
      'launchPolicy',
    );
    expect(suggest({ launch: null })[0]).not.toHaveProperty('launchPolicy');
  });

  test('says what the policy for the launch takes for granted', () => {
    const launch = { launchTemplate: 'web', instanceProfile: 'web', securityGroupIds: [] };
    const [first] = suggest({ launch });
    expect(first?.launchPolicyAssumes).toEqual(
      expect.arrayContaining([
        WRONG_IF.placeholders,
        WRONG_IF.template,
        expect.stringContaining('instance profile is taken'),
        expect.stringContaining('subnet is taken'),
      ]),
    );
    const subnetIds = Array.from({ length: 200 }, (_none, index) => `subnet-${index}`);
    expect(suggest({ launch: { subnetIds } })[0]?.launchPolicyAssumes).toContain(WRONG_IF.many);
  });

  test('takes a role for EC2 where no operation is known, and says so', () => {
    const stated = { action: 'iam:PassRole', resource: 'arn:aws:iam::111122223333:role/web' };
    const [first] = explain({ ...evidence({ stated }), requested: null }).suggestions;
    expect(first).toMatchObject({ confidence: 'may-be-wrong' });
    expect(first?.wrongIf).toContain(WRONG_IF.toEc2);
  });

  test('asks where no action is known, or where nobody can edit a policy', () => {
    const ask = (given: Given) => suggest(given)[0];
    expect(ask({ stated: { action: null } })).toMatchObject({ kind: 'ask' });
    const service = { kind: 'aws-service', arn: null, name: 'ec2fleet.amazonaws.com' } as const;
    for (const principal of [{ kind: 'root' } as const, { serviceLinked: true }, service])
      expect(ask({ principal })).toMatchObject({ kind: 'ask', wrongIf: [] });
    expect(ask({ principal: { kind: 'root' } })?.who).toBe("the organization's administrator");
  });

  test('lets a service-linked role in by the policy of the key', () => {
    const resource = 'arn:aws:kms:us-east-2:111122223333:key/1';
    const [first] = suggest({
      stated: { action: 'kms:CreateGrant', resource },
      principal: {
        serviceLinked: true,
        invokedBy: 'autoscaling.amazonaws.com',
        roleArn: 'arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/A',
      },
    });
    expect(first).toMatchObject({
      appliesTo: { kind: 'resource-based-policy' },
      confidence: 'may-be-wrong',
      statement: {
        Resource: resource,
        Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      },
    });
    expect(first?.wrongIf).toContain(WRONG_IF.keyActions);
  });
});

describe('an explicit deny', () => {
  const deny = { verdict: 'explicit-deny' } as const;
  const condition = { key: 'ec2:MetadataHttpTokens', values: ['required'] };
  const decoded = (conditions = [condition]): DecodedMessage => ({
    explicitDeny: true,
    matchedStatements: [
      {
        sid: 'NeedsV2',
        effect: 'DENY',
        principals: [],
        actions: ['ec2:RunInstances'],
        resources: ['*'],
        conditions,
      },
    ],
    principalId: null,
    principalArn: null,
    action: 'ec2:RunInstances',
    resource: 'arn:aws:ec2:us-east-2:111122223333:instance/*',
    conditions: [{ key: 'ec2:MetadataHttpTokens', values: ['optional'] }],
  });

  test('never comes with an Allow, whatever the evidence', () => {
    const text = fc.constantFrom(null, 'ec2:RunInstances', 'arn:aws:iam::111122223333:role/x', '*');
    const type = fc.constantFrom(
      null,
      'identity-based',
      'service-control-policy',
      'vpc-endpoint-policy',
    );
    fc.assert(
      fc.property(text, text, type, fc.boolean(), (action, resource, policyType, isDecoded) => {
        const stated = {
          ...STATED,
          ...deny,
          action,
          resource,
          policyType: policyType as Sentence['policyType'],
        };
        const all = explain({
          ...evidence(),
          stated,
          decoded: isDecoded ? decoded() : null,
        }).suggestions;
        expect(all.filter((each) => each.kind === 'add-allow' || each.statement)).toEqual([]);
      }),
    );
  });

  test('is answered by a change of the request, then of the statement', () => {
    const all = explain({ ...evidence({ stated: deny }), decoded: decoded() }).suggestions;
    expect(all.map(({ kind }) => kind)).toEqual(['change-request', 'change-deny']);
    expect(all[0]).toMatchObject({ confidence: 'may-be-wrong', appliesTo: { kind: 'request' } });
    expect(all[0]?.parameters?.map(({ tool }) => tool)).toEqual([
      'cli',
      'terraform',
      'cloudformation',
      'karpenter',
    ]);
    expect(all[1]?.what).toContain('statement NeedsV2 of the identity-based policy');
  });

  test('warns that a Region brings its own images and subnets', () => {
    const region = { key: 'aws:RequestedRegion', values: ['eu-west-1'] };
    const fenced = {
      ...decoded([region]),
      conditions: [{ key: 'aws:RequestedRegion', values: ['us-east-2'] }],
    };
    const [first] = explain({ ...evidence({ stated: deny }), decoded: fenced }).suggestions;
    expect(first?.wrongIf.join(' ')).toContain('belong to one Region');
  });

  test('whose conditions are not known is answered by a change of the statement alone', () => {
    const policyArn = 'arn:aws:iam::111122223333:policy/guard';
    expect(suggest({ stated: { ...deny, policyArn } })).toMatchObject([
      {
        kind: 'change-deny',
        appliesTo: { kind: 'policy', arn: policyArn },
        what: expect.stringContaining(policyArn),
      },
    ]);
    expect(suggest({ stated: { ...deny, policyType: null } })).toMatchObject([
      {
        kind: 'change-deny',
        appliesTo: { kind: 'policy', arn: null },
        what: expect.stringContaining('the policy that holds it'),
      },
    ]);
  });

  test('of quarantined keys is answered by new keys', () => {
    const policyArn = 'arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3';
    expect(suggest({ stated: { ...deny, policyArn } })).toMatchObject([
      { kind: 'rotate-credentials', steps: QUARANTINE_STEPS },
    ]);
  });
});

describe('a reason that is not stated', () => {
  const undetermined = { verdict: null, policyType: null } as const;

  test('is answered by the likeliest causes and how to find out', () => {
    const steps = suggest({ stated: undetermined })[0]?.steps ?? [];
    expect(steps.map((step) => step.split(' ').slice(0, 3).join(' '))).toEqual([
      'No identity-based policy',
      'The permissions boundary',
      'A service control',
      'The session policy',
      'To find out:',
    ]);
    expect(steps.at(-1)).toContain('https://policysim.aws.amazon.com/');
  });

  test('asks for the whole message where it is cut', () => {
    const cut = {
      ...evidence({ stated: undetermined }),
      message: { status: 'truncated', length: 900 } as const,
    };
    expect(explain(cut).suggestions[0]?.steps?.join(' ')).toContain(
      'give the whole encoded message',
    );
  });

  test('has fewer causes for who has no boundary, in other partitions, or by a known type', () => {
    const root = suggest({ stated: undetermined, principal: { kind: 'root' } })[0]?.steps ?? [];
    expect(root).toHaveLength(2);
    const typed = suggest({ stated: { ...undetermined, policyType: 'vpc-endpoint-policy' } })[0];
    expect(typed).toMatchObject({
      kind: 'ask',
      what: expect.stringContaining('VPC endpoint policy'),
    });
    expect(typed).not.toHaveProperty('steps');
  });
});
