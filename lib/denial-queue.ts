// event → rule → [queue] → function → table, alerts
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

/** Times SQS hands out a denial before it counts as poison; Lambda asks for at least five. */
const MAX_RECEIVES = 5;

/** Lambda asks for six function timeouts, so that no batch reappears while it is being worked on. */
const VISIBILITY_FACTOR = 6;

/** The longest time SQS keeps a message. */
export const MESSAGE_RETENTION = Duration.days(14);

/** Properties of the queue. */
export interface DenialQueueProps {
  /** Timeout of the function that reads the queue. */
  readonly functionTimeout: Duration;
}

/**
 * Buffers denials between the rule and the function, and keeps those that failed.
 *
 * Encrypted with keys of SQS: EventBridge cannot write to a queue under the AWS managed key
 * `alias/aws/sqs`, and says so nowhere but in a metric.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-troubleshooting.html
 */
export class DenialQueue extends Construct {
  /** Where the rule writes and the function reads. */
  readonly queue: Queue;
  /** Where a denial goes that the function received `maxReceives` times in vain. */
  readonly deadLetterQueue: Queue;
  /** Times a denial is received before it moves to the dead-letter queue. */
  readonly maxReceives = MAX_RECEIVES;

  constructor(scope: Construct, id: string, props: DenialQueueProps) {
    super(scope, id);
    this.deadLetterQueue = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: MESSAGE_RETENTION,
    });
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: MESSAGE_RETENTION,
      visibilityTimeout: Duration.seconds(VISIBILITY_FACTOR * props.functionTimeout.toSeconds()),
      deadLetterQueue: { queue: this.deadLetterQueue, maxReceiveCount: MAX_RECEIVES },
    });
  }
}
