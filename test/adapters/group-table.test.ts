import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { type AttributeValue, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { groupTable } from '../../adapters/group-table';
import type { Groups, Page } from '../../core/group/stored';
import { onMute } from '../../core/group/move';
import { ANNA, at, denied } from '../core/group/group';
import { FINGERPRINT, occurrence, record, SHAPE, storedExplanation } from './group-table/sample';
import { answer, itemBytes, refusal, startTable, type TableStandIn } from './group-table/stand-in';

const KILOBYTE = 1_024;
const NOW = new Date(at(60));
const EXPIRY = String(NOW.getTime() / 1_000 + 90 * 86_400);

jest.setTimeout(60_000);

const environment = { ...process.env };
let table: TableStandIn;
let groups: Groups;

beforeAll(async () => void (table = await startTable()));
beforeEach(async () => {
  await table.reset();
  groups = open();
});
afterAll(async () => {
  await table.stop();
  process.env = environment;
});

function open(options: Partial<Parameters<typeof groupTable>[0]> = {}): Groups {
  const { tableName } = table;
  return groupTable({ tableName, retentionDays: 90, now: () => NOW, ...options });
}

type Item = Record<string, AttributeValue>;

async function items(): Promise<readonly Item[]> {
  return (await table.client.send(new ScanCommand({ TableName: table.tableName }))).Items ?? [];
}

const operations = () => table.calls.map(({ operation }) => operation);

/** A group that waits for its alert to be sent. */
const waiting = (changed = {}) =>
  record({ ...denied(null, 1, 0), fingerprint: FINGERPRINT, ...changed });

/** Reads and adds a denial; resolves to whether the write came first. */
async function addOne(through: Groups): Promise<boolean> {
  const stored = await through.read(FINGERPRINT);
  if (stored === null) return through.write(record({ count: 1 }), null);
  const { count } = stored.record.group;
  return through.write(record({ count: count + 1 }), stored.version);
}

async function everything<T>(pageAt: (page?: string) => Promise<Page<T>>): Promise<readonly T[]> {
  const all: T[] = [];
  for (let page: string | undefined | null = undefined; page !== null;) {
    const { items: some, next }: Page<T> = await pageAt(page);
    all.push(...some);
    page = next;
  }
  return all;
}

describe('write', () => {
  it('refuses a first write where a group is stored', async () => {
    expect(await groups.write(record(), null)).toBe(true);
    expect(await groups.write(record({ count: 5 }), null)).toBe(false);
    expect(await groups.read(FINGERPRINT)).toEqual({ record: record(), version: 1 });
  });

  it('refuses a version that is not the stored one, and one of a group that is not stored', async () => {
    expect(await groups.write(record(), 3)).toBe(false);
    await groups.write(record(), null);
    expect(await groups.write(record(), 2)).toBe(false);
  });

  it('lets one of two writers win who read the same version', async () => {
    await groups.write(record(), null);
    const results = await Promise.all([2, 3].map((count) => open().write(record({ count }), 1)));
    expect(results.filter(Boolean)).toHaveLength(1);
    const winner = results.indexOf(true) + 2;
    expect(await groups.read(FINGERPRINT)).toEqual({
      record: record({ count: winner }),
      version: 2,
    });
  });

  it('lets one of two first writers win', async () => {
    const results = await Promise.all([1, 2].map((count) => open().write(record({ count }), null)));
    expect(results.filter(Boolean)).toHaveLength(1);
  });

  it('loses no version in any order of reads and writes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(2), { minLength: 6, maxLength: 24 }), async (steps) => {
        await table.reset();
        groups = open();
        const held = new Map<number, { readonly version: number | null; readonly count: number }>();
        let successes = 0;
        for (const writer of steps) {
          const before = held.get(writer);
          if (before === undefined) {
            const stored = await groups.read(FINGERPRINT);
            const count = stored?.record.group.count ?? 0;
            held.set(writer, { version: stored?.version ?? null, count });
          } else {
            held.delete(writer);
            const isFirst = await groups.write(record({ count: before.count + 1 }), before.version);
            successes += isFirst ? 1 : 0;
          }
        }
        const stored = await groups.read(FINGERPRINT);
        expect(stored?.version ?? 0).toBe(successes);
        expect(stored?.record.group.count ?? 0).toBe(successes);
      }),
      { numRuns: 12 },
    );
  });

  it('loses nothing where many write at once', async () => {
    const writer = async () => {
      while (!(await addOne(open())));
    };
    await Promise.all(Array.from({ length: 8 }, writer));
    expect(await groups.read(FINGERPRINT)).toMatchObject({
      record: { group: { count: 8 } },
      version: 8,
    });
  });

  it('knows its own write where the answer was lost', async () => {
    await groups.write(record(), null);
    let isLost = false;
    table.meddle(async ({ operation }, pass) => {
      const reply = await pass();
      if (operation !== 'PutItem' || isLost) return reply;
      isLost = true;
      return refusal('InternalServerError', 500);
    });
    expect(await groups.write(record({ count: 2 }), 1)).toBe(true);
    expect(await groups.read(FINGERPRINT)).toMatchObject({ version: 2 });
  });

  it('throws what is no conflict', async () => {
    table.meddle(async () => refusal('AccessDeniedException'));
    await expect(groups.write(record(), null)).rejects.toThrow('AccessDeniedException');
  });

  it('keeps a group within a write unit, with ten sessions, five days and a history', async () => {
    const sessions = Array.from({ length: 10 }, (_, index) => {
      const digits = createHash('sha256').update(String(index)).digest('hex').slice(0, 16);
      return `i-0${digits}`;
    });
    const { group } = record();
    const muted = onMute(denied(denied(group, 40, 3), 50, 80), { until: at(90) }, ANNA, at(81));
    const days = Array.from({ length: 5 }, (_, day) => [`2026-11-${day + 10}`, day * 3] as const);
    await groups.write(record(muted, { sessions, days }), null);
    const [item = {}] = await items();
    expect(itemBytes(item)).toBeLessThanOrEqual(KILOBYTE);
  });

  it('keeps the longest lists within four', async () => {
    const shapes = Array.from({ length: 50 }, (_, index) =>
      SHAPE.replaceAll('0abc', `${index}abc`),
    );
    const sessions = Array.from({ length: 20 }, (_, index) => `build-${index * 7919}`);
    await groups.write(record({}, { shapes, sessions }), null);
    const [item = {}] = await items();
    expect(itemBytes(item)).toBeLessThanOrEqual(4 * KILOBYTE);
    expect((await groups.read(FINGERPRINT))?.record.shown).toEqual(
      record({}, { shapes, sessions }).shown,
    );
  });

  it('lets a group expire some days after its latest write', async () => {
    await groups.write(record(), null);
    expect((await items()).map(({ expiresAt }) => expiresAt?.N)).toEqual([EXPIRY]);
  });
});

describe('read', () => {
  it('gives null where nothing is stored', async () => {
    expect(await groups.read('v1:other')).toBeNull();
  });

  test.each<[string, Item]>([
    ['without a record', { version: { N: '1' } }],
    ['whose record is text', { version: { N: '1' }, record: { S: '{}' } }],
    ['whose record is not packed', { version: { N: '1' }, record: { B: Buffer.from('{}') } }],
    ['whose record is another', { version: { N: '1' }, record: { B: deflateRawSync('{"a":1}') } }],
    ['without a version', { record: { B: deflateRawSync('{}') } }],
  ])('fails with the key of an item %s', async (_what, changed) => {
    const key = { pk: { S: `GROUP#${FINGERPRINT}` }, sk: { S: 'GROUP' } };
    await table.client.send(
      new PutItemCommand({ TableName: table.tableName, Item: { ...key, ...changed } }),
    );
    await expect(groups.read(FINGERPRINT)).rejects.toMatchObject({
      code: 'ITEM_UNREADABLE',
      message: expect.stringContaining(
        `{"pk":"GROUP#${FINGERPRINT}","sk":"GROUP"} cannot be read: at `,
      ),
    });
  });

  it('gives a group that was stored before the dashboard with what it lacks left empty', async () => {
    const { group, shown, ...rest } = record();
    const { fingerprint: _fingerprint, ...kept } = group;
    const { resource: _resource, messageStatus: _status, days: _days, ...old } = shown;
    const packed = deflateRawSync(JSON.stringify({ ...rest, group: kept, shown: old }));
    const item = {
      pk: { S: `GROUP#${FINGERPRINT}` },
      sk: { S: 'GROUP' },
      version: { N: '7' },
      record: { B: packed },
    };
    await table.client.send(new PutItemCommand({ TableName: table.tableName, Item: item }));
    const empty = { resource: null, messageStatus: 'absent', days: [] } as const;
    expect(await groups.read(FINGERPRINT)).toEqual({ record: record({}, empty), version: 7 });
  });

  it('waits two seconds for an answer, and asks again', async () => {
    await groups.write(record(), null);
    const started = Date.now();
    let times = 0;
    table.meddle((_call, pass) => {
      times += 1;
      return times === 1 ? new Promise(() => undefined) : pass();
    });
    expect(await groups.read(FINGERPRINT)).not.toBeNull();
    expect(times).toBe(2);
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  it('asks again where it is throttled', async () => {
    await groups.write(record(), null);
    let times = 0;
    table.meddle(async (_call, pass) => {
      times += 1;
      return times === 1 ? refusal('ProvisionedThroughputExceededException') : pass();
    });
    expect(await groups.read(FINGERPRINT)).not.toBeNull();
    table.meddle(async () => refusal('ThrottlingException'));
    await expect(groups.read(FINGERPRINT)).rejects.toThrow('ThrottlingException');
  });
});

describe('occurrences', () => {
  it('are none where none are stored', async () => {
    expect(await groups.countOccurrences(FINGERPRINT)).toBe(0);
    expect(await groups.occurrences(FINGERPRINT)).toEqual({ items: [], next: null });
    await groups.addOccurrences(FINGERPRINT, []);
    expect(operations()).toEqual(['Query', 'Query']);
  });

  it('count once, however often they are written', async () => {
    const [one, other] = [occurrence(1), occurrence(2)];
    await groups.addOccurrences(FINGERPRINT, [one, other, one]);
    const before = await items();
    await groups.addOccurrences(FINGERPRINT, [other, one]);
    expect(await items()).toEqual(before);
    expect(await groups.countOccurrences(FINGERPRINT)).toBe(2);
    expect(await groups.countOccurrences('v1:other')).toBe(0);
  });

  it('are written again where DynamoDB leaves some out', async () => {
    let times = 0;
    table.meddle(async ({ body }, pass) => {
      times += 1;
      if (times > 2) return pass();
      return answer({ UnprocessedItems: body['RequestItems'] });
    });
    await groups.addOccurrences(FINGERPRINT, [occurrence(1)]);
    expect(times).toBe(3);
    expect(await groups.countOccurrences(FINGERPRINT)).toBe(1);
  });

  it('fail where DynamoDB leaves some out for good', async () => {
    table.meddle(async ({ body }) => answer({ UnprocessedItems: body['RequestItems'] }));
    await expect(groups.addOccurrences(FINGERPRINT, [occurrence(1)])).rejects.toMatchObject({
      code: 'TABLE_THROTTLED',
      message: expect.stringContaining('1 of 1 items were not written in 6 tries'),
    });
    expect(operations()).toHaveLength(6);
  });

  it('are counted over all pages', async () => {
    const all = Array.from({ length: 30 }, (_, index) => occurrence(index));
    await groups.addOccurrences(FINGERPRINT, all);
    expect(operations()).toEqual(['BatchWriteItem', 'BatchWriteItem']);
    table.meddle(({ body }, pass) => pass({ ...body, Limit: 7 }));
    expect(await groups.countOccurrences(FINGERPRINT)).toBe(30);
    expect(operations().filter((operation) => operation === 'Query')).toHaveLength(5);
  });

  it('come newest first, page by page', async () => {
    const all = Array.from({ length: 120 }, (_, index) => occurrence(index));
    await groups.addOccurrences(FINGERPRINT, all);
    expect(await everything((page) => groups.occurrences(FINGERPRINT, page))).toEqual(
      all.toReversed(),
    );
    expect(operations().filter((operation) => operation === 'Query')).toHaveLength(3);
  });

  it('have no page that nobody gave', async () => {
    await expect(groups.occurrences(FINGERPRINT, 'two')).rejects.toThrow('there is no page "two"');
  });

  it('keep within a kilobyte whatever an event says', async () => {
    const huge = 'ä#'.repeat(2_000);
    await groups.addOccurrences('v'.repeat(512), [
      occurrence(1, { eventId: huge, region: huge, session: huge, shape: 's'.repeat(384) }),
      occurrence(2, { session: null, time: 'soon' }),
    ]);
    const stored = await items();
    expect(stored).toHaveLength(2);
    for (const item of stored) expect(itemBytes(item)).toBeLessThanOrEqual(KILOBYTE);
    const { items: all } = await groups.occurrences('v'.repeat(512));
    expect(all.map(({ session }) => session)).toEqual([expect.stringContaining('~'), null]);
  });

  it('expire some days after they happened, and none later than if it were now', async () => {
    await groups.addOccurrences(FINGERPRINT, [
      occurrence(1, { time: at(0) }),
      occurrence(2, { time: at(9_999) }),
      occurrence(3, { time: 'soon' }),
    ]);
    const byTime = (await items()).map(({ expiresAt }) => Number(expiresAt?.N) - Number(EXPIRY));
    expect(byTime.toSorted((one, other) => one - other)).toEqual([-3_600, 0, 0]);
  });

  it('that are broken fail with their key', async () => {
    const Item = { pk: { S: `SEEN#${FINGERPRINT}` }, sk: { S: 'broken' } };
    await table.client.send(new PutItemCommand({ TableName: table.tableName, Item }));
    await expect(groups.occurrences(FINGERPRINT)).rejects.toThrow('"sk":"broken"} cannot be read');
  });
});

describe('an explanation', () => {
  it('is null where none is stored for the launch shape', async () => {
    await groups.writeExplanation(FINGERPRINT, storedExplanation());
    expect(await groups.readExplanation(FINGERPRINT, 'types=t3.micro')).toBeNull();
    expect(await groups.readExplanation('v1:other', SHAPE)).toBeNull();
  });

  it('stands once per launch shape, the latest', async () => {
    await groups.writeExplanation(FINGERPRINT, storedExplanation());
    const later = storedExplanation({ at: at(60), isDecoded: true });
    await groups.writeExplanation(FINGERPRINT, later);
    expect(await groups.readExplanation(FINGERPRINT, SHAPE)).toEqual(later);
    expect(await items()).toHaveLength(1);
    expect((await items())[0]?.['expiresAt']?.N).toBe(EXPIRY);
  });

  it('is found by the shape that an occurrence is read back with', async () => {
    const shape = `types=${'t3.large|'.repeat(40)}`;
    const stored = storedExplanation({ shape });
    await groups.writeExplanation(FINGERPRINT, stored);
    await groups.addOccurrences(FINGERPRINT, [occurrence(1, { shape })]);
    const [read] = (await groups.occurrences(FINGERPRINT)).items;
    expect(await groups.readExplanation(FINGERPRINT, read?.shape ?? '')).toEqual(stored);
  });

  it('is no group, and no occurrence', async () => {
    await groups.writeExplanation(FINGERPRINT, storedExplanation());
    expect(await groups.read(FINGERPRINT)).toBeNull();
    expect(await groups.countOccurrences(FINGERPRINT)).toBe(0);
    expect((await groups.list()).items).toEqual([]);
  });

  it('that is broken fails with its key', async () => {
    await groups.writeExplanation(FINGERPRINT, storedExplanation());
    const [item = {}] = await items();
    const Item = { ...item, explanation: { B: deflateRawSync('{"explanation":{') } };
    await table.client.send(new PutItemCommand({ TableName: table.tableName, Item }));
    await expect(groups.readExplanation(FINGERPRINT, SHAPE)).rejects.toMatchObject({
      code: 'ITEM_UNREADABLE',
    });
  });
});

describe('due', () => {
  const named = (fingerprint: string, changed = {}) => waiting({ fingerprint, ...changed });

  it('leaves out groups that wait for nothing, or for later', async () => {
    await groups.write(record(), null);
    await groups.write(
      named('v1:later', { pending: null, state: 'muted', muted: { until: at(99) } }),
      null,
    );
    expect(await groups.due(at(60), 10)).toEqual([]);
    expect(operations().filter((operation) => operation === 'BatchGetItem')).toEqual([]);
  });

  it('gives those whose time has come, the longest waiting first', async () => {
    const pendingSince = (minute: number) => ({
      pending: { kind: 'new', count: 1, heldBack: 0, since: at(0), at: at(minute) },
    });
    await groups.write(named('v1:b', pendingSince(5)), null);
    await groups.write(named('v1:a', pendingSince(60)), null);
    await groups.write({ ...record({ fingerprint: 'v1:c' }), recountAfter: at(2) }, null);
    const found = await groups.due(at(60), 10);
    expect(found.map(({ record: { group } }) => group.fingerprint)).toEqual([
      'v1:c',
      'v1:b',
      'v1:a',
    ]);
    expect(await groups.due(at(60), 2)).toHaveLength(2);
    expect(await groups.read('v1:b')).toEqual(found[1]);
  });

  it('forgets a group once it waits no more', async () => {
    await groups.write(waiting(), null);
    expect(await groups.due(at(60), 10)).toHaveLength(1);
    await groups.write(record(), 1);
    expect(await groups.due(at(60), 10)).toEqual([]);
  });

  it('trusts the table and not an index that is behind it', async () => {
    await groups.write(record(), null);
    const key = { pk: { S: `GROUP#${FINGERPRINT}` }, sk: { S: 'GROUP' } };
    const gone = { pk: { S: 'GROUP#v1:gone' }, sk: { S: 'GROUP' } };
    table.meddle(async ({ operation }, pass) =>
      operation === 'Query' ? answer({ Items: [key, gone] }) : pass(),
    );
    expect(await groups.due(at(60), 10)).toEqual([]);
    expect(operations()).toContain('BatchGetItem');
  });

  it('reads again what DynamoDB leaves out, and fails where it does so for good', async () => {
    await groups.write(waiting(), null);
    let times = 0;
    table.meddle(async ({ operation, body }, pass) => {
      times += operation === 'BatchGetItem' ? 1 : 0;
      if (operation !== 'BatchGetItem' || times === 2) return pass();
      return answer({ Responses: {}, UnprocessedKeys: body['RequestItems'] });
    });
    expect(await groups.due(at(60), 10)).toHaveLength(1);
    await expect(groups.due(at(60), 10)).rejects.toThrow('1 of 1 items were not read in 6 tries');
  });

  it('fails at a broken group, or leaves it out and tells of it', async () => {
    await groups.write(waiting(), null);
    const broken = { pk: { S: 'GROUP#v1:broken' }, sk: { S: 'GROUP' }, dueAt: { S: at(0) } };
    await table.client.send(new PutItemCommand({ TableName: table.tableName, Item: broken }));
    await expect(groups.due(at(60), 10)).rejects.toThrow('GROUP#v1:broken');
    const heard: string[] = [];
    const patient = open({ onUnreadable: ({ code }) => void heard.push(code) });
    expect(await patient.due(at(60), 10)).toHaveLength(1);
    expect(heard).toEqual(['ITEM_UNREADABLE']);
    table.meddle(async ({ operation }, pass) =>
      operation === 'Query' ? pass() : refusal('AccessDeniedException'),
    );
    await expect(patient.due(at(60), 10)).rejects.toThrow('AccessDeniedException');
  });
});

describe('list', () => {
  it('is empty where nothing is stored, and has no page that nobody gave', async () => {
    expect(await groups.list()).toEqual({ items: [], next: null });
    for (const page of ['', 'two', '2026-11-23T09#'])
      await expect(groups.list(page)).rejects.toMatchObject({ code: 'PAGE_UNREADABLE' });
  });

  it('gives every group once, the latest changed first', async () => {
    const fingerprints = Array.from({ length: 60 }, (_, index) => `v1:${index}`);
    for (const [index, fingerprint] of fingerprints.entries())
      await groups.write(record({ fingerprint, lastSeen: at(index * 60) }), null);
    const all = await everything((page) => groups.list(page));
    expect(all.map(({ record: { group } }) => group.fingerprint)).toEqual(
      fingerprints.toReversed(),
    );
    expect(operations().filter((operation) => operation === 'Query')).toHaveLength(3);
  });

  it('is exact within an hour of a page', async () => {
    for (const minute of [7, 3, 9])
      await groups.write(record({ fingerprint: `v1:${minute}`, lastSeen: at(minute) }), null);
    const { items: all } = await groups.list();
    expect(all.map(({ record: { group } }) => group.fingerprint)).toEqual(['v1:9', 'v1:7', 'v1:3']);
  });
});

describe('hours', () => {
  it('are empty where nothing was counted, and where they end before they begin', async () => {
    expect(await groups.hours('2026-11-20T09', '2026-11-21T09')).toEqual(new Map());
    expect(await groups.hours('2026-11-20T09', '2026-11-20T09')).toEqual(new Map());
    expect(operations()).toEqual(['Query', 'Query']);
  });

  it('sum up each fingerprint from an hour until before another, with a query for each day', async () => {
    await groups.addToHour('2026-11-20T08', 'v1:a', 1_000);
    await groups.addToHour('2026-11-20T09', 'v1:a', 10);
    await groups.addToHour('2026-11-20T09:59:59Z', 'v1:a', 5);
    await groups.addToHour('2026-11-20T23', 'v1:b', 7);
    await groups.addToHour('2026-11-21T08', 'v1:a', 2);
    await groups.addToHour('2026-11-21T09', 'v1:a', 500);
    expect(await groups.hours('2026-11-20T09', '2026-11-21T09')).toEqual(
      new Map([
        ['v1:a', 17],
        ['v1:b', 7],
      ]),
    );
    expect(await groups.hours(at(0), '2026-11-21T00:00:00Z')).toEqual(
      new Map([
        ['v1:a', 15],
        ['v1:b', 7],
      ]),
    );
    expect(operations().filter((operation) => operation === 'Query')).toHaveLength(3);
    expect(new Set((await items()).map(({ expiresAt }) => expiresAt?.N))).toEqual(
      new Set([EXPIRY]),
    );
  });

  it('are read over all pages', async () => {
    for (const hour of ['09', '10', '11']) await groups.addToHour(`2026-11-20T${hour}`, 'v1:a', 1);
    table.meddle(({ body }, pass) => pass({ ...body, Limit: 1 }));
    expect(await groups.hours('2026-11-20T00', '2026-11-21T00')).toEqual(new Map([['v1:a', 3]]));
  });
});

describe('takeFromBudget', () => {
  const MINUTE = '2026-11-20T09:14';
  const LIMITS = { perMinute: 20, perSecond: 100 };

  it('asks nobody for nothing', async () => {
    expect(await groups.takeFromBudget(MINUTE, 0, LIMITS)).toBe(0);
    expect(operations()).toEqual([]);
  });

  it('gives what is left of the minute and never more', async () => {
    expect(await groups.takeFromBudget(MINUTE, 15, LIMITS)).toBe(15);
    expect(await groups.takeFromBudget(`${MINUTE}:59.999Z`, 15, LIMITS)).toBe(5);
    expect(await groups.takeFromBudget(MINUTE, 1, LIMITS)).toBe(0);
    expect(await groups.takeFromBudget('2026-11-20T09:15', 30, LIMITS)).toBe(20);
    expect(new Set((await items()).map(({ expiresAt }) => expiresAt?.N))).toEqual(
      new Set([EXPIRY]),
    );
  });

  it('gives no more than the second allows, whatever is left of the minute', async () => {
    const limits = { perMinute: 20, perSecond: 4 };
    expect(await groups.takeFromBudget(`${MINUTE}:07.100Z`, 3, limits)).toBe(3);
    expect(await groups.takeFromBudget(`${MINUTE}:07.900Z`, 3, limits)).toBe(1);
    expect(await groups.takeFromBudget(`${MINUTE}:08Z`, 3, limits)).toBe(3);
  });

  it('gives all takers together exactly the limit, or what they want where that is less', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 6 }),
        async (wants) => {
          await table.reset();
          groups = open();
          const got = await Promise.all(wants.map((k) => groups.takeFromBudget(MINUTE, k, LIMITS)));
          const sum = (numbers: readonly number[]) =>
            numbers.reduce((one, other) => one + other, 0);
          expect(sum(got)).toBe(Math.min(20, sum(wants)));
        },
      ),
      { numRuns: 10 },
    );
  });
});
