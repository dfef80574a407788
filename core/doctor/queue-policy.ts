// facts → [check] → report: EventBridge may write to the queue, and to the one for what fails.
import { type Answer, fault, type Finding, ok } from './check';
import { awsCli, type Place } from './command';
import { ofQueue, type Queue } from './queue';
import { answerOf, type Sending, withStatement } from './queue-statements';

/** The rule that writes to a queue. */
export type Writer = Omit<Sending, 'queueArn'>;

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html */
export function judgeQueuePolicy(
  answer: Answer<Queue | null>,
  what: string,
  writer: Writer,
  place: Place,
): readonly Finding[] {
  return ofQueue(answer, what, (queue) =>
    judge(queue, { queueArn: queue.arn, ...writer }, what, place),
  );
}

function judge(queue: Queue, sending: Sending, what: string, place: Place): Finding {
  const said = answerOf(queue.policy ?? '{"Statement":[]}', sending);
  switch (said.kind) {
    case 'allowed':
      return ok(`The policy of the ${what} lets EventBridge write.`);
    case 'not-allowed':
      return fault(
        'failed',
        `The policy of the ${what} does not let EventBridge write for this rule.`,
        'Deploy the stack again, or add the statement now.',
        setPolicy(queue, sending, place),
      );
    case 'denied':
      return fault(
        'failed',
        `Statement "${said.sid}" in the policy of the ${what} denies what EventBridge sends.`,
        'Take events.amazonaws.com out of that Deny.',
      );
    case 'unsure':
      return fault(
        'warning',
        `Statement "${said.sid}" in the policy of the ${what} might deny what EventBridge sends.`,
        'Look at its conditions; launch-denied doctor --send-test tells whether a denial arrives.',
      );
    case 'not-readable':
      return fault(
        'warning',
        `The policy of the ${what} has a form that the doctor does not read.`,
        'Run launch-denied doctor --send-test, which tells whether a denial arrives.',
      );
  }
}

function setPolicy({ url, policy }: Queue, sending: Sending, place: Place): string | null {
  const attributes = JSON.stringify({ Policy: withStatement(policy, sending) });
  return awsCli(
    'sqs set-queue-attributes',
    [
      ['queue-url', url],
      ['attributes', attributes],
    ],
    place,
  );
}
