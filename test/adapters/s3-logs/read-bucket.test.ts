import type { Bucket, LogObject } from '../../../adapters/s3-logs/bucket';
import { readBucket } from '../../../adapters/s3-logs/read-bucket';
import { wantedOf } from '../../../core/scan/log-keys';

const outage = Object.assign(new Error('S3 is away'), { name: 'TimeoutError' });
const refusal = Object.assign(new Error('S3 says why'), { name: 'AccessDenied' });

/** Reads a bucket of one folder, four requests at the same time. */
async function run(bucket: Partial<Bucket>, listener: { readonly onProgress?: () => void } = {}) {
  const stop = new AbortController();
  const damaged: string[] = [];
  await readBucket(
    {
      bucket: {
        list: () => Promise.resolve({ folders: [], objects: objects(0, 40), next: null }),
        bytesOf: () => Promise.resolve(Buffer.alloc(0)),
        close: () => undefined,
        ...bucket,
      },
      prefix: '',
      wanted: wantedOf(null, null),
      nameOf: (key) => key,
      read: () => undefined,
      listener: {
        record: () => undefined,
        damaged: (where) => void damaged.push(where),
        progress: () => listener.onProgress?.(),
      },
      stop: (error) => stop.abort(error),
    },
    4,
    stop.signal,
  );
  return { damaged, stopped: stop.signal.aborted ? stop.signal.reason : null };
}

const objects = (from: number, count: number): readonly LogObject[] =>
  Array.from({ length: count }, (_, at) => ({ key: `${from + at}.json`, size: 1 }));

describe('readBucket', () => {
  test('ends where S3 is away for twenty objects in a row', async () => {
    const { damaged, stopped } = await run({ bytesOf: () => Promise.reject(outage) });
    expect(stopped).toBe(outage);
    expect(damaged).toHaveLength(19);
  });

  test('goes on where S3 is away now and then', async () => {
    let asked = 0;
    const bytesOf = (): Promise<Buffer> =>
      (asked += 1) % 10 === 0 ? Promise.resolve(Buffer.alloc(0)) : Promise.reject(outage);
    const { damaged, stopped } = await run({ bytesOf });
    expect(stopped).toBeNull();
    expect(damaged).toHaveLength(36);
  });

  test('goes on where each object is forbidden', async () => {
    const { damaged, stopped } = await run({ bytesOf: () => Promise.reject(refusal) });
    expect(stopped).toBeNull();
    expect(damaged).toHaveLength(40);
  });

  test('holds no more than some objects, however many there are', async () => {
    let listed = 0;
    let read = 0;
    let most = 0;
    const list: Bucket['list'] = async (_, from) => {
      const begin = Number(from ?? 0);
      listed += 1_000;
      most = Math.max(most, listed - read);
      const next = begin < 59_000 ? String(begin + 1_000) : null;
      return { folders: [], objects: objects(begin, 1_000), next };
    };
    await run({ list }, { onProgress: () => void (read += 1) });
    expect(read).toBe(60_000);
    expect(most).toBeLessThanOrEqual(22_000);
  });
});
