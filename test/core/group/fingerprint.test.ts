import fc from 'fast-check';
import { POLICY_TYPES, type PolicyType } from '../../../core/contract';
import { readRecord } from '../../../core/event/cloudtrail-record';
import { denialOf } from '../../../core/event/denial';
import { fingerprintOf } from '../../../core/group/fingerprint';
import { DECODED, denial, EVENT, ROLE } from './denial';

const PASS_ROLE =
  'v1:111122223333:role/ci-runner:iam:PassRole:role/web-profile:implicit-deny:identity-based:-';

interface Parts {
  readonly account: string;
  readonly user: string;
  readonly service: string;
  readonly action: string;
  readonly role: string;
  readonly verdict: 'implicit-deny' | 'explicit-deny' | null;
  readonly policyType: PolicyType | null;
  readonly policy: string;
}

describe('fingerprintOf', () => {
  it('writes a part that nobody states as a dash', () => {
    const bare = denial(null, { principal: null, action: null, event: null });
    expect(fingerprintOf(bare)).toBe('v1:-:-:-:-:-:undetermined:-:-');
    expect(fingerprintOf(denial({ action: 'PassRole' }))).toContain(':-:PassRole:iam|');
  });

  it('is readable', () => {
    expect(fingerprintOf(denial())).toBe(PASS_ROLE);
  });

  it('names the policy, with its account where that is another', () => {
    const scp =
      'arn:aws:organizations::222233334444:policy/o-abcdefghij/service_control_policy/p-01234567';
    expect(fingerprintOf(denial({ policyArn: scp }))).toMatch(
      /:organizations\|222233334444\|policy\/o-abcdefghij\/service_control_policy\/p-01234567$/,
    );
    const own = 'arn:aws:iam::111122223333:policy/boundary';
    expect(fingerprintOf(denial({ policyArn: own }))).toMatch(/:policy\/boundary$/);
  });

  it('has at most 512 ASCII characters, whatever the event holds', () => {
    const hostile = fc.string({ unit: 'binary', maxLength: 700 });
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        const stated = {
          principalArn: `arn:aws:iam::111122223333:user/${a}`,
          action: `${a}:${b}`,
          resource: b,
          verdict: 'implicit-deny' as const,
          policyType: 'service-control-policy' as const,
          policyArn: a,
        };
        const event = { ...EVENT, account: a };
        const fingerprint = fingerprintOf(denial(stated, { principal: null, event }));
        expect(fingerprint).toMatch(/^v1(?::[!-9;-~]+){8}$/);
        expect(fingerprint.length).toBeLessThanOrEqual(512);
      }),
    );
  });

  it('differs when any part differs', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9:%~|#*. -]{1,12}$/);
    const parts = {
      account: fc.stringMatching(/^\d{12}$/),
      user: word,
      service: fc.stringMatching(/^[a-z0-9-]{1,12}$/),
      action: word,
      role: word,
      verdict: fc.constantFrom('implicit-deny' as const, 'explicit-deny' as const, null),
      policyType: fc.constantFrom(...POLICY_TYPES, null),
      policy: word,
    };
    const written = (of: Parts) =>
      fingerprintOf(
        denial(
          {
            action: `${of.service}:${of.action}`,
            resource: `arn:aws:iam::${of.account}:role/${of.role}`,
            verdict: of.verdict,
            policyType: of.policyType,
            policyArn: `arn:aws:iam::${of.account}:policy/${of.policy}`,
          },
          {
            principal: { kind: 'iam-user', arn: null, name: of.user },
            event: { ...EVENT, account: of.account },
          },
        ),
      );
    const change = fc.record(parts, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.record(parts), change, (one, changes) => {
        const other = { ...one, ...changes };
        const isSame = JSON.stringify(other) === JSON.stringify(one);
        expect(written(other) === written(one)).toBe(isSame);
      }),
    );
  });
});

describe('a record and its fingerprint', () => {
  const LEAD =
    'You are not authorized to perform this operation. User: arn:aws:sts::111122223333:assumed-role/ci-runner/SESSION is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:REGION:111122223333:instance/ID because no identity-based policy allows the ec2:RunInstances action. Encoded authorization failure message: ';

  const fingerprintFor = (of: {
    session: string;
    region: string;
    id: string;
    message: string;
    time: string;
    isReversed: boolean;
  }) => {
    const fields = Object.entries({
      eventID: of.id,
      eventName: 'RunInstances',
      eventSource: 'ec2.amazonaws.com',
      eventTime: of.time,
      awsRegion: of.region,
      errorCode: 'Client.UnauthorizedOperation',
      errorMessage:
        LEAD.replace('SESSION', of.session).replace('REGION', of.region).replace('ID', of.id) +
        of.message,
      recipientAccountId: '111122223333',
      userIdentity: {
        type: 'AssumedRole',
        arn: `arn:aws:sts::111122223333:assumed-role/ci-runner/${of.session}`,
        sessionContext: {
          sessionIssuer: { type: 'Role', arn: 'arn:aws:iam::111122223333:role/team/ci-runner' },
        },
      },
    });
    const record = readRecord(Object.fromEntries(of.isReversed ? fields.toReversed() : fields));
    if (record === null) throw new Error('no record');
    return fingerprintOf(denialOf(record));
  };

  it('ignores time, Region, session, ids, order of fields and the encoded message', () => {
    const whole = fc.stringMatching(/^[A-Za-z0-9_-]{400}$/);
    const message = fc.oneof(
      whole,
      whole.map((text) => `${text.slice(0, 300)}...`),
      whole.map((text) => `${text.slice(0, 200)} ${text.slice(0, 1)}?`),
      fc.constant(''),
    );
    const record = fc.record({
      session: fc.stringMatching(/^[\w+=,.@-]{2,64}$/),
      region: fc.constantFrom('eu-west-1', 'us-east-2', 'us-gov-west-1'),
      id: fc.stringMatching(/^i-[0-9a-f]{17}$/),
      message,
      time: fc.constantFrom('2026-11-20T09:14:03Z', ''),
      isReversed: fc.boolean(),
    });
    fc.assert(
      fc.property(record, (of) => {
        expect(fingerprintFor(of)).toBe(
          'v1:111122223333:role/team/ci-runner:ec2:RunInstances:instance/*:implicit-deny:identity-based:-',
        );
      }),
    );
  });
});

describe('fingerprintOf with a decoded message', () => {
  it('is the fingerprint where the sentence names the action', () => {
    expect(fingerprintOf(denial(), { ...DECODED, action: 'ec2:RunInstances' })).toBe(PASS_ROLE);
  });

  it('takes action, resource and verdict from the decoded message', () => {
    expect(fingerprintOf(denial(null), DECODED)).toBe(PASS_ROLE.replace('identity-based', '-'));
    expect(fingerprintOf(denial(null, { principal: { ...ROLE, arn: null } }), DECODED)).toBe(
      PASS_ROLE.replace('identity-based', '-'),
    );
  });
});
