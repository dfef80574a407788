// explained → [simulated]: principals are asked about in one account alone.
import { parseArn } from '../arn';
import type { Simulate } from '../simulate/simulator';

/**
 * Keeps a simulator to principals of one account, as IAM does: whoever sends events of one account
 * learns nothing about the policies of another. Without an account nothing is held back.
 */
export function simulatorWithin(account: string, simulate: Simulate): Simulate {
  if (account === '') return simulate;
  return async (query) =>
    parseArn(query.principalArn)?.account === account
      ? simulate(query)
      : { kind: 'refused', because: 'not-found' };
}
