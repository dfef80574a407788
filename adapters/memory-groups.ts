// explained → [grouped] → alert: groups in memory, for what is grouped without a table.
import type { AccountNames } from '../core/account-name';
import { groupCode } from '../core/alert/group-name';
import { Failure } from '../core/failure';
import { isStill } from '../core/group/listed';
import {
  type Face,
  type Groups,
  type Occurrence,
  slotOf,
  sortableTime,
  type StoredExplanation,
  type StoredGroup,
} from '../core/group/stored';
import { changedAt, waitsUntil } from '../core/group/waits';

/** Makes groups that live as long as the process; nothing expires, and `seen` alone has pages. */
export function memoryGroups(): Groups {
  return {
    ...records(),
    ...occurrences(),
    ...explanations(),
    ...counters(),
    ...digests(),
    ...accountNames(),
  };
}

function records(): Pick<Groups, 'read' | 'write' | 'due' | 'list' | 'seen' | 'named'> {
  const groups = new Map<string, StoredGroup>();
  const by = (timeOf: (one: StoredGroup) => string) =>
    [...groups.values()].toSorted(byTime(timeOf));
  return {
    read: async (fingerprint) => groups.get(fingerprint) ?? null,
    write: async (record, version) => {
      const { fingerprint } = record.group;
      if ((groups.get(fingerprint)?.version ?? null) !== version) return false;
      groups.set(fingerprint, { record, version: (version ?? 0) + 1 });
      return true;
    },
    due: async (now, limit) =>
      by(waitingSince)
        .filter((one) => waitingSince(one) <= sortableTime(now))
        .slice(0, limit),
    list: async () => ({ items: by(({ record }) => changedAt(record)).toReversed(), next: null }),
    seen: async (of, range, limit, page) => {
      const [from, to] = [slotOf(range.from, 'hour'), slotOf(range.to, 'hour')];
      const all = by(({ record }) => sortableTime(record.group.lastSeen)).toReversed();
      const listed = all.filter(({ record }) => {
        const hour = slotOf(record.group.lastSeen, 'hour');
        return hour >= from && hour <= to && isStill(record, of);
      });
      const start = page === undefined ? 0 : startOf(page);
      const next = start + limit < listed.length ? String(start + limit) : null;
      return { items: listed.slice(start, start + limit), next };
    },
    named: async (code) => [...groups.keys()].find((key) => groupCode(key) === code) ?? null,
  };
}

function startOf(page: string): number {
  if (/^\d+$/.test(page)) return Number(page);
  throw new Failure(
    'PAGE_UNREADABLE',
    `there is no page ${JSON.stringify(page)} of groups; allowed is what the page before gives as next`,
  );
}

/** Sorts behind all times. */
const NEVER = '~';

function waitingSince({ record }: StoredGroup): string {
  return waitsUntil(record) ?? NEVER;
}

function byTime<T>(timeOf: (one: T) => string): (one: T, other: T) => number {
  return (one, other) => (timeOf(one) < timeOf(other) ? -1 : 1);
}

function occurrences(): Pick<Groups, 'addOccurrences' | 'countOccurrences' | 'occurrences'> {
  const seen = new Map<string, Map<string, Occurrence>>();
  const of = (fingerprint: string) => [...(seen.get(fingerprint)?.values() ?? [])];
  return {
    addOccurrences: async (fingerprint, all) => {
      const known = seen.get(fingerprint) ?? new Map<string, Occurrence>();
      for (const one of all) known.set(`${sortableTime(one.time)}#${one.eventId}`, one);
      seen.set(fingerprint, known);
    },
    countOccurrences: async (fingerprint) => of(fingerprint).length,
    occurrences: async (fingerprint) => {
      const stored = of(fingerprint).map((one) => ({ ...one, time: sortableTime(one.time) }));
      return { items: stored.toSorted(byTime(({ time }) => time)).toReversed(), next: null };
    },
  };
}

function explanations(): Pick<Groups, 'readExplanation' | 'writeExplanation'> {
  const stored = new Map<string, StoredExplanation>();
  const keyOf = (fingerprint: string, shape: string) => `${fingerprint}#${shape}`;
  return {
    readExplanation: async (fingerprint, shape) => stored.get(keyOf(fingerprint, shape)) ?? null,
    writeExplanation: async (fingerprint, one) =>
      void stored.set(keyOf(fingerprint, one.shape), one),
  };
}

function counters(): Pick<Groups, 'addToHour' | 'hours' | 'counts' | 'takeFromBudget'> {
  const sums = new Map<string, number>();
  const add = (key: string, n: number): number => {
    const sum = (sums.get(key) ?? 0) + n;
    sums.set(key, sum);
    return sum;
  };
  const hours = new Map<string, ReadonlyMap<string, number>>();
  return {
    addToHour: async (time, fingerprint, n) => {
      const hour = slotOf(time, 'hour');
      const before = hours.get(hour) ?? new Map<string, number>();
      hours.set(hour, new Map([...before, [fingerprint, (before.get(fingerprint) ?? 0) + n]]));
    },
    hours: async (from, to) => {
      const [first, end] = [slotOf(from, 'hour'), slotOf(to, 'hour')];
      const within = [...hours].filter(([hour]) => hour >= first && hour < end);
      return summed(within.flatMap(([, counts]) => [...counts]));
    },
    counts: async (from, to, most) => {
      const items = [...hours]
        .filter(([hour]) => hour >= slotOf(from, 'hour') && hour <= slotOf(to, 'hour'))
        .toSorted(([one], [other]) => (one < other ? 1 : -1))
        .flatMap(([hour, each]) =>
          [...each].map(([fingerprint, denials]) => ({ hour, fingerprint, denials })),
        );
      return { items: items.slice(0, most), isWhole: items.length <= most };
    },
    takeFromBudget: async (time, wanted, { perMinute, perSecond }) => {
      if (wanted <= 0) return 0;
      const left = (slot: string, limit: number) => limit - (add(slot, wanted) - wanted);
      const inSecond = left(sortableTime(time).slice(0, -'.000Z'.length), perSecond);
      return Math.max(0, Math.min(wanted, left(slotOf(time, 'minute'), perMinute), inSecond));
    },
  };
}

function summed(counts: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [key, n] of counts) sums.set(key, (sums.get(key) ?? 0) + n);
  return sums;
}

function digests(): Pick<Groups, 'lastDigest' | 'noteDigest'> {
  const times = new Map<Face, string>();
  return {
    lastDigest: async (face) => times.get(face) ?? null,
    noteDigest: async (face, at) => void times.set(face, at),
  };
}

function accountNames(): Pick<Groups, 'accountNames' | 'writeAccountNames'> {
  let names: AccountNames = new Map();
  return {
    accountNames: async () => names,
    writeAccountNames: async (all) => void (names = new Map(all)),
  };
}
