// reviewed → [HTML]: the launch shapes of a group, each with an explanation of its own.
import type { Cause } from '../../../review/models';
import type { Face } from '../face';
import { type Html, markup } from '../markup';
import { brief } from '../parts';

/** Draws a link for each shape, the latest first; null where there is one only. */
export function shapeList({ shown, shape, group }: Cause, face: Face): Html | null {
  if (shown.shapes.length < 2) return null;
  const { fingerprint } = group;
  const items = shown.shapes.toReversed().map((each) => {
    const to = { view: 'cause', fingerprint, shape: each } as const;
    return markup`<li>${face.link(to, brief(each), { isCurrent: each === shape })}</li>`;
  });
  return markup`<ul class="ld-links ld-mono">${items}</ul>`;
}
