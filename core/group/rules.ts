// denial → [group] → alert: what becomes of a group when something happens to it.
import { isMuteOver, isRepeatDue, isSpeaking } from './due';
import { type GroupSettings, isExpected, type Names } from './expected';
import { moved, begun } from './move';
import { type AlertKind, type Group, type GroupAlert, heldBackOf, type Ruling } from './state';
import { RULES } from './sentences';
import { earlier, hasCome, later } from './time';
import type { GroupState } from './transitions';

/** Denials of one group that come together; times are ISO 8601 and those of the events. */
export interface Batch extends Names {
  readonly fingerprint: string;
  /** How many there are, at least one. */
  readonly n: number;
  readonly firstSeen: string;
  readonly lastSeen: string;
}

/** Counts denials and decides whether people are told now; the first of them makes the group. */
export function onDenials(
  group: Group | null,
  batch: Batch,
  settings: GroupSettings,
  now: string,
): Ruling {
  const event = isExpected(batch, settings) ? 'expected' : 'denied';
  const next =
    group === null
      ? begun(batch, event, now)
      : denied(released(counted(group, batch), now), batch, event, now);
  return ruled(group?.state ?? null, next, batch, now);
}

/**
 * Counts denials that somebody found in the history: whoever looked for them knows of them, so none is
 * held back and nobody is told. One that came after the group was resolved makes it regressed.
 */
export function onPastDenials(
  group: Group | null,
  batch: Batch,
  settings: GroupSettings,
  now: string,
): Group {
  const event = isExpected(batch, settings) ? 'expected' : 'denied';
  if (group === null)
    return { ...begun(batch, event, now), alertedAtCount: batch.n, heldSince: null };
  const { pending, heldSince } = group;
  const next = group.state === 'resolved' ? denied(group, batch, event, now) : group;
  return {
    ...counted(next, batch),
    alertedAtCount: group.alertedAtCount + batch.n,
    pending: pending && { ...pending, count: pending.count + batch.n },
    heldSince,
  };
}

/** Decides what is due without a denial, and repeats what is pending. */
export function onSweep(group: Group, now: string): Ruling {
  if (group.pending !== null) return { group, alert: group.pending };
  return ruled(group.state, released(group, now), NO_DENIALS, now);
}

/** Notes that an alert was sent; what was decided or denied since then stays to be told. */
export function onAlertSent(group: Group, alert: GroupAlert, now: string): Group {
  const { pending } = group;
  const isPending = pending?.at === alert.at && pending.kind === alert.kind;
  const told = Math.max(group.alertedAtCount, Math.min(alert.count, group.count));
  const lastAlertAt = later(group.lastAlertAt, now);
  return settled({ ...group, lastAlertAt, ...untold(isPending ? null : pending, told) });
}

/** Takes over the count of the stored denials, which are exact where a redelivery was counted twice. */
export function onRecount(group: Group, count: number): Group {
  const { pending } = group;
  const left = pending && { ...pending, count: Math.min(pending.count, count) };
  const countBefore = Math.min(group.countBefore, count);
  const told = Math.min(group.alertedAtCount, count);
  return settled({ ...group, count, countBefore, ...untold(left, told) });
}

/** A new or regressed group is told of even where an alert before it counted too many. */
function untold(
  pending: GroupAlert | null,
  told: number,
): Pick<Group, 'pending' | 'alertedAtCount'> {
  if (pending === null) return { pending, alertedAtCount: told };
  const alertedAtCount = Math.min(told, pending.count - OWN[pending.kind]);
  const isLeft = pending.count > alertedAtCount;
  return { pending: isLeft ? withHeldBack(pending, alertedAtCount) : null, alertedAtCount };
}

function settled(group: Group): Group {
  return heldBackOf(group) > 0 ? group : { ...group, heldSince: null };
}

function counted(group: Group, { n, firstSeen, lastSeen }: Batch): Group {
  return {
    ...group,
    count: group.count + n,
    firstSeen: earlier(group.firstSeen, firstSeen),
    lastSeen: later(group.lastSeen, lastSeen),
    heldSince: earlier(group.heldSince, firstSeen),
  };
}

function released(group: Group, now: string): Group {
  return isMuteOver(group, now) ? moved(group, 'mute-over', { by: RULES, now }) : group;
}

function denied(group: Group, batch: Batch, event: 'denied' | 'expected', now: string): Group {
  // Events arrive late: what was denied before the group was resolved is no regression.
  const isLate = group.resolvedAt !== null && hasCome(batch.lastSeen, group.resolvedAt);
  return isLate ? group : moved(group, event, { by: RULES, now });
}

type Arrived = Pick<Batch, 'n' | 'firstSeen'>;

const NO_DENIALS: Arrived = { n: 0, firstSeen: '' };

function ruled(from: GroupState | null, group: Group, arrived: Arrived, now: string): Ruling {
  const kind = kindOf(from, group, now);
  return kind === null ? { group, alert: null } : decided(group, kind, arrived, now);
}

/** Why the group speaks up now, by the state it comes from; null where it stays quiet. */
function kindOf(from: GroupState | null, group: Group, now: string): AlertKind | null {
  if (!isSpeaking(group)) return null;
  if (from === 'resolved') return 'regressed';
  if ((from === null || from === 'ignored') && group.alertedAtCount === 0) return 'new';
  const isDue = from === 'muted' ? heldBackOf(group) > 0 : isRepeatDue(group, now);
  return isDue ? 'repeated' : null;
}

/** How many denials an alert tells of beside those that were held back. */
const OWN = { new: 1, regressed: 1, repeated: 0 } as const satisfies Record<AlertKind, number>;

/** A new or regressed group is told of by its first denial, however many came with it. */
function decided(group: Group, kind: AlertKind, { n, firstSeen }: Arrived, now: string): Ruling {
  const { alertedAtCount, heldSince } = group;
  const before = group.count - n;
  const count = kind === 'repeated' ? group.count : before + 1;
  const since = heldSince ?? group.firstSeen;
  const alert = withHeldBack({ kind, count, heldBack: 0, since, at: now }, alertedAtCount);
  const told = { ...group, pending: alert, heldSince: count < group.count ? firstSeen : null };
  return { group: kind === 'regressed' ? { ...told, countBefore: before } : told, alert };
}

function withHeldBack(alert: GroupAlert, alertedAtCount: number): GroupAlert {
  return { ...alert, heldBack: alert.count - alertedAtCount - OWN[alert.kind] };
}
