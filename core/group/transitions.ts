// denial → [group]: from which state which event leads to which; docs/groups.md draws it.

/** The states of a group. */
export const STATES = ['new', 'open', 'muted', 'ignored', 'resolved', 'regressed'] as const;

/** The state of a group. */
export type GroupState = (typeof STATES)[number];

/** What can happen to a group; `expected` is a denial that the settings ignore. */
export type GroupEvent = 'denied' | 'expected' | 'mute' | 'mute-over' | 'resolve' | 'reopen';

interface Transition {
  /** Null before the first denial. */
  readonly from: GroupState | null;
  readonly on: GroupEvent;
  readonly to: GroupState;
}

/** All that changes a state; what is not in it leaves the state as it is. */
export const TRANSITIONS: readonly Transition[] = [
  { from: null, on: 'denied', to: 'new' },
  { from: null, on: 'expected', to: 'ignored' },
  { from: 'new', on: 'denied', to: 'open' },
  { from: 'new', on: 'expected', to: 'ignored' },
  { from: 'new', on: 'mute', to: 'muted' },
  { from: 'new', on: 'resolve', to: 'resolved' },
  { from: 'open', on: 'expected', to: 'ignored' },
  { from: 'open', on: 'mute', to: 'muted' },
  { from: 'open', on: 'resolve', to: 'resolved' },
  { from: 'muted', on: 'mute-over', to: 'open' },
  { from: 'muted', on: 'reopen', to: 'open' },
  { from: 'muted', on: 'resolve', to: 'resolved' },
  { from: 'ignored', on: 'denied', to: 'open' },
  { from: 'ignored', on: 'mute', to: 'muted' },
  { from: 'ignored', on: 'resolve', to: 'resolved' },
  { from: 'resolved', on: 'denied', to: 'regressed' },
  { from: 'resolved', on: 'mute', to: 'muted' },
  { from: 'resolved', on: 'reopen', to: 'open' },
  { from: 'regressed', on: 'expected', to: 'ignored' },
  { from: 'regressed', on: 'mute', to: 'muted' },
  { from: 'regressed', on: 'reopen', to: 'open' },
  { from: 'regressed', on: 'resolve', to: 'resolved' },
];

/** The state that an event leads to; from null, where a group begins, it is a state in any case. */
export function nextState(from: GroupState | null, on: GroupEvent): GroupState {
  return TRANSITIONS.find((row) => row.from === from && row.on === on)?.to ?? from ?? 'new';
}
