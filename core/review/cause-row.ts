// grouped → [review]: a stored group as a line of a list.
import { groupCode } from '../alert/group-name';
import { heldBackOf } from '../group/state';
import type { GroupRecord } from '../group/stored';
import type { CauseRow } from './models';

const DAYS = 14;
const DAY = 86_400_000;

/** Makes the line of a group; its days end with the day of `now` (ISO 8601). */
export function rowOf({ group, shown }: GroupRecord, now: string): CauseRow {
  const { fingerprint, state, muted, count, firstSeen, lastSeen } = group;
  const { summary, principal, action, resource, reasonCode, account, accountName, regions } = shown;
  return {
    fingerprint,
    code: groupCode(fingerprint),
    state,
    muted,
    summary,
    principal,
    action,
    resource,
    reasonCode,
    account,
    accountName: accountName ?? null,
    regions,
    count,
    heldBack: Math.max(0, heldBackOf(group)),
    firstSeen,
    lastSeen,
    days: daysOf(shown.days, now),
  };
}

function daysOf(stored: GroupRecord['shown']['days'], now: string): readonly number[] {
  const counts = new Map(stored);
  const last = Date.parse(now);
  return Array.from({ length: DAYS }, (_, at) => {
    const day = new Date(last - (DAYS - 1 - at) * DAY).toISOString().slice(0, 10);
    return counts.get(day) ?? 0;
  });
}
