// Who receives alerts, and on which topic.
import type { ParsedSettings } from './given';
import type { AlertSubscription } from './subscriptions';

/** Subscriptions of the topic of e-mails, which also carries alarms. */
export function alertsSubscriptions(
  settings: Pick<ParsedSettings, 'emails' | 'subscriptions'>,
): readonly AlertSubscription[] {
  const emails = settings.emails.map((endpoint) => ({ protocol: 'email', endpoint }) as const);
  return [...emails, ...settings.subscriptions.filter(({ protocol }) => protocol !== 'sms')];
}

/** Subscriptions of the topic of text messages. */
export function smsSubscriptions({
  subscriptions,
}: Pick<ParsedSettings, 'subscriptions'>): readonly AlertSubscription[] {
  return subscriptions.filter(({ protocol }) => protocol === 'sms');
}

/** Whether anybody receives anything. */
export function hasReceivers({ emails, subscriptions, slack, teams }: ParsedSettings): boolean {
  return [emails, subscriptions, slack, teams].some(({ length }) => length > 0);
}
