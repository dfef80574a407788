import { s3Logs } from '../../../adapters/s3-logs';
import { BUCKET, s3Error, startS3 } from './stand-in';

type Options = Parameters<typeof s3Logs>[0];

const RANGE = { from: '2026-01-30T22:00:00Z', to: '2026-01-31T23:59:59Z' };
const REGIONS = ['eu-west-1', 'us-east-1'];
const DAYS = ['2025/12/31', '2026/01/29', '2026/01/30', '2026/01/31', '2026/02/01', '2026/02/02'];
const MEGABYTE = 1024 ** 2;

const key = (day: string, region = 'eu-west-1', account = '111122223333'): string =>
  `AWSLogs/${account}/CloudTrail/${region}/${day}/file.json.gz`;

/** A bucket with the files of some days, each of which holds its key. */
const holding = (keys: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(keys.map((one) => [one, `ü ${one}`]));

const TRAIL = holding([
  ...REGIONS.flatMap((region) => DAYS.map((day) => key(day, region))),
  key('2026/01/31', 'eu-west-1', '444455556666'),
  'AWSLogs/111122223333/CloudTrail-Digest/eu-west-1/2026/01/31/digest.json.gz',
  'AWSLogs/111122223333/CloudTrail-Insight/eu-west-1/2026/01/31/insight.json.gz',
]);

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function run(
  settings: Parameters<typeof startS3>[0],
  options: Partial<Options> = {},
  signal = new AbortController().signal,
) {
  const s3 = await startS3(settings);
  stops.push(() => s3.stop());
  const read: Record<string, string> = {};
  const damaged: (readonly [string, string])[] = [];
  const progress: (readonly [number, number | null])[] = [];
  const source = s3Logs({
    bucket: BUCKET,
    prefix: '',
    range: RANGE,
    regions: null,
    connection: {
      region: 'us-east-1',
      endpoint: s3.url,
      credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'an-invented-secret' },
    },
    read: (bytes, name, listener) => {
      read[name.slice(`s3://${BUCKET}/`.length)] = bytes.toString('utf8');
      listener.record('{}');
    },
    ...options,
  });
  let records = 0;
  let thrown: unknown = null;
  const listener = {
    record: () => void (records += 1),
    damaged: (where: string, why: string) => void damaged.push([where, why]),
    progress: (done: number, of: number | null) => void progress.push([done, of]),
  };
  try {
    await source(listener, signal);
  } catch (error) {
    thrown = error;
  }
  return { read, keys: Object.keys(read).toSorted(), records, damaged, progress, thrown, ...s3 };
}

const inRange = (region: string): readonly string[] =>
  ['2026/01/30', '2026/01/31', '2026/02/01'].map((day) => key(day, region));

describe('what is read', () => {
  test('are the days of the range and the one after, of all accounts and Regions', async () => {
    const { keys, read, asked, damaged, records } = await run({ objects: TRAIL });
    const expected = [
      ...REGIONS.flatMap(inRange),
      key('2026/01/31', 'eu-west-1', '444455556666'),
    ].toSorted();
    expect(keys).toEqual(expected);
    expect(records).toBe(7);
    expect(damaged).toEqual([]);
    for (const [name, text] of Object.entries(read)) expect(text).toBe(TRAIL[name]);
    const prefixes = asked.filter(({ kind }) => kind === 'list').map(({ of }) => of);
    expect(prefixes.toSorted()).toEqual([
      '',
      'AWSLogs/',
      'AWSLogs/111122223333/CloudTrail/',
      'AWSLogs/111122223333/CloudTrail/eu-west-1/2026/0',
      'AWSLogs/111122223333/CloudTrail/us-east-1/2026/0',
      'AWSLogs/444455556666/CloudTrail/',
      'AWSLogs/444455556666/CloudTrail/eu-west-1/2026/0',
    ]);
  });

  test.each([
    ['AWSLogs/111122223333', REGIONS.flatMap(inRange)],
    ['AWSLogs/111122223333/CloudTrail/us-', inRange('us-east-1')],
    ['AWSLogs/111122223333/CloudTrail/us-east-1/2026/01/', inRange('us-east-1').slice(0, 2)],
    [key('2026/01/31'), [key('2026/01/31')]],
  ])('begins where it is told: %s', async (prefix, expected) => {
    expect((await run({ objects: TRAIL }, { prefix })).keys).toEqual(expected);
  });

  test('are some Regions alone, where they are named', async () => {
    const { keys, asked } = await run({ objects: TRAIL }, { regions: ['us-east-1'] });
    expect(keys).toEqual(inRange('us-east-1'));
    expect(asked.some(({ of }) => of.includes('eu-west-1'))).toBe(false);
  });

  test('is found in a trail of an organization, below a prefix, in pages of one', async () => {
    const deep = 'audit/team/AWSLogs/o-abcdefghij/111122223333/CloudTrail/eu-west-1/';
    const names = DAYS.map((day) => `${deep}${day}/a.json.gz`);
    const { keys } = await run({ objects: holding(names), pageSize: 1 });
    expect(keys).toEqual(names.slice(2, 5));
  });

  test('is all that is JSON, where the keys have no layout', async () => {
    const names = [
      'a.json',
      'b c/d+e.json.gz',
      'b c/😀/&/f.json',
      'g.txt',
      'h/CloudTrail-Digest/i.json',
    ];
    const { keys } = await run({ objects: holding(names), pageSize: 2 });
    expect(keys).toEqual(['a.json', 'b c/d+e.json.gz', 'b c/😀/&/f.json']);
  });

  test('is listed no further than the range goes', async () => {
    const later = Array.from({ length: 60 }, (_, at) => `2026/03/${String(at + 10)}`);
    const objects = holding([...DAYS, ...later].map((day) => key(day)));
    const prefix = 'AWSLogs/111122223333/CloudTrail/eu-west-1/';
    const { asked, keys } = await run({ objects, pageSize: 4 }, { prefix });
    expect(keys).toHaveLength(3);
    expect(asked.filter(({ kind }) => kind === 'list')).toHaveLength(1);
  });

  test('ends with all bytes done, of as many', async () => {
    const { progress, keys } = await run({ objects: TRAIL });
    const bytes = keys.reduce((sum, one) => sum + Buffer.byteLength(TRAIL[one] ?? ''), 0);
    expect(progress.at(-1)).toEqual([bytes, bytes]);
  });

  test('an empty place is told', async () => {
    const { damaged } = await run({ objects: TRAIL }, { prefix: 'AWSLog/' });
    expect(damaged).toEqual([
      ['s3://logs/AWSLog/', 'no log file is there for this time and these Regions'],
    ]);
  });
});

describe('what cannot be read', () => {
  const objects = holding(['a.json', 'b.json', 'c.json']);

  test('objects that are missing or forbidden are damaged, and the others are read', async () => {
    const { keys, damaged, progress } = await run({
      objects,
      instead: ({ of }) =>
        of === 'a.json'
          ? s3Error(404, 'NoSuchKey')
          : of === 'b.json'
            ? s3Error(403, 'AccessDenied')
            : null,
    });
    expect(keys).toEqual(['c.json']);
    expect(damaged.map(([where, why]) => `${where}: ${why}`).toSorted()).toEqual([
      's3://logs/a.json: NoSuchKey: S3 says why',
      's3://logs/b.json: AccessDenied: S3 says why',
    ]);
    expect(progress.at(-1)?.[0]).toBe(progress.at(-1)?.[1]);
  });

  test('a folder that may not be listed is damaged', async () => {
    const { keys, damaged } = await run({
      objects: TRAIL,
      instead: ({ kind, of }) =>
        kind === 'list' && of.includes('eu-west-1') ? s3Error(403, 'AccessDenied') : null,
    });
    expect(keys).toEqual(inRange('us-east-1'));
    expect(damaged).toContainEqual([
      's3://logs/AWSLogs/111122223333/CloudTrail/eu-west-1/2026/0',
      'AccessDenied: S3 says why',
    ]);
  });

  test.each([
    ['AccessDenied', 403],
    ['NoSuchBucket', 404],
    ['ExpiredToken', 400],
  ])('throws where the prefix cannot be listed: %s', async (code, status) => {
    const { thrown, damaged } = await run({ objects, instead: () => s3Error(status, code) });
    expect(thrown).toMatchObject({ name: code });
    expect(damaged).toEqual([]);
  });

  test('throws where credentials expire on the way', async () => {
    const { thrown, damaged } = await run({
      objects,
      instead: ({ kind }) => (kind === 'get' ? s3Error(400, 'ExpiredToken') : null),
    });
    expect(thrown).toMatchObject({ name: 'ExpiredToken' });
    expect(damaged).toEqual([]);
  });

  test('throws what the reader throws', async () => {
    const read = (): never => {
      throw new Error('the disk is full');
    };
    expect((await run({ objects }, { read })).thrown).toEqual(new Error('the disk is full'));
  });

  test('an object above 64 MB is read, one at a time; above 256 MB it is damaged', async () => {
    let reading = 0;
    let most = 0;
    const sizes = { 'a.json': 65 * MEGABYTE, 'b.json': 256 * MEGABYTE, 'c.json': 257 * MEGABYTE };
    const { keys, damaged } = await run({
      objects,
      sizes,
      instead: async ({ kind }) => {
        if (kind !== 'get') return null;
        most = Math.max(most, (reading += 1));
        await new Promise((resolve) => setTimeout(resolve, 25));
        reading -= 1;
        return null;
      },
    });
    expect(keys).toEqual(['a.json', 'b.json']);
    expect(most).toBe(1);
    expect(damaged).toEqual([
      [
        's3://logs/c.json',
        'it is larger than 256 MB, the most that is read from S3; copy it to this machine and scan the file',
      ],
    ]);
  });

  test('an object that has grown meanwhile is not held', async () => {
    const { keys, damaged } = await run({
      objects,
      instead: ({ of }) =>
        of === 'b.json'
          ? { status: 200, headers: { 'content-length': String(300 * MEGABYTE) }, body: 'cut' }
          : null,
    });
    expect(keys).toEqual(['a.json', 'c.json']);
    expect(damaged).toHaveLength(1);
  });
});

describe('the way to S3', () => {
  const objects = holding(['a.json', 'b.json']);

  test('leads to the Region of the bucket, which is asked for once', async () => {
    const { keys, asked } = await run({
      objects,
      instead: ({ region }) =>
        region === 'eu-west-1'
          ? null
          : s3Error(301, 'PermanentRedirect', { 'x-amz-bucket-region': 'eu-west-1' }),
    });
    expect(keys).toEqual(['a.json', 'b.json']);
    expect(asked.map(({ kind, region }) => `${kind} ${region}`)).toEqual([
      'head us-east-1',
      'head eu-west-1',
      'list eu-west-1',
      'get eu-west-1',
      'get eu-west-1',
    ]);
  });

  test('is redirected each time where S3 does not tell the Region first', async () => {
    const { keys } = await run({
      objects,
      instead: ({ kind, region }) => {
        if (kind === 'head') return s3Error(403, 'AccessDenied');
        const headers = { 'x-amz-bucket-region': 'eu-west-1' };
        return region === 'eu-west-1' ? null : s3Error(301, 'PermanentRedirect', headers);
      },
    });
    expect(keys).toEqual(['a.json', 'b.json']);
  });

  test('has as many requests at the same time as wanted, and no more', async () => {
    let running = 0;
    let most = 0;
    const names = Array.from({ length: 20 }, (_, at) => `${at}.json`);
    const { keys } = await run(
      {
        objects: holding(names),
        instead: async () => {
          most = Math.max(most, (running += 1));
          await new Promise((resolve) => setTimeout(resolve, 5));
          running -= 1;
          return null;
        },
      },
      { concurrency: 3 },
    );
    expect(keys).toHaveLength(20);
    expect(most).toBe(3);
  });

  test.each(['list', 'get', 'head'] as const)('is left at once when told: %s', async (at) => {
    const stop = new AbortController();
    const { thrown, damaged } = await run(
      {
        objects,
        instead: ({ kind }) => {
          if (kind !== at) return null;
          stop.abort();
          return new Promise(() => undefined);
        },
      },
      {},
      stop.signal,
    );
    expect({ thrown, damaged }).toEqual({ thrown: null, damaged: [] });
  });

  test('is left in the middle of an object', async () => {
    const stop = new AbortController();
    const headers = { 'content-length': '1000' };
    const { thrown, damaged, keys } = await run(
      {
        objects,
        instead: ({ kind }) => {
          if (kind !== 'get') return null;
          setTimeout(() => stop.abort(), 20);
          return { status: 200, headers, body: 'the begin' };
        },
      },
      {},
      stop.signal,
    );
    expect({ thrown, damaged, keys }).toEqual({ thrown: null, damaged: [], keys: [] });
  });
});
