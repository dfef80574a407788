// facts → [check] → report: denials do not wait, and none was given up.
import { type Answer, fault, type Finding, ok } from './check';
import { awsCli, type Place } from './command';
import { ofQueue, type Queue } from './queue';
import { counted } from './sentence';

/** What five functions take at once, in batches of ten. */
const A_STORM = 50;

/** The function takes denials within seconds: many that wait are a storm, or it stands still. */
export function judgeBacklog(answer: Answer<Queue | null>): readonly Finding[] {
  return ofQueue(answer, 'queue', ({ waiting, inFlight }) => {
    const found = `${waits(waiting)} in the queue, and ${counted(inFlight, 'is', 'are')} being worked on.`;
    if (waiting <= A_STORM) return ok(found);
    return fault(
      'warning',
      found,
      'Look at the checks of the function; run the doctor again in a minute, which tells whether they become fewer.',
    );
  });
}

/** Denials that the function received five times in vain. */
export function judgeDeadLetters(answer: Answer<Queue | null>, place: Place): readonly Finding[] {
  return ofQueue(answer, 'dead-letter queue of the queue', (queue) => {
    const count = queue.waiting + queue.inFlight;
    if (count === 0) return ok('The function gave up no denial.');
    return fault(
      'failed',
      `${waits(count)} that the function could not work on; each is kept for 14 days.`,
      'Mend what the last errors of the function tell, and send the denials through again.',
      awsCli('sqs start-message-move-task', [['source-arn', queue.arn]], place),
    );
  });
}

/**
 * Denials that EventBridge could not deliver. SQS moves messages only out of dead-letter queues of
 * queues, and this one is of a rule.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html
 */
export function judgeUndelivered(answer: Answer<Queue | null>, place: Place): readonly Finding[] {
  return ofQueue(answer, 'dead-letter queue of the rule', (queue) => {
    const count = queue.waiting + queue.inFlight;
    if (count === 0) return ok('EventBridge delivered each denial.');
    return fault(
      'failed',
      `${waits(count)} that EventBridge could not deliver; each is kept for 14 days.`,
      'Mend what the checks before this one tell, record what was missed with launch-denied scan --last 14d --into-stack, and empty this queue then.',
      awsCli('sqs purge-queue', [['queue-url', queue.url]], place),
    );
  });
}

/** `1 denial waits`, `1,200 denials wait` */
export function waits(count: number): string {
  return counted(count, 'denial waits', 'denials wait');
}
