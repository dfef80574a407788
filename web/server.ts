// reader's browser → [server] → groups: the dashboard on this machine, and reachable from nowhere else.
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Failure } from '../core/failure';
import { assetsOf } from './assets';
import { isOwnHost, SECURITY_HEADERS } from './guard';
import { type Live, startLive } from './live';
import { answer, type Site } from './routes';

/** What the dashboard shows, and where. */
export interface DashboardOptions extends Pick<
  Site,
  'groups' | 'caller' | 'source' | 'failureWords'
> {
  /** The browser's script. */
  readonly script: string;
  /** What is known of the pipeline beside the groups. @default - nothing */
  readonly health?: NonNullable<Site['health']>;
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
  const site: Site = { ...shown, now, token, assets: assetsOf(script) };
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

function portFailure(error: Error, port: number): Error {
  if (!('code' in error) || error.code !== 'EADDRINUSE') return error;
  return new Failure(
    'PORT_TAKEN',
    `port ${port} is taken by another program; give another --port, or none for a free one`,
    error,
  );
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
  const { method = 'GET', url = '/', headers } = request;
  if (method === 'GET' && url === '/live' && isOwnHost(headers, serving.port))
    return stream(response, serving.live);
  const body = await bodyOf(request);
  if (body === null) {
    response.writeHead(413, { ...SECURITY_HEADERS, connection: 'close' }).end();
    return;
  }
  const reply = await answer(serving.site, serving.port, { method, url, headers, body });
  const length = { 'content-length': String(Buffer.byteLength(reply.body)) };
  response.writeHead(reply.status, { ...SECURITY_HEADERS, ...reply.headers, ...length });
  response.end(method === 'HEAD' ? undefined : reply.body);
}

/** Null for what is longer than any form. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > LONGEST_BODY) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
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
