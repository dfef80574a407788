// [metrics] of the dashboard: what was denied, what became of it, and how the pipeline does.
import {
  GraphWidget,
  type IMetric,
  type IWidget,
  MathExpression,
  Stats,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import type { Watched } from '../alarms/watch';

const PERIOD = Duration.minutes(5);
const WIDTH = 8;
const HEIGHT = 6;

/** As `core/alert/metrics.ts` names it. */
const NAMESPACE = 'LaunchDenied';

/** The stages whose metrics are shown. */
export type Measured = Pick<Watched, 'denials' | 'rule' | 'function' | 'sweep'>;

/** The rows of metric widgets. */
export function metricWidgets(stages: Measured): readonly (readonly IWidget[])[] {
  const { denials, rule, function: explain, sweep } = stages;
  const functions = [explain.function, sweep.function];
  return [
    [
      graph('Denials by Region', [search('Region', 'Denials')], true),
      graph('Denials by reason', [search('Region,Reason', 'Denials', 'Reason')], true),
      graph('Alerts', [
        search('Region', 'Alerts', 'Region', 'alerted '),
        search('Region', 'HeldBack', 'Region', 'held back '),
      ]),
    ],
    [
      graph('Encoded messages', [
        search('Region', 'Decoded', 'Region', 'decoded '),
        search('Region', 'NotDecoded', 'Region', 'not decoded '),
      ]),
      graph('Denials that wait', [
        denials.queue.metricApproximateNumberOfMessagesVisible(maximum('in the queue')),
        denials.deadLetterQueue.metricApproximateNumberOfMessagesVisible(maximum('not explained')),
        rule.deadLetterQueue.metricApproximateNumberOfMessagesVisible(maximum('not delivered')),
      ]),
      graph('Age of the oldest, in seconds', [
        denials.queue.metricApproximateAgeOfOldestMessage(maximum('oldest denial')),
      ]),
    ],
    [
      graph(
        'Errors of the functions',
        functions.map((each) => each.metricErrors(sum())),
      ),
      graph(
        'Throttles of the functions',
        functions.map((each) => each.metricThrottles(sum())),
      ),
      graph(
        'Duration, 95th percentile',
        functions.map((each) =>
          each.metricDuration({ period: PERIOD, statistic: Stats.percentile(95) }),
        ),
      ),
    ],
  ];
}

function graph(title: string, left: IMetric[], stacked = false): GraphWidget {
  return new GraphWidget({ title, left, stacked, width: WIDTH, height: HEIGHT, period: PERIOD });
}

/** One line for each value that denials were counted under: nobody knows the Regions before. */
function search(dimensions: string, name: string, label = 'Region', before = ''): MathExpression {
  return new MathExpression({
    expression: `SEARCH('{${NAMESPACE},${dimensions}} MetricName="${name}"', 'Sum', ${PERIOD.toSeconds()})`,
    label: `${before}\${PROP('Dim.${label}')}`,
    period: PERIOD,
  });
}

function maximum(label: string) {
  return { label, period: PERIOD, statistic: Stats.MAXIMUM };
}

function sum() {
  return { period: PERIOD, statistic: Stats.SUM };
}
