// facts → [check] → report: a queue as SQS describes it.
import { parseArn } from '../arn';
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
  mend = 'Deploy the stack again.',
): readonly Finding[] {
  return ofKnown(answer, (queue) => [
    queue === null ? fault('failed', `The ${what} does not exist any more.`, mend) : judge(queue),
  ]);
}

/** Where AWS answers in partitions that have a name of their own for it. */
const DOMAINS: Readonly<Record<string, string>> = {
  'aws-cn': 'amazonaws.com.cn',
  'aws-eusc': 'amazonaws.eu',
};

/** A queue as its ARN tells it. */
export interface QueueName {
  readonly region: string;
  readonly url: string;
}

/**
 * The address of a queue; null where the ARN is not one of a queue.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html
 */
export function queueNamed(arn: string): QueueName | null {
  const { partition = '', service, region = '', account, resource } = parseArn(arn) ?? {};
  if (service !== 'sqs') return null;
  const domain = DOMAINS[partition] ?? 'amazonaws.com';
  return { region, url: `https://sqs.${region}.${domain}/${account}/${resource}` };
}
