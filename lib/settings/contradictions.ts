// What is wrong with settings that are each allowed and do not fit together.
import type { ParsedSettings } from './given';
import { alertsSubscriptions, hasReceivers, smsSubscriptions } from './receivers';

/** Says of settings what contradicts itself, and what to change. */
export function contradictions(settings: ParsedSettings): readonly string[] {
  return [
    ...unheardAlarms(settings),
    ...doubleEndpoints(settings),
    ...emptyFilters(settings),
    ...doubleMembers(settings),
  ];
}

function doubleMembers({ organization, accounts }: ParsedSettings): readonly string[] {
  if (organization === null || accounts.length === 0) return [];
  return [
    'both organization and accounts say whose denials come here: keep organization for all of its accounts, or accounts for these alone',
  ];
}

function unheardAlarms(settings: ParsedSettings): readonly string[] {
  const isHeard = alertsSubscriptions(settings).some(({ filter }) => filter === undefined);
  if (isHeard || !hasReceivers(settings)) return [];
  return [
    'nobody would receive the alarms about the stack itself, which pass no filter and go to neither chat nor sms: add an address to emails, or a subscription without filter that is not sms',
  ];
}

/** SNS knows an endpoint once for each protocol, with one filter. */
function doubleEndpoints(settings: ParsedSettings): readonly string[] {
  const all = [...alertsSubscriptions(settings), ...smsSubscriptions(settings)];
  const names = all.map(({ protocol, endpoint }) => `${protocol} ${endpoint}`);
  const doubled = names.filter((name, at) => names.indexOf(name) !== at);
  return [...new Set(doubled)].map(
    (name) => `${name} is subscribed more than once: keep one of them in emails or subscriptions`,
  );
}

const WITHHELD = ['principal', 'accountId'] as const;

function emptyFilters({ privacy, subscriptions }: ParsedSettings): readonly string[] {
  if (privacy === 'full') return [];
  return subscriptions.flatMap(({ endpoint, filter = {} }) =>
    WITHHELD.filter((name) => filter[name] !== undefined).map(
      (name) =>
        `the filter of ${endpoint} names ${name}, which privacy summary withholds: remove it from the filter, or set privacy to full`,
    ),
  );
}
