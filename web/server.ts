// reader's browser → [server] → groups: the dashboard on this machine, and reachable from nowhere else.
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Failure } from '../core/failure';
import { assetsOf } from './assets';
import { isOwnHost, isOwnSite, SECURITY_HEADERS } from './guard';
import { type Live, startLive } from './live';
import { namesOf } from './names';
import { answer } from './routes';
import type { Site } from './site';

/** What the dashboard shows, and where. */
export interface DashboardOptions extends Pick<
  Site,
  'groups' | 'caller' | 'source' | 'failureWords' | 'health' | 'isPast'
> {
  /** The browser's script. */
  readonly script: string;
  /** @default - a free one */
  readonly port?: number;
  /** @default - the time of this machine */
  readonly now?: () => string;
  /** How often changes are looked for while a page is open. @default 3000 */
  readonly pollMilliseconds?: number;
}

/** A running dashboard. */
export interface Dashboard {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const POLL_MILLISECONDS = 3_000;
/** A form is far smaller. */
const LONGEST_BODY = 16_384;

/** Starts the server on 127.0.0.1; throws a {@link Failure} `PORT_TAKEN`. */
export async function startDashboard(options: DashboardOptions): Promise<Dashboard> {
  const { script, port = 0, pollMilliseconds = POLL_MILLISECONDS, ...shown } = options;
  const now = options.now ?? (() => new Date().toISOString());
  const token = randomBytes(32).toString('hex');
  const names = namesOf(shown.groups);
  const site: Site = { ...shown, now, token, names, assets: assetsOf(script) };
  const live = startLive({ groups: shown.groups, now, pollMilliseconds });
  const server = createServer((request, response) => {
    const own = portOf(server.address());
    respond({ request, response }, { site, live, port: own }).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portFailure(error, port)));
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    close: async () => {
      live.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  return address === null || typeof address === 'string' ? 0 : address.port;
}

/** Why a port cannot be had, by the code of the system. */
const PORT_WORDS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken by another program',
  EACCES: 'is kept for programs of the system',
};

function portFailure(error: Error, port: number): Error {
  const why = 'code' in error ? PORT_WORDS[String(error.code)] : undefined;
  if (why === undefined) return error;
  const message = `port ${port} ${why}; give another --port, or none for a free one`;
  return new Failure('PORT_TAKEN', message, error);
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

interface Serving {
  readonly site: Site;
  readonly live: Live;
  readonly port: number;
}

async function respond({ request, response }: Exchange, serving: Serving): Promise<void> {
  const { site, live, port } = serving;
  const { method = 'GET', url = '/', headers } = request;
  const isListener = method === 'GET' && url === '/live' && isOwnSite(headers);
  if (isListener && isOwnHost(headers, port)) return stream(response, live);
  const body = await bodyOf(request);
  const reply = await answer(site, port, { method, url, headers, body });
  const length = { 'content-length': String(Buffer.byteLength(reply.body)) };
  response.writeHead(reply.status, { ...SECURITY_HEADERS, ...reply.headers, ...length });
  response.end(method === 'HEAD' ? undefined : reply.body);
}

/** Null for what is longer than any form; it is read to its end, so that the answer arrives. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length <= LONGEST_BODY) chunks.push(bytes);
  }
  return length > LONGEST_BODY ? null : Buffer.concat(chunks).toString('utf8');
}

/** @see https://html.spec.whatwg.org/multipage/server-sent-events.html */
function stream(response: ServerResponse, live: Live): void {
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
  });
  response.write(': listening\n\n');
  const stop = live.listen((event) => {
    response.write(event === 'changed' ? 'event: changed\ndata:\n\n' : ': still\n\n');
  });
  response.once('close', stop);
}
