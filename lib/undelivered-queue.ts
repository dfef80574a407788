// rule → [dead-letter queue]: what EventBridge could not deliver
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { RemovalPolicy, Validations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { MESSAGE_RETENTION } from './denial-queue';

/** Keeps events that a rule could not deliver to its target, and goes with its stack. */
export class UndeliveredQueue extends Queue {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: MESSAGE_RETENTION,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is the dead-letter queue of a rule target, which the check does not look at.',
    });
  }
}
