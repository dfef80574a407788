// facts → [check] → report: a queue as SQS describes it.
import { type Answer, fault, type Finding, ofKnown } from './check';

/** What SQS tells of a queue; counts are approximate. */
export interface Queue {
  readonly url: string;
  readonly arn: string;
  /** JSON; null where it has none. */
  readonly policy: string | null;
  /** The key of KMS that encrypts it; null where there is none. */
  readonly kmsKey: string | null;
  /** Messages that wait. */
  readonly waiting: number;
  /** Messages that were received and are not deleted yet. */
  readonly inFlight: number;
}

/** Judges a queue that exists; null is one that does not. */
export function ofQueue(
  answer: Answer<Queue | null>,
  what: string,
  judge: (queue: Queue) => Finding,
): readonly Finding[] {
  return ofKnown(answer, (queue) => [
    queue === null
      ? fault('failed', `The ${what} does not exist any more.`, 'Deploy the stack again.')
      : judge(queue),
  ]);
}
