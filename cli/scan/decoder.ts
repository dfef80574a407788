// denial → [decoded]: asks STS for the history, no faster than it likes.
import { setTimeout as wait } from 'node:timers/promises';
import type { BatchPorts } from '../../core/batch/ports';

/** STS is shared with everything else in the account. */
const PAUSE_MILLISECONDS = 200;

/** Never asks; what STS would tell stays unknown. */
export const asksNobody: BatchPorts['decode'] = () =>
  Promise.resolve({ kind: 'unavailable', because: 'no-network', cause: null });

/** Asks at most five times a second, one after the other. */
export function paced(decode: BatchPorts['decode']): BatchPorts['decode'] {
  let turn: Promise<unknown> = Promise.resolve();
  return (message, origin) => {
    const answer = turn.then(() => decode(message, origin));
    turn = answer.then(() => wait(PAUSE_MILLISECONDS));
    return answer;
  };
}
