// Every sentence that only the commands on groups say; the rules are in docs/writing.md.
import { muteEndWords, timeWords } from '../../core/alert/words';
import { grouped, heldBackWords } from '../../core/group/sentences';
import { type Group, heldBackOf, type StateChange } from '../../core/group/state';
import type { GroupWord } from './group-word';

/** `open`, or `muted until 2030-01-31 09:00 UTC` */
export function stateWords({ state, muted }: Pick<Group, 'state' | 'muted'>, now: string): string {
  return muted === null ? state : `${state} ${muteEndWords(muted, now)}`;
}

/** `1 time`, `9,999 times` */
export function timesWords(count: number): string {
  return `${grouped(count)} ${count === 1 ? 'time' : 'times'}`;
}

/** `41 more since 09:14 UTC`; empty where none is held back. */
export function heldWords(group: Group, now: string): string {
  return heldBackWords(heldBackOf(group), group.heldSince, now);
}

/** What will make the group speak up again. */
export function nextWords({ state, muted, pending }: Group): string {
  if (pending !== null) return 'An alert of it waits to be sent.';
  switch (state) {
    case 'new':
    case 'open':
      return 'It alerts when its count reaches 10, 100, 1,000 and so on, at most once an hour.';
    case 'regressed':
      return 'It alerts when its count since it regressed reaches 10, 100, 1,000 and so on, at most once an hour.';
    case 'muted':
      return muted !== null && 'forever' in muted
        ? 'Its denials are counted and not alerted until somebody reopens or resolves it.'
        : 'Its denials are counted and not alerted; it alerts when the mute ends, if something was held back.';
    case 'ignored':
      return 'The settings of the stack ignore its principal or action: its denials are counted and not alerted.';
    case 'resolved':
      return 'The next denial makes it regressed and alerts at once.';
  }
}

/** `2026-11-20 09:14 UTC: open → muted, by arn:… (muted for good)` */
export function changeWords({ at, by, from, to, note }: StateChange): string {
  const states = from === null ? to : `${from} → ${to}`;
  return `${timeWords(at, '')}: ${states}, by ${by}${note && ` (${note})`}`;
}

export const WORDS = {
  noGroups: 'No group is stored.',
  noneOfState: 'No group of these states is stored.',
  noneOfAccount: (ofStates: boolean) =>
    `No group${ofStates ? ' of these states' : ''} is stored whose account has this in its number or name.`,
  more: (count: number) => `More groups than these ${count}`,
  all: 'To see them all, give --all.',
  moved: (code: string, state: string) => `${code} is ${state}`,
  stayed: (code: string, state: string) => `${code} stays ${state}: nothing was changed`,
  givenUp: 'Its alert that waited to be sent is given up, and its denials are held back.',
  reopenIgnored:
    'To hear of it, take its principal or action out of what the settings ignore, and deploy the stack.',
  noGroup: ({ kind, text }: GroupWord) =>
    `no group has the ${kind} ${text}: it might have expired, or be of another stack; launch-denied show lists all groups`,
  busy: (tries: number) =>
    `others changed the group in each of ${tries} tries, and this change was not made; try again`,
} as const;
