// event → [rule] → queue → function → table, alerts
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { IQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { denialPattern, type DenialPatternProps } from './denial-pattern';
import { UndeliveredQueue } from './undelivered-queue';

/** Properties of the rule. */
export interface DenialRuleProps extends DenialPatternProps {
  /** Where matched events go. */
  readonly queue: IQueue;
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

  constructor(scope: Construct, id: string, { queue, ...pattern }: DenialRuleProps) {
    super(scope, id);
    this.deadLetterQueue = new UndeliveredQueue(this, 'DeadLetters');
    this.rule = new Rule(this, 'Rule', {
      description: 'Denied EC2 launches, for Launch Denied to explain',
      eventPattern: denialPattern(pattern),
      targets: [new SqsQueue(queue, { deadLetterQueue: this.deadLetterQueue })],
    });
  }
}
