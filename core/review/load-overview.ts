// grouped → [review]: what happened in a stretch of time, and how the pipeline does.
import type { AccountNames } from '../account-name';
import type { HourCount, GroupRecord, Groups } from '../group/stored';
import type { GroupState } from '../group/transitions';
import { rowOf } from './cause-row';
import { fingerprintParts } from './fingerprint-parts';
import { healthOf } from './health';
import { ofEveryState } from './load-causes';
import type { Overview } from './models';
import type { Moment, Span, TimeRange } from './query';
import { seriesOf } from './series';
import { slotFor, slotsOf } from './slots';

/** Counts of hours: a day of an account with 100 causes an hour has 2,400. */
const MOST_COUNTS = 20_000;
const MOST_GROUPS = 200;
const MOST_DUE = 100;
const MOST_LISTED = 10;

/** Loads the overview; throws what the groups throw. */
export async function loadOverview(
  groups: Pick<Groups, 'seen' | 'counts' | 'due'>,
  span: Span,
  { range, now }: Moment,
): Promise<Overview> {
  const [counts, { records, hasMore }, due] = await Promise.all([
    groups.counts(range.from, range.to, MOST_COUNTS),
    ofEveryState(MOST_GROUPS, groups, range),
    groups.due(now, MOST_DUE),
  ]);
  const known = new Map(records.map((record) => [record.group.fingerprint, record]));
  const reasonOf = (fingerprint: string) =>
    known.get(fingerprint)?.shown.reasonCode ?? fingerprintParts(fingerprint).reasonCode;
  const slot = slotFor(range);
  const slots = slotsOf(range, slot);
  const byReason = seriesOf(counts.items, reasonOf, { slots, slot });
  return {
    span,
    range,
    slots,
    slot,
    byReason,
    denials: byReason.reduce((sum, series) => sum + series.sum, 0),
    ...loudest(counts.items, known, now),
    states: statesOf(records),
    timeToResolve: timeToResolve(records, range),
    messages: countsOf(records.map(({ shown }) => shown.messageStatus)),
    regions: [...new Set(records.flatMap(({ shown }) => shown.regions))].toSorted(),
    health: healthOf(due, MOST_DUE, now),
    isWhole: counts.isWhole && !hasMore,
  };
}

function loudest(
  counts: readonly HourCount[],
  known: ReadonlyMap<string, GroupRecord>,
  now: string,
): Pick<Overview, 'principals' | 'causes'> {
  const sums = new Map<string, number>();
  for (const { fingerprint, denials } of counts)
    sums.set(fingerprint, (sums.get(fingerprint) ?? 0) + denials);
  const sorted = [...sums].toSorted(([, one], [, other]) => other - one);
  const causes = sorted.flatMap(([fingerprint, denials]) => {
    const record = known.get(fingerprint);
    return record === undefined ? [] : [{ row: rowOf(record, now), denials }];
  });
  return { principals: principalsOf(sorted, known), causes: causes.slice(0, MOST_LISTED) };
}

function principalsOf(
  sums: readonly (readonly [string, number])[],
  known: ReadonlyMap<string, GroupRecord>,
): Overview['principals'] {
  const names = namesIn(known);
  const found = new Map<string, Overview['principals'][number]>();
  for (const [fingerprint, denials] of sums) {
    const { account, principal } = known.get(fingerprint)?.shown ?? fingerprintParts(fingerprint);
    const key = `${account} ${principal}`;
    const accountName = names.get(account) ?? null;
    const before = found.get(key) ?? { principal, account, accountName, denials: 0, causes: 0 };
    found.set(key, {
      ...before,
      denials: before.denials + denials,
      causes: before.causes + 1,
    });
  }
  return [...found.values()]
    .toSorted((one, other) => other.denials - one.denials)
    .slice(0, MOST_LISTED);
}

/** A group that is not loaded is of an account that others name. */
function namesIn(known: ReadonlyMap<string, GroupRecord>): AccountNames {
  const shown = [...known.values()].map((record) => record.shown);
  return new Map(
    shown.flatMap(({ account, accountName }) => (accountName ? [[account, accountName]] : [])),
  );
}

function statesOf(records: readonly GroupRecord[]): Readonly<Record<GroupState, number>> {
  const counts = countsOf(records.map(({ group }) => group.state));
  return {
    new: counts.new ?? 0,
    open: counts.open ?? 0,
    regressed: counts.regressed ?? 0,
    muted: counts.muted ?? 0,
    ignored: counts.ignored ?? 0,
    resolved: counts.resolved ?? 0,
  };
}

function countsOf<T extends string>(all: readonly T[]): Partial<Record<T, number>> {
  const counts: Partial<Record<T, number>> = {};
  for (const each of all) counts[each] = (counts[each] ?? 0) + 1;
  return counts;
}

/** From the first denial, or the one that brought the cause back, until somebody resolved it. */
function timeToResolve(
  records: readonly GroupRecord[],
  { from, to }: TimeRange,
): Overview['timeToResolve'] {
  const lengths = records.flatMap(({ group }) =>
    group.history.flatMap((change, at) => {
      if (change.to !== 'resolved' || change.at < from || change.at > to) return [];
      const back = group.history.slice(0, at).findLast((each) => each.to === 'regressed');
      return [Math.max(0, Date.parse(change.at) - Date.parse(back?.at ?? group.firstSeen))];
    }),
  );
  const sorted = lengths.toSorted((one, other) => one - other);
  const median = sorted[Math.floor(sorted.length / 2)];
  return median === undefined ? null : { median, resolved: sorted.length };
}
