// [HTTP] → event → rule → …: takes events while `--keep` leaves local mode up.
import { UsageError } from './options';
import { eventsInBytes } from './read-file';
import { type Loopback, type Reply, type Request, startLoopback } from './wire/loopback';

/** Starts a server that takes posted events, and answers with what became of them. */
export function startInbox(
  take: (events: readonly object[]) => Promise<string>,
): Promise<Loopback> {
  return startLoopback(async (request) => {
    if (isFromBrowser(request)) return reply(403, 'web pages may not send events here\n');
    if (request.method !== 'POST') return reply(405, 'send events with POST\n');
    try {
      return reply(200, await take(eventsInBytes(request.bytes, 'the request')));
    } catch (error) {
      if (error instanceof UsageError) return reply(400, `${error.message}\n`);
      throw error;
    }
  });
}

/** A web page that somebody visits must not be able to send events here. */
function isFromBrowser({ headers }: Request): boolean {
  return headers.origin !== undefined || !/^127\.0\.0\.1(:\d+)?$/.test(headers.host ?? '');
}

function reply(status: number, body: string): Reply {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}
