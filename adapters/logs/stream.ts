// stream → [records]: a log of any size, in the memory of one record.
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Source } from '../../core/scan/source';
import { denialsOf } from './parsed';
import type { Hears } from './read-log';
import { splitter } from './split';
import { isGzip } from './unzip';

/** Standard input, or anything else that comes in pieces: gzip or plain. */
export function logStream(stream: AsyncIterable<Buffer>, name: string): Source {
  return async (listener, signal) => {
    let done = 0;
    const counted = async function* (): AsyncIterable<Buffer> {
      for await (const chunk of stream) {
        done += chunk.length;
        listener.progress(done, null);
        yield chunk;
      }
    };
    await readLogStream(counted(), name, listener, signal);
  };
}

/** A file that is too large to be read at once. */
export function readLargeFile(path: string, hears: Hears, signal?: AbortSignal): Promise<void> {
  return readLogStream(createReadStream(path, { highWaterMark: CHUNK }), path, hears, signal);
}

const CHUNK = 256 * 1024;
/** A part of the key `errorCode`, or letters that are escaped. */
const MAY_BE_DENIED = /rror|\\u00/;

async function readLogStream(
  stream: AsyncIterable<Buffer>,
  name: string,
  hears: Hears,
  signal?: AbortSignal,
): Promise<void> {
  let isEmpty = true;
  const wrong: string[] = [];
  const objects = splitter((text) => {
    if (!MAY_BE_DENIED.test(text)) return;
    try {
      denialsOf(JSON.parse(text)).forEach(hears.record);
    } catch {
      wrong.push(text);
    }
  });
  const take = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of chunks) {
      isEmpty &&= chunk.length === 0;
      objects.push(chunk);
    }
  };
  try {
    await unzipped(stream, take, signal);
  } catch (error) {
    if (signal?.aborted === true) return;
    const why = error instanceof Error ? error.message : String(error);
    return hears.damaged(name, `it could not be read to its end: ${why}`);
  }
  const fault = isEmpty ? 'it is empty' : objects.end();
  if (fault !== null) hears.damaged(name, fault);
  if (wrong.length > 0)
    hears.damaged(
      name,
      `${wrong.length} of its objects ${wrong.length === 1 ? 'is' : 'are'} not JSON`,
    );
}

/** Looks at the first bytes to know whether to unzip. */
async function unzipped(
  stream: AsyncIterable<Buffer>,
  take: (chunks: AsyncIterable<Buffer>) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const iterator = stream[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done === true) return;
  const begin = Buffer.from(first.value);
  const all = async function* (): AsyncIterable<Buffer> {
    yield begin;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next())
      yield Buffer.from(next.value);
  };
  const options = signal === undefined ? {} : { signal };
  if (isGzip(begin)) return pipeline(all, createGunzip({ chunkSize: CHUNK }), take, options);
  return pipeline(all, take, options);
}
