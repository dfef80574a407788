// reviewed → [grouped]: the changes of state that people ask for.
import { onMute, onReopen, onResolve } from '../group/move';
import { muteFault } from '../group/sentences';
import type { Mute } from '../group/state';
import type { Move } from './move-group';

/** How long a mute from a form lasts, in days. */
const DAYS = { '1d': 1, '7d': 7, '30d': 30 } as const;

/** Reads how long a form mutes; null for what is no choice. */
export function readMuteLength(text: string | undefined, now: string): Mute | null {
  if (text === 'forever') return { forever: true };
  if (text === undefined || !Object.hasOwn(DAYS, text)) return null;
  const days = DAYS[text as keyof typeof DAYS];
  return { until: new Date(Date.parse(now) + days * 86_400_000).toISOString() };
}

/** Mutes; the same mute again changes nothing. */
export function muteWith(mute: Mute): Move {
  return (group, by, now) => {
    const why = muteFault(group, mute, now);
    if (why !== null) return { kind: 'refused', why };
    const isSame = JSON.stringify(group.muted) === JSON.stringify(mute);
    return isSame ? group : onMute(group, mute, by, now);
  };
}

/** Marks as solved. */
export const resolve: Move = onResolve;

/** Opens again. */
export const reopen: Move = onReopen;
