// form → [group] → reply: a change of state that somebody asked for on a page.
import { MUTE_LENGTHS } from '../core/render/html/face';
import { moveGroup } from '../core/review/move-group';
import { movedWords, readMove } from '../core/review/moves';
import { isOwnOrigin, isToken } from './guard';
import { drawn, missing, refused } from './pages';
import { redirect, type Reply } from './reply';
import type { Asked, Site } from './site';

const CHANGE = /^\/causes\/(g-[a-z0-9]{12})\/([a-z]{1,20})$/;

const NOT_CHANGED = 'Not changed';

/** The code of the group that the address of a change names; null for another address. */
export function changedCode(path: string): string | null {
  return CHANGE.exec(path)?.[1] ?? null;
}

/** Changes what a form of our own pages asks for; throws what the groups throw. */
export async function changed(site: Site, path: string, { headers, body }: Asked): Promise<Reply> {
  if (body === null)
    return refused(site, 413, NOT_CHANGED, 'The form is longer than any of this page.');
  const form = new URLSearchParams(body);
  if (!isOwnOrigin(headers) || !isToken(form.get('token'), site.token))
    return refused(
      site,
      403,
      NOT_CHANGED,
      'The form is not of this page, or the dashboard was started again since: load the page again and repeat.',
    );
  const [, code = '', name = ''] = CHANGE.exec(path) ?? [];
  const length = form.get('for') ?? undefined;
  const now = site.now();
  const move = readMove(name, length, now);
  if (move === null) return refused(site, 400, NOT_CHANGED, noMove(name, length));
  const fingerprint = await site.names.find(code);
  if (fingerprint === null) return missing(site);
  const mover = { by: await site.caller(), now };
  const words = movedWords(await moveGroup(site.groups, fingerprint, move, mover));
  if (words === null) return redirect(`/causes/${code}`);
  return drawn(site, { view: 'cause', fingerprint }, words);
}

function noMove(name: string, length: string | undefined): string {
  if (name !== 'mute')
    return `The form asks for ${JSON.stringify(name)}; allowed are mute, resolve and reopen.`;
  const given = length === undefined ? 'no length' : `the length ${JSON.stringify(length)}`;
  return `The form gives ${given} of the mute; allowed are ${MUTE_LENGTHS.join(', ')}.`;
}
