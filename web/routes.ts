// request → [reply]: which page, file or change a path stands for.
import { Failure } from '../core/failure';
import type { Address } from '../core/render/html/face';
import { type PageAddress, readPath } from './address';
import { changed, changedCode } from './change';
import { isOwnHost } from './guard';
import { drawn, missing, refused } from './pages';
import { redirect, type Reply } from './reply';
import type { Asked, Site } from './site';

/** Answers a request; what fails is a page that says so. */
export async function answer(site: Site, port: number, asked: Asked): Promise<Reply> {
  const { method, headers } = asked;
  if (!isOwnHost(headers, port))
    return refused(site, 403, 'Not here', `This page is at http://127.0.0.1:${port} only.`);
  const { path, query } = partsOf(asked.url);
  try {
    if (method === 'POST') return await changed(site, path, asked);
    if (method !== 'GET' && method !== 'HEAD') return notAllowed(site, method);
    return await read(site, path, query);
  } catch (error) {
    const isAsked = error instanceof Failure && error.code === 'PAGE_UNREADABLE';
    const why = isAsked ? error.message : site.failureWords(error);
    return refused(site, isAsked ? 400 : 503, 'The groups cannot be shown', sentence(why));
  }
}

/** Taken apart by hand: `URL` throws for some of what programs send. */
function partsOf(url: string): { readonly path: string; readonly query: URLSearchParams } {
  const at = url.indexOf('?');
  const path = at < 0 ? url : url.slice(0, at);
  return { path, query: new URLSearchParams(at < 0 ? '' : url.slice(at)) };
}

function notAllowed(site: Site, method: string): Reply {
  const text = `${method} is not answered here; allowed are GET and HEAD, and POST for the forms of a cause.`;
  const reply = refused(site, 405, 'Not allowed', text);
  return { ...reply, headers: { ...reply.headers, allow: 'GET, HEAD' } };
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
}

async function read(site: Site, path: string, query: URLSearchParams): Promise<Reply> {
  if (path === '/') return redirect('/causes');
  // Whoever loads again what a form answered gets the group.
  const code = changedCode(path);
  if (code !== null) return redirect(`/causes/${code}`);
  const file = site.assets.files.get(path);
  if (file !== undefined)
    return {
      status: 200,
      headers: { 'content-type': file.type, 'cache-control': 'max-age=31536000, immutable' },
      body: file.content,
    };
  const page = readPath(path, query);
  const address = page && (await addressOf(site, page));
  return address === null ? missing(site) : drawn(site, address);
}

async function addressOf({ names }: Site, page: PageAddress): Promise<Address | null> {
  if (page.view !== 'cause') return page;
  const { code, ...rest } = page;
  const fingerprint = await names.find(code);
  return fingerprint === null ? null : { ...rest, fingerprint };
}
