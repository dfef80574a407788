import fc from 'fast-check';
import type { Explanation, Witness } from '../../../core/contract';
import type { DecodedMessage, Evidence, Requested, Sentence } from '../../../core/evidence';
import { explain, told } from '../../../core/explain/explain';

const ARN = 'arn:aws:sts::111122223333:assumed-role/web/session';

const DECODED: DecodedMessage = {
  explicitDeny: true,
  matchedStatements: [
    {
      sid: 'OnlySmall',
      effect: 'DENY',
      principals: ['AROAX:session'],
      actions: ['ec2:RunInstances'],
      resources: ['*'],
      conditions: [{ key: 'ec2:InstanceType', values: ['t3.micro'] }],
    },
  ],
  principalId: 'AROAX:session',
  principalArn: ARN,
  action: 'ec2:RunInstances',
  resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
  conditions: [{ key: 'ec2:InstanceType', values: ['m5.large'] }],
};
const STATED: Sentence = {
  principalArn: 'arn:aws:sts::111122223333:assumed-role/stated/session',
  action: 'iam:PassRole',
  resource: 'arn:aws:iam::111122223333:role/stated',
  verdict: 'implicit-deny',
  policyType: 'permissions-boundary',
  policyArn: 'arn:aws:iam::111122223333:policy/stated',
  authorizationId: null,
};
const REQUESTED: Requested = {
  principal: {
    kind: 'role-session',
    arn: ARN,
    name: 'web',
    roleArn: 'arn:aws:iam::111122223333:role/team/web',
    invokedBy: 'autoscaling.amazonaws.com',
  },
  operation: 'RunInstances',
  action: 'ec2:RunInstances',
  launch: {
    instanceTypes: ['m5.large'],
    maxCount: 2,
    imageIds: [],
    subnetIds: [],
    securityGroupIds: [],
    keyName: null,
    instanceProfile: null,
    launchTemplate: null,
    tags: {},
    region: 'eu-west-1',
  },
  event: { id: 'e-1', time: '2026-11-20T09:14:03Z', region: 'eu-west-1', account: '111122223333' },
};
const NOTHING: Evidence = {
  decoded: null,
  stated: null,
  requested: null,
  message: { status: 'absent', length: 0 },
};
const evidence = (parts: Partial<Evidence>): Evidence => ({ ...NOTHING, ...parts });

describe('explain', () => {
  test('claims nothing without a witness', () => {
    expect(explain(NOTHING)).toEqual({
      verdict: 'undetermined',
      reason: { code: 'NOT_STATED' },
      principal: { kind: 'undetermined', arn: null, name: null },
      action: null,
      operation: null,
      resource: null,
      resourceType: null,
      policyType: null,
      policyArn: null,
      statements: [],
      decisiveConditions: [],
      context: [],
      encodedMessage: { status: 'absent', length: 0 },
      witnesses: {},
      summary: 'The principal was refused a request (reason not stated)',
      detail:
        'The request was refused for lack of permission; AWS says neither which action was denied nor which policy decided.',
      nextSteps: ['Check whether a policy of the principal allows the request.'],
      launchPairs: [],
      suggestions: [expect.objectContaining({ kind: 'ask', confidence: 'may-be-wrong' })],
    });
  });

  test('tells the same without suggestions', () => {
    const known = evidence({ decoded: DECODED, stated: STATED });
    const { suggestions: _none, launchPairs: _nor, ...rest } = explain(known);
    expect(told(known)).toEqual(rest);
  });

  test('believes the decoded message first, then the sentence, then the request', () => {
    const all = explain(evidence({ decoded: DECODED, stated: STATED, requested: REQUESTED }));
    expect(all).toMatchObject({ verdict: 'explicit-deny', action: 'ec2:RunInstances' });
    expect(all.witnesses).toMatchObject({
      verdict: 'decoded',
      action: 'decoded',
      principal: 'decoded',
    });
    const stated = explain(evidence({ stated: STATED, requested: REQUESTED }));
    expect(stated).toMatchObject({ verdict: 'implicit-deny', action: 'iam:PassRole' });
    expect(stated.witnesses).toMatchObject({
      verdict: 'stated',
      action: 'stated',
      principal: 'stated',
    });
    const requested = explain(evidence({ requested: REQUESTED }));
    expect(requested).toMatchObject({ verdict: 'undetermined', action: 'ec2:RunInstances' });
    expect(requested.witnesses).toMatchObject({ action: 'inferred', principal: 'requested' });
  });

  test('takes the policy type from the sentence alone', () => {
    expect(explain(evidence({ decoded: DECODED })).policyType).toBeNull();
    const { policyType, witnesses } = explain(evidence({ decoded: DECODED, stated: STATED }));
    expect([policyType, witnesses['policyType']]).toEqual(['permissions-boundary', 'stated']);
  });

  test('adds to the principal what only the record knows, if it is the same one', () => {
    const same = explain(evidence({ decoded: DECODED, requested: REQUESTED }));
    expect(same.principal).toMatchObject({
      roleArn: 'arn:aws:iam::111122223333:role/team/web',
      invokedBy: 'autoscaling.amazonaws.com',
      sessionName: 'session',
    });
    const other = explain(evidence({ stated: STATED, requested: REQUESTED }));
    expect(other.principal).not.toHaveProperty('roleArn');
    const plain = {
      ...REQUESTED,
      principal: { kind: 'role-session' as const, arn: ARN, name: 'web' },
    };
    expect(explain(evidence({ decoded: DECODED, requested: plain })).principal).toEqual({
      kind: 'role-session',
      arn: ARN,
      name: 'web',
      sessionName: 'session',
    });
  });

  test('reads the launch from the decoded context where no record tells it', () => {
    const { launch, witnesses } = explain(evidence({ decoded: DECODED }));
    expect(launch?.instanceTypes).toEqual(['m5.large']);
    expect(witnesses['launch']).toBe('decoded');
    expect(explain(evidence({ decoded: { ...DECODED, conditions: [] } }))).not.toHaveProperty(
      'launch',
    );
  });

  test('calls a denial by the quarantine policy a leaked key, whichever witness names it', () => {
    const policyArn = 'arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3';
    const stated = { ...STATED, verdict: 'explicit-deny' as const, policyArn };
    const { reason, nextSteps } = explain(evidence({ stated }));
    expect(reason.code).toBe('CREDENTIALS_QUARANTINED');
    expect(nextSteps[0]).toMatch(/security incident/);
    const implicit = { ...STATED, policyArn };
    expect(explain(evidence({ stated: implicit })).reason.code).not.toBe('CREDENTIALS_QUARANTINED');
  });

  test('tells an unreadable message from an error that says nothing', () => {
    const code = (parts: Partial<Evidence>) => explain(evidence(parts)).reason.code;
    expect(code({ message: { status: 'truncated', length: 900 } })).toBe('UNREADABLE');
    expect(code({})).toBe('NOT_STATED');
    const implied = { operation: 'RunInstances', resource: null, region: null, isOpen: true };
    expect(code({ implied })).toBe('EXCERPT_INCOMPLETE');
  });

  test('marks what only the wording tells as inferred', () => {
    const implied = {
      operation: 'RunInstances',
      resource: 'sg-0123456789abcdef0',
      region: null,
      isOpen: false,
    };
    expect(explain(evidence({ implied }))).toMatchObject({
      operation: 'RunInstances',
      resource: 'sg-0123456789abcdef0',
      resourceType: 'security-group',
      witnesses: { operation: 'inferred', resource: 'inferred' },
    });
  });
});

/** Fields that a witness must back, with what they are when nothing is known. */
const BACKED = {
  verdict: 'undetermined',
  action: null,
  operation: null,
  resource: null,
  policyType: null,
  policyArn: null,
  statements: [],
  decisiveConditions: [],
  context: [],
} as const satisfies Partial<Record<keyof Explanation, unknown>>;

describe('a claim and its witness', () => {
  const some = <T>(value: T) => fc.option(fc.constant(value), { nil: null });
  const anyEvidence = fc.record({
    decoded: some(DECODED),
    stated: some(STATED),
    requested: some(REQUESTED),
    message: fc.constant(NOTHING.message),
  });
  const without: Partial<Record<Witness, Partial<Evidence>>> = {
    decoded: { decoded: null },
    stated: { stated: null },
    requested: { requested: null },
  };

  test('stand together: what is claimed is witnessed, and what is witnessed is claimed', () => {
    fc.assert(
      fc.property(anyEvidence, (given) => {
        const explained = explain(given);
        for (const [field, silent] of Object.entries(BACKED)) {
          const value = explained[field as keyof typeof BACKED];
          const isClaimed = JSON.stringify(value) !== JSON.stringify(silent);
          expect([field, field in explained.witnesses]).toEqual([field, isClaimed]);
        }
      }),
    );
  });

  test('fall together: without its witness a claim is gone or rests on another', () => {
    fc.assert(
      fc.property(anyEvidence, (given) => {
        for (const [field, witness] of Object.entries(explain(given).witnesses)) {
          const left = without[witness];
          if (left === undefined) continue;
          expect(explain({ ...given, ...left }).witnesses[field]).not.toBe(witness);
        }
      }),
    );
  });
});
