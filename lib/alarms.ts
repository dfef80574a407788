// event → rule → queue → function → table → sweep → alerts; [alarms] watch each of them
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Construct } from 'constructs';
import { denialWatches } from './alarms/denials';
import { sweepWatches } from './alarms/sweep';
import { topicWatches } from './alarms/topics';
import type { Watch, Watched } from './alarms/watch';
import type { AlertTopic } from './alert-topic';

/** Properties of the alarms: the stages they watch. */
export type AlarmsProps = Watched;

/**
 * Tells people when this stack itself does not work.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 */
export class Alarms extends Construct {
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    const watches = { ...denialWatches(props), ...sweepWatches(props), ...topicWatches(props) };
    const { alerts } = props.topics;
    this.alarms = Object.entries(watches).map(([name, watch]) => this.alarmOf(name, watch, alerts));
  }

  private alarmOf(id: string, watch: Watch, { topic }: AlertTopic): Alarm {
    const { metric, calm, description, busy = false } = watch;
    const alarm = new Alarm(this, id, {
      alarmDescription: description,
      metric,
      threshold: calm,
      comparisonOperator: busy
        ? ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD
        : ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: busy ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(topic));
    return alarm;
  }
}
