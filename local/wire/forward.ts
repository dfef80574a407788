// handler → endpoint → [emulator]: passes a request on as it came.
import { request as httpRequest } from 'node:http';
import type { Reply, Request } from './loopback';

/** Sends the request to the emulator and reads its answer whole. */
export function forward(
  upstream: string,
  { method, path, headers, bytes }: Request,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(new URL(path, upstream), { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 500,
          headers: keptHeaders(response.headers),
          body: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(bytes);
  });
}

/** Headers that describe the content; those of the connection are ours. */
function keptHeaders(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  const kept = Object.entries(headers).filter(
    ([name]) => name.startsWith('x-amz') || name === 'content-type',
  );
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}
