// grouped → [alert]: how many alerts may leave.
import type { BudgetLimits } from '../group/stored';

/**
 * SNS suspends an e-mail subscription above 10 messages a second; functions and the sweep take half of
 * that each, with some room.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html
 */
const ALERTS_A_SECOND = 4;

/**
 * The limits of functions. Of each minute they leave one alert to the sweep, which folds what waits into
 * it. Who allows more than 240 a minute has no e-mail subscription.
 */
export function budgetLimits({
  alertsPerMinute,
}: {
  readonly alertsPerMinute: number;
}): BudgetLimits {
  return {
    perMinute: Math.max(1, alertsPerMinute - 1),
    perSecond: Math.max(ALERTS_A_SECOND, Math.ceil(alertsPerMinute / 60)),
  };
}
