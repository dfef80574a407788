// request → [reply]: which page, file or change a path stands for.
import { Failure } from '../core/failure';
import type { Groups } from '../core/group/stored';
import type { Address } from '../core/render/html/face';
import { draw } from '../core/review/draw';
import { moveGroup } from '../core/review/move-group';
import type { HealthFact } from '../core/review/models';
import { movedWords, readMove } from '../core/review/moves';
import { FIRST_QUERY, rangeOf } from '../core/review/query';
import { type PageAddress, readPath } from './address';
import type { Assets } from './assets';
import { webFace } from './face';
import { isOwnHost, isOwnOrigin, isToken } from './guard';
import { pageOf, problem, withNote } from './page';
import { html, redirect, type Reply } from './reply';

/** What the pages are made of. */
export interface Site {
  readonly groups: Groups;
  /** The ARN of who reads the pages, as the history names who changed a state. */
  readonly caller: () => Promise<string>;
  readonly source: string;
  /** Says in one sentence why the groups could not be read, and what to do. */
  readonly failureWords: (error: unknown) => string;
  readonly health?: () => Promise<readonly HealthFact[]>;
  readonly now: () => string;
  readonly assets: Assets;
  /** Proves that a form is of this server. */
  readonly token: string;
}

/** A request, read whole. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Parameters<typeof isOwnHost>[0];
  readonly body: string;
}

/** Answers a request; what fails is a page that says so. */
export async function answer(site: Site, port: number, asked: Asked): Promise<Reply> {
  const { method, headers } = asked;
  if (!isOwnHost(headers, port))
    return refused(site, 403, 'Not here', `This page is at http://127.0.0.1:${port} only.`);
  const { pathname, searchParams } = new URL(asked.url, `http://127.0.0.1:${port}`);
  try {
    if (method === 'POST') return await changed(site, pathname, asked);
    if (method !== 'GET' && method !== 'HEAD')
      return refused(site, 405, 'Not allowed', `${method} is not answered; GET reads a page.`);
    return await read(site, pathname, searchParams);
  } catch (error) {
    const isAsked = error instanceof Failure && error.code === 'PAGE_UNREADABLE';
    const why = isAsked ? error.message : site.failureWords(error);
    return refused(site, isAsked ? 400 : 503, 'The groups cannot be shown', sentence(why));
  }
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
}

async function read(site: Site, path: string, query: URLSearchParams): Promise<Reply> {
  if (path === '/') return redirect('/causes');
  const file = site.assets.files.get(path);
  if (file !== undefined)
    return {
      status: 200,
      headers: { 'content-type': file.type, 'cache-control': 'max-age=31536000, immutable' },
      body: file.content,
    };
  const page = readPath(path, query);
  if (page === null) return missing(site);
  const address = await addressOf(site, page);
  return address === null ? missing(site) : drawn(site, address, null);
}

/** A link may be older than its group. */
function missing(site: Site): Reply {
  const text =
    'There is no such page, or the cause expired: groups are kept as long as the stack keeps denials.';
  return refused(site, 404, 'Not found', text);
}

async function addressOf({ groups }: Site, page: PageAddress): Promise<Address | null> {
  if (page.view !== 'cause') return page;
  const { code, ...rest } = page;
  const fingerprint = await groups.named(code);
  return fingerprint === null ? null : { ...rest, fingerprint };
}

async function drawn(site: Site, address: Address, note: string | null): Promise<Reply> {
  const now = site.now();
  const face = webFace(now, site.token);
  const range = rangeOf(spanOf(address), now);
  const health = address.view === 'overview' ? await site.health?.() : undefined;
  const drawing = { groups: site.groups, face, range, ...(health && { health }) };
  const view = await draw(address, drawing);
  if (view === null) return missing(site);
  const { title, body } = view;
  const section = address.view === 'overview' ? '/overview' : '/causes';
  const { source, assets } = site;
  return html(200, pageOf({ title, body: withNote(note, body), section, source, assets }));
}

function spanOf(address: Address) {
  if (address.view === 'causes') return address.query.span;
  return address.view === 'overview' ? address.span : FIRST_QUERY.span;
}

const CHANGE = /^\/causes\/(g-[a-z0-9]{12})\/([a-z]+)$/;

async function changed(site: Site, path: string, { headers, body }: Asked): Promise<Reply> {
  const form = new URLSearchParams(body);
  if (!isOwnOrigin(headers) || !isToken(form.get('token'), site.token))
    return refused(
      site,
      403,
      'Not changed',
      'The form is not of this page, or the dashboard was started again since: load the page again and repeat.',
    );
  const [, code = '', name = ''] = CHANGE.exec(path) ?? [];
  const now = site.now();
  const move = readMove(name, form.get('for') ?? undefined, now);
  if (move === null) return refused(site, 400, 'Not changed', 'The form asks for no change.');
  const fingerprint = await site.groups.named(code);
  if (fingerprint === null) return missing(site);
  const mover = { by: await site.caller(), now };
  const words = movedWords(await moveGroup(site.groups, fingerprint, move, mover));
  if (words === null) return redirect(`/causes/${code}`);
  return drawn(site, { view: 'cause', fingerprint }, words);
}

function refused(site: Site, status: number, title: string, text: string): Reply {
  const { source, assets } = site;
  return html(status, pageOf({ title, body: problem(title, text), section: '', source, assets }));
}
