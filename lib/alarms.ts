// event → rule → queue → function → table, alerts; [alarms] watch each of them
import {
  Alarm,
  ComparisonOperator,
  type Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { AlertTopic } from './alert-topic';
import type { DenialFunction } from './denial-function';
import type { DenialQueue } from './denial-queue';
import type { DenialRule } from './denial-rule';

const PERIOD = Duration.minutes(5);

/** A denial that always fails spends five receives of three minutes in the queue, then leaves it. */
const LATE = Duration.minutes(15);

/** Properties of the alarms. */
export interface AlarmsProps {
  readonly rule: DenialRule;
  readonly denials: DenialQueue;
  readonly function: DenialFunction;
  /** Where alarms are published. */
  readonly alerts: AlertTopic;
}

interface Watch {
  readonly metric: Metric;
  /** The highest value that is still calm. */
  readonly calm: number;
  readonly description: string;
}

/**
 * Tells people when this stack itself does not work.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 */
export class Alarms extends Construct {
  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    const watches = {
      UndeliveredDenials: undeliveredDenials(props),
      UnexplainedDenials: unexplainedDenials(props),
      FunctionErrors: functionErrors(props),
      LateDenials: lateDenials(props),
    };
    for (const [name, watch] of Object.entries(watches)) this.addAlarm(name, watch, props.alerts);
  }

  private addAlarm(id: string, { metric, calm, description }: Watch, { topic }: AlertTopic): void {
    const alarm = new Alarm(this, id, {
      alarmDescription: description,
      metric,
      threshold: calm,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(topic));
  }
}

function undeliveredDenials({ rule, denials }: AlarmsProps): Watch {
  const { deadLetterQueue } = rule;
  return {
    metric: deadLetterQueue.metricApproximateNumberOfMessagesVisible(maximum()),
    calm: 0,
    description: [
      'EventBridge could not deliver denied launches to the queue, so nobody was alerted about them.',
      `They wait for 14 days in ${deadLetterQueue.queueName}.`,
      'Next steps: read the attributes ERROR_CODE and ERROR_MESSAGE of a message there,',
      'deploy this stack again to restore the queue and its policy,',
      `then send the body of each message to ${denials.queue.queueName} and delete it.`,
    ].join(' '),
  };
}

function unexplainedDenials(props: AlarmsProps): Watch {
  const { deadLetterQueue, maxReceives } = props.denials;
  return {
    metric: deadLetterQueue.metricApproximateNumberOfMessagesVisible(maximum()),
    calm: 0,
    description: [
      `The function received denied launches ${maxReceives} times and did not finish them,`,
      'so alerts about them might be missing.',
      `They wait for 14 days in ${deadLetterQueue.queueName}.`,
      `Next steps: read the errors in the log group ${props.function.logGroup.logGroupName},`,
      'remove their cause, then start a dead-letter queue redrive to the source queue.',
    ].join(' '),
  };
}

function functionErrors(props: AlarmsProps): Watch {
  return {
    metric: props.function.function.metricErrors({ period: PERIOD }),
    calm: 0,
    description: [
      'The function that explains denied launches stopped with an error or at its timeout.',
      `SQS delivers the denials again, up to ${props.denials.maxReceives} times; alerts are late.`,
      `Next steps: read the errors in the log group ${props.function.logGroup.logGroupName};`,
      'if they began with a deployment, deploy the version before it.',
    ].join(' '),
  };
}

function lateDenials(props: AlarmsProps): Watch {
  return {
    metric: props.denials.queue.metricApproximateAgeOfOldestMessage(maximum()),
    calm: LATE.toSeconds(),
    description: [
      `A denied launch has waited more than ${LATE.toMinutes()} minutes in ${props.denials.queue.queueName};`,
      'alerts are late.',
      `Next steps: look at the throttles and the duration of ${props.function.function.functionName};`,
      'if it is not invoked at all, check that its event source mapping is enabled.',
    ].join(' '),
  };
}

function maximum() {
  return { statistic: 'Maximum', period: PERIOD };
}
