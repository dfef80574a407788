// reviewed → [grouped]: the changes of state that people ask for.
import { onMute, onReopen, onResolve } from '../group/move';
import { muteFault } from '../group/sentences';
import type { Mute } from '../group/state';
import type { Move, Moved } from './move-group';

/** How long a mute from a form lasts, in days. */
const DAYS = { '1d': 1, '7d': 7, '30d': 30 } as const;

/** Reads how long a form mutes; null for what is no choice. */
function readMuteLength(text: string | undefined, now: string): Mute | null {
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

const resolve: Move = onResolve;

const reopen: Move = onReopen;

/** Finds a move by its name, and how long a mute lasts; null for what is no choice. */
export function readMove(name: string, length: string | undefined, now: string): Move | null {
  if (name === 'resolve') return resolve;
  if (name === 'reopen') return reopen;
  const mute = name === 'mute' ? readMuteLength(length, now) : null;
  return mute && muteWith(mute);
}

/** What is said of a move; null where it did what was asked. */
export function movedWords(moved: Moved): string | null {
  switch (moved.kind) {
    case 'moved':
      return null;
    case 'stayed':
      return `The cause stays ${moved.record.group.state}: nothing was changed.`;
    case 'refused':
      return `Nothing was changed: ${moved.why}.`;
    case 'not-found':
      return 'The cause does not exist any more.';
    case 'busy':
      return `Others changed the cause in each of ${moved.tries} tries, and this change was not made; try again.`;
  }
}
