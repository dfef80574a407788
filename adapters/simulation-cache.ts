// suggested → [simulated]: remembers answers, so that a storm of one cause asks once.
import { parseArn } from '../core/arn';
import type { Simulate, SimulationAnswer } from '../core/simulate/simulator';
import { keepLatest } from './latest';

const MINUTE = 60_000;
/** How long an answer is believed: policies change. */
const BELIEVED = 5 * MINUTE;
/** How long IAM is left alone after it was throttled or did not answer, so that no batch waits for it twice. */
const RESTED = MINUTE;
const MOST = 500;

/** Accounts whose IAM is left alone at once; of more, the first are asked again. */
const MOST_RESTING = 32;

interface Remembered {
  readonly until: number;
  readonly answer: SimulationAnswer;
}

/**
 * Makes a simulator that asks another one once in five minutes for each question. Each account has an
 * IAM of its own. That a reader role was refused is remembered where it was assumed.
 */
export function remembering(simulate: Simulate, now: () => number): Simulate {
  const answers = new Map<string, Remembered>();
  const rests = new Map<string, Remembered>();
  return async (query) => {
    const key = JSON.stringify(query);
    const { account = '' } = parseArn(query.principalArn) ?? {};
    const known = valid(answers.get(key), now()) ?? valid(rests.get(account), now());
    if (known !== null) return known;
    const answer = await simulate(query);
    if (isPassing(answer))
      keepLatest(rests, account, { until: now() + RESTED, answer }, MOST_RESTING);
    else if (!isOfReader(answer))
      keepLatest(answers, key, { until: now() + BELIEVED, answer }, MOST);
    return answer;
  };
}

function valid(remembered: Remembered | undefined, now: number): SimulationAnswer | null {
  return remembered !== undefined && remembered.until > now ? remembered.answer : null;
}

function isOfReader(answer: SimulationAnswer): boolean {
  return answer.kind === 'refused' && answer.because === 'no-reader';
}

/** What another minute might mend. */
function isPassing(answer: SimulationAnswer): boolean {
  return (
    answer.kind === 'refused' && (answer.because === 'throttled' || answer.because === 'fault')
  );
}
