// table → [sweep] → alerts: what waits for no denial, every five minutes
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Duration, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { WayFunction, type WayFunctionProps } from './way-function';

/** Longest time for one sweep; the next begins later. */
const TIMEOUT = Duration.seconds(120);

/** How often it sweeps. */
const SWEEP_INTERVAL = Duration.minutes(5);

/**
 * Sends what is pending, tries again, counts again, explains again and makes the digest.
 *
 * What a sweep leaves undone, the next one does: nothing tries a failed one again, and no failed one
 * is kept in a dead-letter queue. Nobody else invokes it, so that no concurrency is reserved either.
 *
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-templated.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
export class SweepFunction extends WayFunction {
  readonly schedule: Schedule;

  constructor(scope: Construct, id: string, props: WayFunctionProps) {
    super(scope, id, props, {
      exported: 'sweep',
      description: 'Sends what waits: alerts that were held back or failed, and the digest',
      timeout: TIMEOUT,
      purpose: 'sends alerts that wait, and the digest',
    });
    // Scheduler invokes asynchronously, which Lambda would try twice more on its own.
    this.function.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: SWEEP_INTERVAL });
    this.schedule = new Schedule(this, 'Schedule', {
      description: 'Lets Launch Denied send what waits',
      schedule: ScheduleExpression.rate(SWEEP_INTERVAL),
      target: new LambdaInvoke(this.function, {
        // The role of the CDK would invoke every version, and lie outside this construct.
        role: this.createInvoker().withoutPolicyUpdates(),
        maxEventAge: SWEEP_INTERVAL,
        retryAttempts: 1,
      }),
    });
  }

  private createInvoker(): Role {
    const stack = Stack.of(this);
    const group = { service: 'scheduler', resource: 'schedule-group', resourceName: 'default' };
    return new Role(this, 'Invoker', {
      description: 'Launch Denied: invokes the sweep',
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: {
          StringEquals: {
            'aws:SourceAccount': stack.account,
            'aws:SourceArn': stack.formatArn(group),
          },
        },
      }),
      inlinePolicies: {
        Invoke: new PolicyDocument({
          statements: [
            new PolicyStatement({
              actions: ['lambda:InvokeFunction'],
              resources: [this.function.functionArn],
            }),
          ],
        }),
      },
    });
  }
}
