// event → rule → queue → [function] → table, alerts
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { WayFunction, type WayFunctionProps } from './way-function';
import type { DenialQueue } from './denial-queue';

/** Longest time for one batch. */
export const FUNCTION_TIMEOUT = Duration.seconds(30);

/** Properties of the function. */
export interface DenialFunctionProps extends WayFunctionProps {
  /** Where denials come from. */
  readonly denials: DenialQueue;
}

/**
 * Explains denials: reads the queue, asks STS, stores in the table, publishes alerts.
 *
 * Concurrency is bounded by the event source mapping and not reserved, because a reservation fails to
 * deploy in an account with a small limit.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
 */
export class DenialFunction extends WayFunction {
  constructor(scope: Construct, id: string, props: DenialFunctionProps) {
    const { queueArn } = props.denials.queue;
    super(scope, id, props, {
      exported: 'handler',
      description: 'Explains denied EC2 launches and publishes alerts about them',
      timeout: FUNCTION_TIMEOUT,
      purpose: 'decodes, stores and alerts about denied EC2 launches',
      queueArn,
    });
    new EventSourceMapping(this, 'Source', {
      target: this.function,
      eventSourceArn: queueArn,
      batchSize: 10,
      reportBatchItemFailures: true,
      maxConcurrency: 5,
    });
  }
}
