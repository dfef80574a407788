// reviewed → [HTML]: the forms that change the state of a group.
import type { Group } from '../../../group/state';
import type { Moves } from '../../../review/models';
import { type Face, MUTE_LENGTHS } from '../face';
import { type Html, markup } from '../markup';
import { MOVES, MUTE_WORDS } from '../words';

/** Draws a form for each change that would change something; null where nothing may be changed. */
export function moveForms({ fingerprint }: Group, moves: Moves, face: Face): Html | null {
  const { move } = face;
  if (move === null || moves.length === 0) return null;
  const forms = moves.map((name) =>
    move({ move: name, fingerprint, fields: name === 'mute' ? LENGTHS : NOTHING, ...MOVES[name] }),
  );
  return markup`<div class="ld-moves">${forms}</div>`;
}

const NOTHING = markup``;

const LENGTHS = markup`<label class="ld-field"><span>How long</span><select name="for">${MUTE_LENGTHS.map((length) => markup`<option value="${length}">${MUTE_WORDS[length]}</option>`)}</select></label>`;
