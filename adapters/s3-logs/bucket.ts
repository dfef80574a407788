// s3:// → [bucket] → bytes: the requests that S3 gets.
import { Readable } from 'node:stream';
import {
  GetObjectCommand,
  type GetObjectCommandInput,
  HeadBucketCommand,
  ListObjectsV2Command,
  S3Client,
} from '@aws-sdk/client-s3';
import type { Listing } from '../../core/scan/log-keys';
import type { Connection } from '../connection';

/** Bounds for one request, so that a hanging endpoint costs some tries and not the whole scan. */
const BOUNDS = {
  connectionTimeout: 5_000,
  requestTimeout: 30_000,
  socketTimeout: 30_000,
  throwOnRequestTimeout: true,
};

/** An object is held in memory whole: above the one size alone, above the other not at all. */
const LARGE_BYTES = 64 * 1024 ** 2;
const MOST_BYTES = 256 * 1024 ** 2;

/** An object of a listing. */
export interface LogObject {
  readonly key: string;
  readonly size: number;
}

/** One answer of a listing. */
export interface Page {
  readonly folders: readonly string[];
  readonly objects: readonly LogObject[];
  /** Where the next one begins; null where this is the last. */
  readonly next: string | null;
}

/** A bucket that is read; both calls throw what the SDK throws. */
export interface Bucket {
  readonly list: (listing: Listing, from: string | null) => Promise<Page>;
  /** The bytes as they are stored. */
  readonly bytesOf: (object: LogObject) => Promise<Buffer | 'too large'>;
  readonly close: () => void;
}

/** Opens a bucket in whatever Region it is. */
export async function openBucket(
  name: string,
  connection: Connection,
  signal: AbortSignal,
): Promise<Bucket> {
  const region = await regionOf(name, connection, signal);
  const client = clientWith(region === null ? connection : { ...connection, region });
  const alone = oneAtATime();
  return {
    list: async (listing, from) => {
      const { prefix } = listing;
      const where =
        listing.kind === 'folders'
          ? { Delimiter: '/' }
          : { StartAfter: listing.after ?? undefined };
      const again = from === null ? {} : { ContinuationToken: from };
      const request = { Bucket: name, Prefix: prefix, ...where, ...again };
      const page = await client.send(new ListObjectsV2Command(request), { abortSignal: signal });
      return {
        folders: (page.CommonPrefixes ?? []).flatMap(({ Prefix }) => Prefix ?? []),
        objects: (page.Contents ?? []).map(({ Key = '', Size = 0 }) => ({ key: Key, size: Size })),
        next: page.NextContinuationToken ?? null,
      };
    },
    bytesOf: ({ key, size }) => {
      const read = () => bytesOf(client, { Bucket: name, Key: key }, signal);
      if (size > MOST_BYTES) return Promise.resolve('too large');
      return size > LARGE_BYTES ? alone(read) : read();
    },
    close: () => client.destroy(),
  };
}

async function bytesOf(
  client: S3Client,
  request: GetObjectCommandInput,
  signal: AbortSignal,
): Promise<Buffer | 'too large'> {
  const command = new GetObjectCommand(request);
  const { Body, ContentLength = 0 } = await client.send(command, { abortSignal: signal });
  if (ContentLength > MOST_BYTES) {
    // It has grown since it was listed.
    if (Body instanceof Readable) Body.destroy();
    return 'too large';
  }
  const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(run: () => Promise<T>): Promise<T> => {
    const mine = last.then(run);
    last = mine.catch(() => undefined);
    return mine;
  };
}

function clientWith(connection: Connection): S3Client {
  return new S3Client({
    requestHandler: BOUNDS,
    maxAttempts: 5,
    followRegionRedirects: true,
    // Log files are compressed, and that has a checksum of its own.
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...connection,
    ...(connection.endpoint !== undefined && { forcePathStyle: true }),
  });
}

/** Asked once, so that not each request is redirected. Null where S3 does not say: others will. */
async function regionOf(
  name: string,
  connection: Connection,
  signal: AbortSignal,
): Promise<string | null> {
  const client = clientWith(connection);
  try {
    const command = new HeadBucketCommand({ Bucket: name });
    return (await client.send(command, { abortSignal: signal })).BucketRegion ?? null;
  } catch {
    return null;
  } finally {
    client.destroy();
  }
}
