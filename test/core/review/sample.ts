// Groups in memory for the views; each differs in what a test names.
import { memoryGroups } from '../../../adapters/memory-groups';
import type { Group } from '../../../core/group/state';
import type { GroupRecord, Groups } from '../../../core/group/stored';
import type { GroupState } from '../../../core/group/transitions';
import { rangeOf } from '../../../core/review/query';
import { record } from '../../adapters/group-table/sample';

export const NOW = '2026-11-23T10:00:00.000Z';
export const RANGE = rangeOf('30d', NOW);
/** What the views are asked for: these thirty days, as they are now. */
export const MOMENT = { range: RANGE, now: NOW };

/** The fingerprint of the group of a number. */
export function fingerprintOf(index: number): string {
  return `v1:111122223333:role/r-${index}:ec2:RunInstances:instance/*:implicit-deny:identity-based:-`;
}

/** So many minutes before now. */
export function ago(minutes: number): string {
  return new Date(Date.parse(NOW) - minutes * 60_000).toISOString();
}

/** The group of a number, last seen so many minutes ago. */
export function groupOf(
  index: number,
  state: GroupState = 'open',
  group: Partial<Group> = {},
  shown: Partial<GroupRecord['shown']> = {},
): GroupRecord {
  const principal = `role/r-${index}`;
  return record(
    {
      fingerprint: fingerprintOf(index),
      state,
      lastSeen: ago(index),
      firstSeen: ago(index + 60),
      count: 2,
      alertedAtCount: 1,
      pending: null,
      history: [],
      ...group,
    },
    { principal, reasonCode: 'IDENTITY_BASED_POLICY_NO_ALLOW', ...shown },
  );
}

/** Groups in memory; `asked` lists the calls of each method. */
export async function stored(
  records: readonly GroupRecord[],
): Promise<{ readonly groups: Groups; readonly asked: { limit: number; page?: string }[] }> {
  const groups = memoryGroups();
  for (const one of records) await groups.write(one, null);
  const asked: { limit: number; page?: string }[] = [];
  const seen: Groups['seen'] = (of, range, limit, page) => {
    asked.push({ limit, ...(page === undefined ? {} : { page }) });
    return groups.seen(of, range, limit, page);
  };
  return { groups: { ...groups, seen }, asked };
}

export function numbers(length: number): readonly number[] {
  return Array.from({ length }, (_, index) => index);
}
