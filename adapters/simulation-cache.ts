// suggested → [simulated]: remembers answers, so that a storm of one cause asks once.
import { parseArn } from '../core/arn';
import type { Simulate, SimulationAnswer } from '../core/simulate/simulator';

const MINUTE = 60_000;
/** How long an answer is believed: policies change. */
const BELIEVED = 5 * MINUTE;
/** How long IAM is left alone after it was throttled or did not answer, so that no batch waits for it twice. */
const RESTED = MINUTE;
const MOST = 500;

/** Makes a simulator that asks another one once in five minutes for each question. */
export function remembering(simulate: Simulate, now: () => number): Simulate {
  const answers = new Map<string, { readonly until: number; readonly answer: SimulationAnswer }>();
  let rest: { readonly until: number; readonly answer: SimulationAnswer } | null = null;
  return async (query) => {
    const key = JSON.stringify(query);
    const known = answers.get(key);
    if (known !== undefined && known.until > now()) return known.answer;
    if (rest !== null && rest.until > now()) return rest.answer;
    const answer = await simulate(query);
    if (isPassing(answer)) rest = { until: now() + RESTED, answer };
    else {
      answers.delete(key);
      answers.set(key, { until: now() + BELIEVED, answer });
    }
    const [oldest] = answers.keys();
    if (answers.size > MOST && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
}

/** Makes a simulator that knows the principals of one account alone, as IAM does. */
export function within(account: string, simulate: Simulate): Simulate {
  return async (query) =>
    parseArn(query.principalArn)?.account === account
      ? simulate(query)
      : { kind: 'refused', because: 'not-found' };
}

/** What another minute might mend. */
function isPassing(answer: SimulationAnswer): boolean {
  return (
    answer.kind === 'refused' && (answer.because === 'throttled' || answer.because === 'fault')
  );
}
