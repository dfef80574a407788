import * as fc from 'fast-check';
import {
  isWanted,
  type Listing,
  listingOf,
  readS3Address,
  wantedOf,
} from '../../../core/scan/log-keys';

const ALL = wantedOf(null, null);
const JANUARY = { from: '2026-01-30T22:00:00Z', to: '2026-01-31T23:59:59Z' };
const TRAIL = 'AWSLogs/111122223333/CloudTrail/';
const key = (day: string, region = 'eu-west-1'): string =>
  `${TRAIL}${region}/${day}/111122223333_CloudTrail_${region}_${day.replaceAll('/', '')}T0005Z_a.json.gz`;

describe('readS3Address', () => {
  test.each(['', 's3:/logs', 's3://', 's3://Logs/a', 's3://a/b', 'http://logs/a', 'logs/a'])(
    'reads %j as none',
    (text) => {
      expect(readS3Address(text)).toBeNull();
    },
  );

  test.each([
    ['s3://logs', 'logs', ''],
    ['s3://logs/', 'logs', ''],
    ['s3://my.logs-1/a b/ü?#', 'my.logs-1', 'a b/ü?#'],
    ['s3://logs//a', 'logs', '/a'],
  ])('reads %j', (text, bucket, prefix) => {
    expect(readS3Address(text)).toEqual({ bucket, prefix });
  });
});

describe('isWanted', () => {
  test.each([
    'AWSLogs/111122223333/CloudTrail-Digest/eu-west-1/2026/01/31/a.json.gz',
    'AWSLogs/111122223333/CloudTrail-Insight/eu-west-1/2026/01/31/a.json.gz',
    'copies/CloudTrail-Digest/a.json.gz',
    'AWSLogs/111122223333/Config/eu-west-1/2026/1/31/ConfigHistory/a.json.gz',
    `${TRAIL}eu-west-1/a.json.gz`,
    `${key('2026/01/31')}.tmp`,
    key('2026/01/29'),
    key('2026/02/02'),
    key('2026/01/31', 'us-east-1'),
  ])('leaves out %s', (one) => {
    expect(isWanted(one, wantedOf(JANUARY, ['eu-west-1']))).toBe(false);
  });

  test.each([
    key('2026/01/30'),
    key('2026/02/01'),
    `a/b/${key('2026/01/31')}`,
    `AWSLogs/AWSLogs/o-abcdefghij/${key('2026/01/31').slice('AWSLogs/'.length)}`,
    'copies/a.json',
    'AWSLogs/by-hand/a.json.gz',
  ])('takes %s', (one) => {
    expect(isWanted(one, wantedOf(JANUARY, ['eu-west-1']))).toBe(true);
  });
});

describe('listingOf', () => {
  const listing = (prefix: string, wanted = wantedOf(JANUARY, ['eu-west-1'])): Listing | null =>
    listingOf(prefix, '', wanted);

  test('goes right to the folder of CloudTrail in that of an account', () => {
    const trail = { kind: 'folders', prefix: TRAIL };
    expect(listing('AWSLogs/111122223333/')).toEqual(trail);
    expect(listing('AWSLogs/111122223333/Cloud')).toEqual(trail);
    expect(listing(TRAIL)).toEqual(trail);
  });

  test.each([
    'AWSLogs/111122223333/Config/',
    'AWSLogs/111122223333/CloudTrail-Digest/',
    `${TRAIL}us-east-1/`,
    `${TRAIL}eu-west-1/2025/`,
  ])('has nothing to list of %s', (prefix) => {
    expect(listing(prefix)).toBeNull();
  });

  test('lists the days of a Region at once', () => {
    const region = `${TRAIL}eu-west-1/`;
    expect(listing(region)).toEqual({
      kind: 'objects',
      prefix: `${region}2026/0`,
      after: `${region}2026/01/30/`,
      before: `${region}2026/02/010`,
    });
    expect(listing(`${region}2026/02/`)).toMatchObject({ prefix: `${region}2026/02/` });
  });

  test('lists all of a Region where all times are wanted', () => {
    const prefix = `${TRAIL}eu-west-1/`;
    const all = { kind: 'objects', prefix, after: null, before: null };
    expect(listing(prefix, ALL)).toEqual(all);
  });

  test('looks for trails two levels below the start, and lists the rest as it is', () => {
    expect(listing('a/b/', ALL)).toEqual({ kind: 'folders', prefix: 'a/b/' });
    expect(listing('a/b/AWSLogs/o-abcdefghij/', ALL)).toMatchObject({ kind: 'folders' });
    expect(listing('a/b/c/', ALL)).toMatchObject({ kind: 'objects', prefix: 'a/b/c/' });
    expect(listingOf('a/b/c/', 'a/b/', ALL)).toMatchObject({ kind: 'folders' });
  });
});

/** Keys as trails write them, and as people put files beside them. */
const day = fc
  .integer({ min: Date.parse('2025-12-20'), max: Date.parse('2026-03-10') })
  .map((time) => new Date(time).toISOString());
const region = fc.constantFrom('eu-west-1', 'us-east-1', 'us-gov-east-1');
const logKey = fc
  .record({
    before: fc.constantFrom(
      '',
      '',
      'trail/',
      'a/b/',
      'a/b/c/d/',
      'AWSLogs/',
      'AWSLogs/x/',
      'AWSLogs/444455556666/',
      'ü😀/',
    ),
    organization: fc.constantFrom('', 'o-abcdefghij/'),
    account: fc.constantFrom('111122223333', '444455556666', '12'),
    folder: fc.constantFrom(
      'CloudTrail',
      'CloudTrail',
      'CloudTrail',
      'CloudTrail-Digest',
      'Config',
    ),
    region,
    day,
    name: fc.constantFrom('a.json.gz', 'b.json', 'c.txt', 'd/e.json.gz'),
  })
  .map((one) => {
    const date = one.day.slice(0, 10).replaceAll('-', '/');
    const { before, organization, account, folder } = one;
    return `${before}AWSLogs/${organization}${account}/${folder}/${one.region}/${date}/${one.name}`;
  });
const otherKey = fc
  .array(fc.constantFrom('a', 'b', 'c', 'AWSLogs', 'o-abcdefghij', 'CloudTrail-Insight', '2026'), {
    maxLength: 6,
  })
  .map((folders) => [...folders, 'x.json'].join('/'));
const keys = fc.uniqueArray(fc.oneof({ weight: 4, arbitrary: logKey }, otherKey), {
  maxLength: 60,
  size: 'max',
});

/** All keys that are listed on the way down, as a bucket answers. */
function walk(bucket: readonly string[], start: string, wanted: typeof ALL): readonly string[] {
  const found: string[] = [];
  const next = [start];
  for (let prefix = next.pop(); prefix !== undefined; prefix = next.pop()) {
    const listing = listingOf(prefix, start, wanted);
    if (listing === null) continue;
    const below = bucket.filter((one) => one.startsWith(listing.prefix));
    if (listing.kind === 'objects') {
      const { after, before } = listing;
      found.push(
        ...below.filter((one) => one > (after ?? '') && (before === null || one < before)),
      );
      continue;
    }
    const rest = (one: string): string => one.slice(listing.prefix.length);
    found.push(...below.filter((one) => !rest(one).includes('/')));
    const folders = below
      .filter((one) => rest(one).includes('/'))
      .map((one) => listing.prefix + rest(one).slice(0, rest(one).indexOf('/') + 1));
    next.push(...new Set(folders));
  }
  return found;
}

/** What is wanted, by splitting each key. */
function naive(
  one: string,
  range: { readonly from: string; readonly to: string } | null,
  regions: readonly string[] | null,
): boolean {
  const folders = one.split('/');
  if (!one.endsWith('.json') && !one.endsWith('.json.gz')) return false;
  if (folders.some((name) => /^CloudTrail-(Digest|Insight)$/.test(name))) return false;
  const at = folders.findIndex(
    (name, place) =>
      /^\d{12}$/.test(name) &&
      (folders[place - 1] === 'AWSLogs' ||
        (folders[place - 2] === 'AWSLogs' && folders[place - 1]?.startsWith('o-'))),
  );
  if (at < 0) return true;
  const [trail, where = '', year, month, date, ...rest] = folders.slice(at + 1);
  if (trail !== 'CloudTrail' || rest.length !== 1) return false;
  if (regions !== null && !regions.includes(where)) return false;
  const midnight = Date.parse(`${year}-${month}-${date}T00:00:00Z`);
  if (range === null) return true;
  const next = 24 * 3_600_000;
  return midnight + next > Date.parse(range.from) && midnight - next <= Date.parse(range.to);
}

test('what is listed from any start, day and Region is what a look at each key finds', () => {
  const range = fc.option(
    fc
      .tuple(day, day)
      .map(([one, other]) => (one < other ? { from: one, to: other } : { from: other, to: one })),
    { freq: 8 },
  );
  const regions = fc.option(fc.uniqueArray(region, { minLength: 1 }));
  fc.assert(
    fc.property(
      keys.filter((all) => all.length > 0),
      fc.nat(),
      fc.nat(),
      range,
      regions,
      (all, which, length, during, where) => {
        const some = all[which % all.length] ?? '';
        const start = some.slice(0, length % (some.length + 1));
        const wanted = wantedOf(during, where);
        const found = walk(all, start, wanted).filter((one) => isWanted(one, wanted));
        const expected = all.filter((one) => one.startsWith(start) && naive(one, during, where));
        expect(found.toSorted()).toEqual(expected.toSorted());
      },
    ),
    { numRuns: 1_000 },
  );
});
