import { POLICY_TYPES, VERDICTS } from '../../../core/contract';
import { reasonCode, REASONS } from '../../../core/explain/reasons';

describe('reasonCode', () => {
  test('falls back to the verdict where AWS has no such reason', () => {
    expect(reasonCode('implicit-deny', 'resource-control-policy')).toBe('NO_ALLOW');
    expect(reasonCode('undetermined', 'session-policy')).toBe('NOT_STATED');
  });

  test.each([
    ['explicit-deny', null, 'EXPLICIT_DENY'],
    ['implicit-deny', null, 'NO_ALLOW'],
    ['explicit-deny', 'service-control-policy', 'SERVICE_CONTROL_POLICY_EXPLICIT_DENY'],
    ['implicit-deny', 'identity-based', 'IDENTITY_BASED_POLICY_NO_ALLOW'],
  ] as const)('%s in %s is %s', (verdict, policyType, code) => {
    expect(reasonCode(verdict, policyType)).toBe(code);
  });

  test('gives every policy type and verdict a code of the same verdict', () => {
    for (const verdict of VERDICTS) {
      for (const type of [...POLICY_TYPES, null]) {
        expect(REASONS[reasonCode(verdict, type)].verdict).toBe(verdict);
      }
    }
  });
});
