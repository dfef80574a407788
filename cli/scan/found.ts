// recorded → [found] → shown: all that was found, the causes with the most denials first.
import type { Explanation } from '../../core/contract';
import type { GroupRecord, Groups } from '../../core/group/stored';
import type { TimeRange } from '../../core/review/query';
import { latestExplanation } from '../../core/review/load-cause';
import type { Findings } from './collect';

/** One cause with its explanation. */
export interface FoundCause {
  readonly record: GroupRecord;
  readonly explanation: Explanation | null;
}

/** What a command shows. */
export interface Found extends Findings {
  readonly groups: Groups;
  readonly causes: readonly FoundCause[];
  /** Every explanation, one for each cause and launch shape. */
  readonly explanations: readonly Explanation[];
  /** From the first denial to the last; null where there is none. */
  readonly seen: TimeRange | null;
  /** Where it was looked, such as `64 files`. */
  readonly source: string;
  /** ISO 8601. */
  readonly now: string;
}

/** Loads what was recorded in memory. */
export async function foundIn(
  groups: Groups,
  findings: Findings,
  { source, now }: Pick<Found, 'source' | 'now'>,
): Promise<Found> {
  const { items } = await groups.list();
  const records = items.map(({ record }) => record).toSorted(byCount);
  const causes: FoundCause[] = [];
  const explanations: Explanation[] = [];
  for (const record of records) {
    const latest = await latestExplanation(groups, record);
    causes.push({ record, explanation: latest?.explanation ?? null });
    for (const shape of record.shown.shapes) {
      const stored = await groups.readExplanation(record.group.fingerprint, shape);
      if (stored !== null) explanations.push(stored.explanation);
    }
  }
  const firsts = records.map(({ group }) => group.firstSeen).toSorted();
  const lasts = records.map(({ group }) => group.lastSeen).toSorted();
  const [from, to] = [firsts[0], lasts.at(-1)];
  const seen = from === undefined || to === undefined ? null : { from, to };
  return { ...findings, groups, causes, explanations, seen, source, now };
}

function byCount({ group: one }: GroupRecord, { group: other }: GroupRecord): number {
  return other.count - one.count || (one.lastSeen < other.lastSeen ? 1 : -1);
}
