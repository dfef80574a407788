// denial → [group]: when a group speaks up again.
import { type Group, heldBackOf } from './state';
import { hasCome, minutesAfter } from './time';

/** Repeats are alerted at most once in so many minutes. */
export const QUIET_MINUTES = 60;

const FIRST_THRESHOLD = 10;

/**
 * Tells when the sweep must look at the group: for a pending alert, for repeats that reached a
 * threshold, or for a mute that ends. ISO 8601; null while it waits for nothing.
 */
export function dueAt(group: Group): string | null {
  return group.pending?.at ?? muteOverAt(group) ?? repeatDueAt(group);
}

/** Whether the group is muted and the time or count has come that the mute was set to. */
export function isMuteOver(group: Group, now: string): boolean {
  const at = muteOverAt(group);
  return at !== null && hasCome(at, now);
}

function muteOverAt({ muted, count, firstSeen }: Group): string | null {
  if (muted === null || 'forever' in muted) return null;
  if ('until' in muted) return muted.until;
  return count >= muted.untilCount ? firstSeen : null;
}

/** Whether repeats are to be alerted now. */
export function isRepeatDue(group: Group, now: string): boolean {
  const at = repeatDueAt(group);
  return at !== null && hasCome(at, now);
}

function repeatDueAt(group: Group): string | null {
  if (!isSpeaking(group) || group.pending !== null || !hasReachedThreshold(group)) return null;
  return group.lastAlertAt === null
    ? group.firstSeen
    : minutesAfter(group.lastAlertAt, QUIET_MINUTES);
}

/** Whether the state of the group lets it alert. */
export function isSpeaking({ state }: Pick<Group, 'state'>): boolean {
  return state === 'new' || state === 'open' || state === 'regressed';
}

/** Thresholds are 10, 100, 1,000 and so on, counted from where the group last regressed. */
function hasReachedThreshold(group: Group): boolean {
  if (heldBackOf(group) <= 0) return false;
  const told = group.alertedAtCount - group.countBefore;
  let threshold = FIRST_THRESHOLD;
  while (threshold <= told) threshold *= 10;
  return group.count - group.countBefore >= threshold;
}
