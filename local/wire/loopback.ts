// HTTP on 127.0.0.1, on a free port: nothing of the local mode is reachable from elsewhere.
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';

/** A request, read whole. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  /** The bytes as text. */
  readonly body: string;
}

/** An answer, whole. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** A running server. */
export interface Loopback {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a server that answers each request with one function. */
export async function startLoopback(answer: (request: Request) => Promise<Reply>) {
  const server = createServer((request, response) => {
    respond(request, response, answer).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  } satisfies Loopback;
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (request: Request) => Promise<Reply>,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const bytes = Buffer.concat(chunks);
  const reply = await answer({
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    headers: request.headers,
    bytes,
    body: bytes.toString('utf8'),
  });
  response.writeHead(reply.status, reply.headers).end(reply.body);
}
