// explained → [grouped] → alert: groups in memory, for what is grouped without a table.
import {
  changedAt,
  type Face,
  type GroupRecord,
  type Groups,
  type Occurrence,
  slotOf,
  sortableTime,
  type StoredExplanation,
  type StoredGroup,
  waitsUntil,
} from '../core/group/stored';
import { groupCode } from '../core/alert/group-name';

/** Makes groups that live as long as the process; nothing expires, and each list is one page. */
export function memoryGroups(): Groups {
  const groups = new Map<string, StoredGroup>();
  const seen = new Map<string, Map<string, Occurrence>>();
  const explanations = new Map<string, StoredExplanation>();
  const counts = new Map<string, number>();
  const digests = new Map<Face, string>();
  const add = (key: string, n: number): number => {
    const sum = (counts.get(key) ?? 0) + n;
    counts.set(key, sum);
    return sum;
  };
  const occurrencesOf = (fingerprint: string) => [...(seen.get(fingerprint)?.values() ?? [])];
  return {
    read: async (fingerprint) => groups.get(fingerprint) ?? null,
    write: async (record: GroupRecord, version) => {
      const { fingerprint } = record.group;
      if ((groups.get(fingerprint)?.version ?? null) !== version) return false;
      groups.set(fingerprint, { record, version: (version ?? 0) + 1 });
      return true;
    },
    addOccurrences: async (fingerprint, all) => {
      const known = seen.get(fingerprint) ?? new Map<string, Occurrence>();
      for (const one of all) known.set(`${sortableTime(one.time)}#${one.eventId}`, one);
      seen.set(fingerprint, known);
    },
    countOccurrences: async (fingerprint) => occurrencesOf(fingerprint).length,
    occurrences: async (fingerprint) => ({
      items: occurrencesOf(fingerprint).toSorted(latestFirst(({ time }) => sortableTime(time))),
      next: null,
    }),
    readExplanation: async (fingerprint, shape) =>
      explanations.get(`${fingerprint}#${shape}`) ?? null,
    writeExplanation: async (fingerprint, stored) =>
      void explanations.set(`${fingerprint}#${stored.shape}`, stored),
    due: async (now, limit) =>
      [...groups.values()]
        .filter(({ record }) => (waitsUntil(record) ?? '~') <= sortableTime(now))
        .toSorted(latestFirst(({ record }) => waitsUntil(record) ?? ''))
        .toReversed()
        .slice(0, limit),
    list: async () => ({
      items: [...groups.values()].toSorted(latestFirst(({ record }) => changedAt(record))),
      next: null,
    }),
    named: async (code) => [...groups.keys()].find((key) => groupCode(key) === code) ?? null,
    addToHour: async (hour, fingerprint, n) =>
      void add(`${slotOf(hour, 'hour')}#${fingerprint}`, n),
    hours: async (from, to) => {
      const sums = new Map<string, number>();
      for (const [key, n] of counts) {
        const [hour = '', fingerprint = ''] = [key.slice(0, HOUR), key.slice(HOUR + 1)];
        if (hour >= slotOf(from, 'hour') && hour < slotOf(to, 'hour'))
          sums.set(fingerprint, (sums.get(fingerprint) ?? 0) + n);
      }
      return sums;
    },
    takeFromBudget: async (time, wanted, { perMinute }) => {
      const taken = add(`minute ${slotOf(time, 'minute')}`, wanted);
      return Math.max(0, Math.min(wanted, perMinute - (taken - wanted)));
    },
    lastDigest: async (face) => digests.get(face) ?? null,
    noteDigest: async (face, at) => void digests.set(face, at),
  };
}

const HOUR = 'yyyy-mm-ddThh'.length;

function latestFirst<T>(timeOf: (one: T) => string): (one: T, other: T) => number {
  return (one, other) => (timeOf(one) > timeOf(other) ? -1 : 1);
}
