// facts → [check] → report: EventBridge may use the key that encrypts the queue.
import { type Answer, fault, type Finding, ok } from './check';
import { awsCli, type Place } from './command';
import { ofQueue, type Queue } from './queue';

/** Nobody can let EventBridge use the key that AWS manages. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-troubleshooting.html */
export function judgeQueueEncryption(
  answer: Answer<Queue | null>,
  place: Place,
): readonly Finding[] {
  return ofQueue(answer, 'queue', (queue) => {
    const { kmsKey } = queue;
    if (kmsKey === null) return ok('The queue is encrypted without a key of KMS.');
    const command = withoutKey(queue, place);
    if (/(?:^|:)alias\/aws\/sqs$/.test(kmsKey))
      return fault(
        'failed',
        `The queue is encrypted with ${kmsKey}, which EventBridge cannot use.`,
        'Encrypt it with keys of SQS.',
        command,
      );
    return fault(
      'warning',
      `The queue is encrypted with the key ${kmsKey}, and the doctor does not read its policy.`,
      'Let events.amazonaws.com use that key, or encrypt the queue with keys of SQS.',
      command,
    );
  });
}

function withoutKey({ url }: Queue, place: Place): string | null {
  const attributes = { KmsMasterKeyId: '', SqsManagedSseEnabled: 'true' };
  return awsCli(
    'sqs set-queue-attributes',
    [
      ['queue-url', url],
      ['attributes', JSON.stringify(attributes)],
    ],
    place,
  );
}
