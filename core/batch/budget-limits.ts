// grouped → [alert]: how many alerts may leave.
import type { BudgetLimits } from '../group/stored';

/**
 * SNS suspends an e-mail subscription above 10 messages a second; functions and the sweep take half of
 * that each, with some room.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html
 */
const ALERTS_A_SECOND = 4;

/** The limits of a deployment; who allows more than 240 a minute has no e-mail subscription. */
export function budgetLimits({
  alertsPerMinute,
}: {
  readonly alertsPerMinute: number;
}): BudgetLimits {
  return {
    perMinute: alertsPerMinute,
    perSecond: Math.max(ALERTS_A_SECOND, Math.ceil(alertsPerMinute / 60)),
  };
}
