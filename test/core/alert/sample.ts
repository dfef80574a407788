import fc from 'fast-check';
import type { Alert } from '../../../core/alert/alert';
import type { DigestMessage } from '../../../core/alert/digest';
import type { Explanation } from '../../../core/contract';
import { explain } from '../../../core/explain/explain';
import type { DigestLine } from '../../../core/group/digest';

/** Names that must never leave where privacy is asked for. */
export const SECRETS = [
  '111122223333',
  'arn:aws',
  'ci-runner',
  'build-417',
  '203.0.113.7',
  '2001:db8',
  'payroll',
  'subnet-0abc1234def567890',
  'ami-0abc1234def567890',
  'web-profile',
] as const;

/** The pass-role denial of the design, with everything that might be private. */
export function sampleExplanation(): Explanation {
  return explain({
    decoded: {
      explicitDeny: false,
      matchedStatements: [],
      principalId: null,
      principalArn: null,
      action: 'iam:PassRole',
      resource: 'arn:aws:iam::111122223333:role/web-profile',
      conditions: [
        { key: 'aws:SourceIp', values: ['203.0.113.7', '2001:db8::1'] },
        { key: 'aws:RequestTag/team', values: ['payroll'] },
      ],
    },
    stated: {
      principalArn: 'arn:aws:sts::111122223333:assumed-role/ci-runner/build-417',
      action: 'iam:PassRole',
      resource: 'arn:aws:iam::111122223333:role/web-profile',
      verdict: 'implicit-deny',
      policyType: 'identity-based',
      policyArn: null,
      authorizationId: null,
    },
    requested: {
      principal: {
        kind: 'role-session',
        arn: 'arn:aws:sts::111122223333:assumed-role/ci-runner/build-417',
        name: 'ci-runner',
        sessionName: 'build-417',
      },
      operation: 'RunInstances',
      action: 'ec2:RunInstances',
      launch: {
        instanceTypes: ['t3.large'],
        maxCount: 1,
        imageIds: ['ami-0abc1234def567890'],
        subnetIds: ['subnet-0abc1234def567890'],
        securityGroupIds: [],
        keyName: null,
        instanceProfile: 'web-profile',
        launchTemplate: null,
        tags: { team: 'payroll' },
        region: 'us-east-2',
      },
      event: {
        id: 'a1d7270b-38af-4f17-ac37-111122223333',
        time: '2026-11-20T09:14:03Z',
        region: 'us-east-2',
        account: '111122223333',
      },
    },
    message: { status: 'decoded', length: 600 },
  });
}

/** An alert about one explanation. */
export function alertOf(explanation: Explanation, more: Partial<Alert> = {}): Alert {
  return {
    kind: 'new',
    fingerprint:
      'v1:111122223333:role/ci-runner:iam:PassRole:role/web-profile:implicit-deny:identity-based:-',
    count: 1,
    heldBack: 0,
    since: '2026-11-20T09:14:03Z',
    lastSeen: '2026-11-20T11:02:00Z',
    explanation,
    ...more,
  };
}

/** A line of a digest. */
export function digestLine(changed: Partial<DigestLine> = {}): DigestLine {
  return {
    fingerprint: 'v1:a',
    summary: 'Role a may not b',
    count: 41,
    before: 12,
    heldBack: 0,
    ...changed,
  };
}

/** A digest whose causes are the loudest, and no more than that. */
export function digestMessage(
  lines: readonly DigestLine[],
  changed: Partial<DigestMessage['digest']> = {},
  explanations: DigestMessage['explanations'] = new Map(),
): DigestMessage {
  const none = { lines: [], more: 0 };
  const sumOf = (field: 'count' | 'before') => lines.reduce((sum, line) => sum + line[field], 0);
  return {
    digest: {
      new: none,
      regressed: none,
      loudest: { lines, more: 0 },
      stillOpen: none,
      quiet: { causes: 0, denials: 0 },
      total: { count: sumOf('count'), before: sumOf('before') },
      ...changed,
    },
    explanations,
  };
}

/** Text that acts on screens, shells and chat, beside ordinary names. */
export const hostileText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        '<!channel>',
        '<https://example.com|click>',
        '[a](https://example.com)',
        '```',
        '`',
        '@here',
        '*b* _i_ ~s~',
        '&lt;',
        '\n',
        '\u202e',
        '\u001b[31m',
        'www.example.com',
        ...SECRETS,
      ),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''));

/** Every string of an explanation replaced by text of somebody else, but what the contract closes. */
export const hostileExplanation: fc.Arbitrary<Explanation> = fc
  .record({
    text: hostileText,
    other: hostileText,
    verdict: fc.constantFrom('implicit-deny', 'explicit-deny', 'undetermined'),
    policyType: fc.constantFrom('identity-based', 'service-control-policy', null),
    kind: fc.constantFrom(
      'iam-user',
      'role-session',
      'root',
      'federated-user',
      'aws-service',
      'undetermined',
    ),
    permissionSet: fc.boolean(),
    serviceLinked: fc.boolean(),
    isStated: fc.boolean(),
    hasReader: fc.boolean(),
    status: fc.constantFrom('decoded', 'truncated', 'absent', 'not-permitted', 'offline'),
  })
  .map(
    ({
      text,
      other,
      verdict,
      policyType,
      kind,
      permissionSet,
      serviceLinked,
      isStated,
      hasReader,
      status,
    }) => ({
      ...explain({
        decoded: {
          explicitDeny: verdict === 'explicit-deny',
          matchedStatements: [
            {
              sid: text,
              effect: 'DENY',
              principals: [],
              actions: [other],
              resources: [text],
              conditions: [{ key: `aws:RequestTag/${other}`, values: [text] }],
            },
          ],
          principalId: text,
          principalArn: other,
          action: isStated ? `ec2:${text}` : 'ec2:RunInstances',
          resource: text,
          conditions: [{ key: 'aws:SourceIp', values: [other] }],
        },
        stated: isStated
          ? {
              principalArn: null,
              action: 'iam:PassRole',
              resource: `arn:aws:iam::111122223333:role/${text}`,
              verdict: verdict === 'undetermined' ? null : verdict,
              policyType,
              policyArn: `arn:aws:iam::111122223333:policy/${other}`,
              authorizationId: text,
            }
          : null,
        requested: {
          principal: {
            kind,
            arn: `arn:aws:sts::111122223333:assumed-role/${text}/${other}`,
            name: text,
            sessionName: other,
            ...(permissionSet ? { permissionSet: other } : {}),
            ...(serviceLinked ? { serviceLinked } : {}),
            invokedBy: other,
          },
          operation: isStated ? 'RunInstances' : text,
          action: null,
          launch: {
            instanceTypes: ['p2.xlarge', other],
            maxCount: isStated ? 111_122_223_333 : 10,
            imageIds: [other],
            subnetIds: [text],
            securityGroupIds: [],
            keyName: text,
            instanceProfile: other,
            launchTemplate: text,
            tags: { [text]: other },
            region: other,
          },
          event: {
            id: text,
            time: other,
            region: isStated ? other : 'eu-west-1',
            account: text,
            accountName: other,
          },
        },
        message: {
          status,
          length: 600,
          decoder: other,
          ...(hasReader ? { reader: { account: text, roleName: other } } : {}),
        },
      }),
    }),
  );
