// explained → [simulated]: a denial is asked about in its own account alone.
import { parseArn } from '../arn';
import type { Simulate } from '../simulate/simulator';

/**
 * Keeps the simulator to principals of the account that a denial happened in: whoever sends events of
 * one account learns nothing about the policies of another. Without an account nothing is held back.
 */
export function simulatorWithin(account: string, simulate: Simulate | null): Simulate | null {
  if (simulate === null || account === '') return simulate;
  return async (query) =>
    parseArn(query.principalArn)?.account === account
      ? simulate(query)
      : { kind: 'refused', because: 'not-found' };
}
