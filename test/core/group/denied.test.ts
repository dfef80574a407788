import { deniedOf, isReadable } from '../../../core/group/denied';
import { DECODED, denial, EVENT, ROLE, SENTENCE } from './denial';

describe('isReadable', () => {
  it('is false without a sentence or an action in it', () => {
    expect(isReadable(denial(null))).toBe(false);
    expect(isReadable(denial({ action: null }))).toBe(false);
  });

  it('is true where the sentence names the action', () => {
    expect(isReadable(denial())).toBe(true);
  });
});

describe('deniedOf', () => {
  it('says little where nothing is known', () => {
    expect(deniedOf(denial(null, { principal: null, action: null, event: null }), null)).toEqual({
      account: null,
      principal: null,
      action: null,
      resource: null,
      verdict: 'undetermined',
      policyType: null,
      policyArn: null,
    });
  });

  it('does not hear the decoded message beside a sentence', () => {
    const decoded = { ...DECODED, action: 'ec2:CreateTags', resource: '*', explicitDeny: true };
    expect(deniedOf(denial(), decoded)).toEqual(deniedOf(denial(), null));
  });

  it.each([
    [true, 'explicit-deny'],
    [false, 'implicit-deny'],
    [null, 'undetermined'],
  ] as const)('hears the decoded message without a sentence: %j is %s', (explicitDeny, verdict) => {
    const bare = denial(null, { principal: null, event: { ...EVENT, account: '' } });
    expect(deniedOf(bare, { ...DECODED, explicitDeny })).toMatchObject({
      account: '111122223333',
      principal: { kind: 'role-session', name: 'ci-runner' },
      action: SENTENCE.action,
      resource: SENTENCE.resource,
      verdict,
    });
  });

  it('believes the record on the principal, whose path it knows', () => {
    expect(deniedOf(denial(), null).principal).toBe(ROLE);
  });

  it('believes the sentence where the record names only a service', () => {
    const principal = {
      kind: 'aws-service',
      arn: null,
      name: 'autoscaling.amazonaws.com',
    } as const;
    expect(deniedOf(denial({}, { principal }), null).principal).toMatchObject({
      name: 'ci-runner',
    });
    expect(deniedOf(denial({ principalArn: null }, { principal }), null).principal).toBe(principal);
  });

  it('knows no account of a principal without an ARN', () => {
    const principal = { kind: 'root', arn: null, name: 'root' } as const;
    const bare = denial({ principalArn: null }, { principal, event: null });
    expect(deniedOf(bare, null).account).toBeNull();
  });
});
