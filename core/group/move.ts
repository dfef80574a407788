// denial → [group]: how a group changes its state, by people and by the rules.
import { isSpeaking } from './due';
import { muteWords, RULES } from './sentences';
import type { Group, Mute, StateChange } from './state';
import { earlier } from './time';
import { type GroupEvent, nextState } from './transitions';

/** The history keeps so many changes, the latest. */
const LONGEST_HISTORY = 20;

/** Who brings an event about, and when. */
interface Act {
  /** A person's ARN, or the rules. */
  readonly by: string;
  /** ISO 8601. */
  readonly now: string;
  /** @default - nothing to add */
  readonly note?: string;
}

/** What a group begins with. */
interface Beginning {
  readonly fingerprint: string;
  readonly n: number;
  readonly firstSeen: string;
  readonly lastSeen: string;
}

/** Makes a group of its first denials. */
export function begun(first: Beginning, on: 'denied' | 'expected', now: string): Group {
  const { fingerprint, n, firstSeen, lastSeen } = first;
  const state = nextState(null, on);
  return {
    fingerprint,
    state,
    count: n,
    countBefore: 0,
    firstSeen,
    lastSeen,
    alertedAtCount: 0,
    lastAlertAt: null,
    heldSince: firstSeen,
    pending: null,
    muted: null,
    resolvedAt: null,
    regressedAt: null,
    history: [{ at: now, by: RULES, from: null, to: state, note: '' }],
  };
}

/**
 * Takes a group to the state that the event leads to. One that falls quiet gives up its pending
 * alert, whose denials are held back from then on.
 */
export function moved(group: Group, on: GroupEvent, { by, now, note = '' }: Act): Group {
  const from = group.state;
  const state = nextState(from, on);
  if (state === from && on !== 'mute') return group;
  const change: StateChange = { at: now, by, from, to: state, note };
  return {
    ...(isSpeaking({ state }) ? group : withoutPending(group)),
    state,
    muted: null,
    resolvedAt: state === 'resolved' ? now : null,
    regressedAt: state === 'regressed' ? now : group.regressedAt,
    history: [...group.history, change].slice(-LONGEST_HISTORY),
  };
}

function withoutPending(group: Group): Group {
  if (group.pending === null) return group;
  const { since } = group.pending;
  return { ...group, pending: null, heldSince: earlier(group.heldSince, since) };
}

/** Mutes a group; a new mute takes the place of the one before. */
export function onMute(group: Group, muted: Mute, by: string, now: string): Group {
  return { ...moved(group, 'mute', { by, now, note: muteWords(muted) }), muted };
}

/** Resolves a group: the next denial is a regression. */
export function onResolve(group: Group, by: string, now: string): Group {
  return moved(group, 'resolve', { by, now });
}

/** Opens a group again that is muted, resolved or regressed. */
export function onReopen(group: Group, by: string, now: string): Group {
  return moved(group, 'reopen', { by, now });
}
