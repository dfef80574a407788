// denial → [group] → alert: when a stored group is looked at again, and when it last changed.
import { dueAt } from './due';
import { type GroupRecord, sortableTime } from './stored';
import { minutesAfter } from './time';

/** Longer than a function runs: who did not note by then that an alert was sent, died before it could. */
const LEASE_MINUTES = 3;

/** Tells when the sweep must look at the group, as a sortable time; null while it waits for nothing. */
export function waitsUntil(record: GroupRecord): string | null {
  return sorted([sendAfter(record), record.recountAfter, record.refineAfter])[0] ?? null;
}

/** Tells when the sweep decides about the group or sends its pending alert; ISO 8601, null for never. */
export function sendAfter({ group, sending }: GroupRecord): string | null {
  if (group.pending === null || sending === null) return dueAt(group);
  return minutesAfter(sending.triedAt, LEASE_MINUTES);
}

/** Tells when the group was last denied, told of or moved to another state, as a sortable time. */
export function changedAt({ group }: GroupRecord): string {
  const { lastSeen, lastAlertAt, history } = group;
  return sorted([lastAlertAt, ...history.map(({ at }) => at)]).reduce(
    (latest, time) => (time > latest ? time : latest),
    sortableTime(lastSeen),
  );
}

function sorted(times: readonly (string | null)[]): readonly string[] {
  return times
    .filter((time) => time !== null)
    .map(sortableTime)
    .toSorted();
}
