import fc from 'fast-check';
import { LIMITS, partsOf, sizeOf } from '../../../core/forms/size';
import { hostilePolicy } from './hostile-policy';
import { PASS_ROLE, policyOf, RUN_INSTANCES } from './policies';

test('LIMITS are those of the IAM quotas page', () => {
  expect(LIMITS).toEqual({ role: 10_240, user: 2_048, managed: 6_144 });
});

test('sizeOf counts no white space', () => {
  expect(sizeOf(policyOf())).toBe('{"Version":"2012-10-17","Statement":[]}'.length);
  const spaced = policyOf({ ...PASS_ROLE, Resource: 'a b' });
  expect(sizeOf(spaced)).toBe(JSON.stringify(spaced).length - 1);
});

describe('partsOf', () => {
  it('keeps every statement in its order, and joins what fits', () => {
    fc.assert(
      fc.property(hostilePolicy, fc.integer({ min: 1, max: 900 }), (policy, limit) => {
        const parts = partsOf(policy, limit);
        expect(parts.flatMap(({ Statement }) => Statement)).toEqual(policy.Statement);
        for (const part of parts)
          expect(part.Statement.length === 1 || sizeOf(part) <= limit).toBe(true);
      }),
    );
  });

  it('leaves a policy that fits whole', () => {
    const policy = policyOf(PASS_ROLE, RUN_INSTANCES);
    expect(partsOf(policy, sizeOf(policy))).toEqual([policy]);
    expect(partsOf(policy, sizeOf(policy) - 1)).toEqual([
      policyOf(PASS_ROLE),
      policyOf(RUN_INSTANCES),
    ]);
  });
});
