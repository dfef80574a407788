// grouped → [alert]: every sentence that only alerts say; the rules are in docs/writing.md.
import { causes, denials, grouped } from '../group/sentences';
import type { Mute } from '../group/state';
import type { Alert } from './alert';

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** `09:14 UTC` on the day of the other time, else with its date; words for what is no ISO time. */
export function timeWords(time: string, today: string): string {
  if (!ISO.test(time)) return 'a time that is not stated';
  const [date, clock] = [time.slice(0, 10), time.slice(11, 16)];
  return today.startsWith(date) ? `${clock} UTC` : `${date} ${clock} UTC`;
}

/** `for good`, `until 2030-01-31 09:00 UTC`, `until its count is 1,000` */
export function muteEndWords(muted: Mute, now: string): string {
  if ('forever' in muted) return 'for good';
  if ('until' in muted) return `until ${timeWords(muted.until, now)}`;
  return `until its count is ${grouped(muted.untilCount)}`;
}

/** `1 time`, `9,999 times` */
function times(count: number): string {
  return `${grouped(count)} ${count === 1 ? 'time' : 'times'}`;
}

/** How often a group was seen, and why it speaks up, in one sentence. */
export function seenWords(alert: Alert): string {
  const { count, heldBack, lastSeen } = alert;
  const since = timeWords(alert.since, lastSeen);
  const more = heldBack > 0 ? `; ${grouped(heldBack)} not alerted` : '';
  switch (alert.kind) {
    case 'new':
      return count > 1 ? `Seen ${times(count)} since ${since}${more}` : `First seen at ${since}`;
    case 'repeated':
      return `Seen ${times(count)}; ${grouped(heldBack)} not alerted since ${since}`;
    case 'regressed':
      return `Seen again since it was resolved${resolvedWords(alert)}, ${times(count)} in all${more}`;
  }
}

function resolvedWords({ resolvedAt, lastSeen }: Alert): string {
  return resolvedAt === undefined ? '' : ` (${timeWords(resolvedAt, lastSeen)})`;
}

/** How a subject or title begins, by why the group speaks. */
export const BEGINNINGS = {
  new: () => '',
  repeated: (count: number) => `${grouped(count)} times: `,
  regressed: () => 'Again: ',
} as const;

export const WORDS = {
  lastSeen: 'last seen',
  dashboard: 'dashboard',
  act: 'Commands for this group',
  actFrom: (account: string) => `Commands for this group, with credentials of account ${account}`,
  withheld:
    'This message names nobody and nothing, as its privacy is set to summary; the table and the dashboard hold the names.',
  statement: (confidence: string) => `Suggested statement (${confidence})`,
  statementElsewhere:
    'The suggested statement is too long for this message; the first command above shows it.',
  folded: 'Each line is one cause, folded because many came at once',
  more: (count: number) => `and ${grouped(count)} more`,
  seeMore: 'To see more of a cause, give the group at the end of its line:',
  show: 'launch-denied show GROUP',
  digest: 'Digest of denied launches',
  sections: {
    new: 'New causes',
    regressed: 'Back after they were resolved',
    loudest: 'Loudest of the older causes',
    stillOpen: 'Still open',
  },
  quiet: (groups: number, count: number) =>
    `Muted and ignored: ${causes(groups)}, ${denials(count)}.`,
} as const;
