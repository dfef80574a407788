import fc from 'fast-check';
import { holderOf, policyName } from '../../../core/forms/names';
import { hostilePolicy } from './hostile-policy';
import { PASS_ROLE, policyOf, RUN_INSTANCES } from './policies';

describe('policyName', () => {
  test.each([
    ['', /^LaunchDenied-\w{7}$/],
    ['…!', /^LaunchDenied-\w{7}$/],
    ['LaunchDenied', /^LaunchDenied-\w{7}$/],
    ['LaunchDeniedRunInstances', /^LaunchDeniedRunInstances-\w{7}$/],
    ['Run Instances', /^LaunchDeniedRunInstances-\w{7}$/],
    ['x'.repeat(200), /^LaunchDeniedx{108}-\w{7}$/],
  ])('makes a name of the Sid %j', (Sid, name) => {
    expect(policyName(policyOf({ ...PASS_ROLE, Sid }))).toMatch(name);
  });

  it('names a policy without statements', () => {
    expect(policyName(policyOf())).toMatch(/^LaunchDenied-\w{7}$/);
  });

  it('gives other names to other policies of the same Sid', () => {
    const name = policyName(policyOf(PASS_ROLE));
    expect(policyName(policyOf({ ...PASS_ROLE, Resource: '*' }))).not.toBe(name);
    expect(policyName(policyOf(PASS_ROLE, RUN_INSTANCES))).not.toBe(name);
    expect(policyName(policyOf({ ...PASS_ROLE }))).toBe(name);
  });

  it('writes only what IAM allows in a name', () => {
    fc.assert(
      fc.property(hostilePolicy, (policy) => /^[\w+=,.@-]{1,128}$/.test(policyName(policy))),
    );
  });
});

describe('holderOf', () => {
  it('knows none for a place that nothing is attached to by name', () => {
    expect(holderOf({ kind: 'permissions-boundary', name: 'b', arn: null })).toBeNull();
  });

  test.each([
    [null, null, '<user name>'],
    [null, 'anna', '<user name>'],
    [null, 'arn:aws:iam::111122223333:user/team/anna', 'anna'],
    ['anna', 'arn:aws:iam::111122223333:user/berta', 'anna'],
  ])('takes the name from %j and %j', (name, arn, holder) => {
    expect(holderOf({ kind: 'user', name, arn })).toEqual({ kind: 'user', name: holder });
  });
});
