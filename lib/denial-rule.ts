// event → [rule] → queue → function → table, alerts
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { MESSAGE_RETENTION } from './denial-queue';
import type { LaunchOperation } from './settings';

/**
 * EC2 itself, and a source of our own for test events: nobody may put events as `aws.ec2`.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html
 */
const SOURCES = ['aws.ec2', 'launch-denied.test'];

/** CloudTrail writes the first; the others are what the EC2 API and other services answer. */
const ERROR_CODES = [
  'Client.UnauthorizedOperation',
  'UnauthorizedOperation',
  'AccessDenied',
  'AccessDeniedException',
];

/** Properties of the rule. */
export interface DenialRuleProps {
  /** Where matched events go. */
  readonly queue: IQueue;
  /** EC2 operations whose denials match. */
  readonly operations: readonly LaunchOperation[];
}

/**
 * Matches denied launches on the default event bus and sends them to the queue.
 *
 * Events reach the bus only in a Region where a trail with logging records write management events.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
 */
export class DenialRule extends Construct {
  /** The rule on the default event bus. */
  readonly rule: Rule;
  /** Where EventBridge leaves events it could not deliver to the queue. */
  readonly deadLetterQueue: Queue;

  constructor(scope: Construct, id: string, props: DenialRuleProps) {
    super(scope, id);
    this.deadLetterQueue = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: MESSAGE_RETENTION,
    });
    Validations.of(this.deadLetterQueue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is the dead-letter queue of a rule target, which the check does not look at.',
    });
    this.rule = new Rule(this, 'Rule', {
      description: 'Denied EC2 launches, for Launch Denied to explain',
      eventPattern: {
        source: SOURCES,
        detailType: ['AWS API Call via CloudTrail'],
        detail: {
          eventSource: ['ec2.amazonaws.com'],
          errorCode: ERROR_CODES,
          eventName: [...props.operations],
        },
      },
      targets: [new SqsQueue(props.queue, { deadLetterQueue: this.deadLetterQueue })],
    });
  }
}
