// form → [group]: a change of state that somebody asked for on a page.
import type { Move, Moved } from '../core/review/move-group';
import { muteWith, readMuteLength, reopen, resolve } from '../core/review/moves';

/** Reads which move a form asks for; null for none, or for a mute without a length. */
export function readMove(name: string, form: URLSearchParams, now: string): Move | null {
  switch (name) {
    case 'resolve':
      return resolve;
    case 'reopen':
      return reopen;
    case 'mute': {
      const mute = readMuteLength(form.get('for') ?? undefined, now);
      return mute && muteWith(mute);
    }
    default:
      return null;
  }
}

/** What a page says of a move; null where it did what was asked. */
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
