// reviewed → [HTML]: who changed the state of a group, and when.
import type { Group, StateChange } from '../../../group/state';
import type { Face } from '../face';
import { type Html, markup } from '../markup';
import { stateBadge, timeTag, value } from '../parts';

/** Draws the changes, the latest first. */
export function historyList({ history }: Group, face: Face): Html {
  const items = history.toReversed().map((change) => item(change, face));
  return markup`<ol class="ld-history">${items}</ol>`;
}

function item({ at, by, to, note }: StateChange, { now }: Face): Html {
  return markup`<li>${stateBadge(to)} ${timeTag(at, now)}<small>by ${value(by)}${note !== '' && markup`: ${value(note)}`}</small></li>`;
}
