// view → [reply]: a view of the groups as a page, or a page that says why there is none.
import type { Address } from '../core/render/html/face';
import { draw } from '../core/review/draw';
import { FIRST_QUERY, rangeOf, type Span } from '../core/review/query';
import { webFace } from './face';
import { pageOf, problem, withNote } from './page';
import { html, type Reply } from './reply';
import type { Site } from './site';

/** Draws a view, under a note where there is one; throws what the groups throw. */
export async function drawn(
  site: Site,
  address: Address,
  note: string | null = null,
): Promise<Reply> {
  const { groups, names, token, source, assets, isPast = false } = site;
  const now = site.now();
  const face = webFace({ now, token, onCause: names.note });
  const range = rangeOf(spanOf(address), now);
  const health = address.view === 'overview' ? await site.health?.() : undefined;
  const view = await draw(address, { groups, face, range, isPast, ...(health && { health }) });
  if (view === null) return missing(site);
  const { title, body } = view;
  const section = address.view === 'overview' ? '/overview' : '/causes';
  return html(200, pageOf({ title, body: withNote(note, body), section, source, assets }));
}

function spanOf(address: Address): Span {
  if (address.view === 'causes') return address.query.span;
  return address.view === 'overview' ? address.span : FIRST_QUERY.span;
}

/** Says why there is no view, and what to do. */
export function refused(
  { source, assets }: Pick<Site, 'source' | 'assets'>,
  status: number,
  title: string,
  text: string,
): Reply {
  return html(status, pageOf({ title, body: problem(title, text), section: '', source, assets }));
}

/** A link may be older than its group. */
export function missing(site: Site): Reply {
  const text =
    'There is no such page, or the cause expired: groups are kept as long as the stack keeps denials.';
  return refused(site, 404, 'Not found', text);
}
