// What the dashboard asks of every store of groups: the one in memory and the table.
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { groupTable } from '../../adapters/group-table';
import { memoryGroups } from '../../adapters/memory-groups';
import type { Groups, Page, StoredGroup } from '../../core/group/stored';
import { at } from '../core/group/group';
import { record } from './group-table/sample';
import { answer, startTable, type TableStandIn } from './group-table/stand-in';

jest.setTimeout(60_000);

const HOUR = 60;
const DAY = 24 * HOUR;
const RANGE = { from: at(-30 * DAY), to: at(0) };
const OPEN = { state: 'open' } as const;

const environment = { ...process.env };
let table: TableStandIn;
let groups: Groups;

beforeAll(async () => void (table = await startTable()));
afterAll(async () => {
  await table.stop();
  process.env = environment;
});

const MEMORY = async (): Promise<Groups> => memoryGroups();
const TABLE = async (): Promise<Groups> => {
  await table.reset();
  return openTable();
};

function openTable(options: Partial<Parameters<typeof groupTable>[0]> = {}): Groups {
  const { tableName } = table;
  return groupTable({ tableName, retentionDays: 90, now: () => new Date(at(60)), ...options });
}

const operations = () => table.calls.map(({ operation }) => operation);

const names = (found: readonly StoredGroup[]) =>
  found.map(({ record: { group } }) => group.fingerprint);

/** Writes an open group that was last seen so many minutes ago. */
async function open(name: string, minutes: number, changed = {}, shown = {}): Promise<void> {
  const group = { fingerprint: `v1:${name}`, state: 'open', lastSeen: at(-minutes), ...changed };
  await groups.write(record(group as Parameters<typeof record>[0], shown), null);
}

async function pages(limit: number, of: Parameters<Groups['seen']>[0] = OPEN) {
  const all: Page<StoredGroup>[] = [];
  let page: string | undefined;
  do {
    const found = await groups.seen(of, RANGE, limit, page);
    all.push(found);
    page = found.next ?? undefined;
  } while (page !== undefined);
  return all;
}

describe.each([
  ['in memory', MEMORY],
  ['in the table', TABLE],
])('groups %s', (_where, store) => {
  beforeEach(async () => void (groups = await store()));

  describe('seen', () => {
    it('is empty where nothing is stored, where nobody is named, and where the time ends before it begins', async () => {
      const none = { items: [], next: null };
      expect(await groups.seen(OPEN, RANGE, 10)).toEqual(none);
      await open('nobody', 5, {}, { principal: '' });
      expect(await groups.seen({ principal: '' }, RANGE, 10)).toMatchObject({ next: null });
      expect(await groups.seen(OPEN, { from: RANGE.to, to: RANGE.from }, 10)).toEqual(none);
    });

    it('refuses a page that nobody gave as next', async () => {
      for (const page of ['x', '2026-11-20T09', '2026-11-20T09#'])
        await expect(groups.seen(OPEN, RANGE, 10, page)).rejects.toMatchObject({
          code: 'PAGE_UNREADABLE',
        });
    });

    it('gives the groups of a state, the latest seen first', async () => {
      await open('b', 20);
      await open('c', 3 * DAY);
      await open('a', 5);
      await open('muted', 7, { state: 'muted', muted: { forever: true } });
      expect(names((await groups.seen(OPEN, RANGE, 10)).items)).toEqual(['v1:a', 'v1:b', 'v1:c']);
      expect(names((await groups.seen({ state: 'muted' }, RANGE, 10)).items)).toEqual(['v1:muted']);
      expect(await groups.seen({ state: 'resolved' }, RANGE, 10)).toEqual({
        items: [],
        next: null,
      });
    });

    it('gives the groups of a principal in every state, also of one with a long name', async () => {
      const long = `role/${'x'.repeat(3_000)}`;
      await open('a', 5, {}, { principal: 'role/deploy' });
      await open('b', 9, { state: 'resolved' }, { principal: 'role/deploy' });
      await open('c', 7, {}, { principal: `${long}a` });
      await open('d', 7, {}, { principal: `${long}b` });
      const of = async (principal: string) =>
        names((await groups.seen({ principal }, RANGE, 10)).items);
      expect(await of('role/deploy')).toEqual(['v1:a', 'v1:b']);
      expect(await of('role/dep')).toEqual([]);
      expect(await of(`${long}b`)).toEqual(['v1:d']);
    });

    it('is bounded by hours', async () => {
      await open('before', 4 * HOUR + 20);
      await open('first', 3 * HOUR + 10);
      await open('last', 2 * HOUR);
      await open('after', 20);
      const range = { from: at(-3 * HOUR), to: at(-2 * HOUR) };
      expect(names((await groups.seen(OPEN, range, 10)).items)).toEqual(['v1:last', 'v1:first']);
    });

    it('follows a group from state to state, and to the time it was last seen', async () => {
      await open('a', 40 * DAY);
      expect((await groups.seen(OPEN, RANGE, 10)).items).toEqual([]);
      await groups.write(record({ fingerprint: 'v1:a', state: 'open', lastSeen: at(-1) }), 1);
      expect(names((await groups.seen(OPEN, RANGE, 10)).items)).toEqual(['v1:a']);
      await groups.write(record({ fingerprint: 'v1:a', state: 'resolved', lastSeen: at(-1) }), 2);
      expect((await groups.seen(OPEN, RANGE, 10)).items).toEqual([]);
      expect(names((await groups.seen({ state: 'resolved' }, RANGE, 10)).items)).toEqual(['v1:a']);
    });

    it('leads over pages of any length to each group once, hour by hour', async () => {
      const minutes = Array.from({ length: 23 }, (_, index) => index * 25);
      for (const [index, minute] of minutes.entries()) await open(String(index), minute);
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 30 }), async (limit) => {
          const all = await pages(limit);
          const found = all.flatMap(({ items }) => items);
          expect(new Set(names(found)).size).toBe(23);
          expect(found).toHaveLength(23);
          for (const { items } of all) {
            expect(items.length).toBeLessThanOrEqual(limit);
            const times = items.map(({ record: { group } }) => group.lastSeen);
            expect(times).toEqual(times.toSorted().toReversed());
          }
          const hours = found.map(({ record: { group } }) => group.lastSeen.slice(0, 13));
          expect(hours).toEqual(hours.toSorted().toReversed());
        }),
        { numRuns: 10 },
      );
    });
  });

  describe('counts', () => {
    it('are none where nothing was counted, and where the time ends before it begins', async () => {
      expect(await groups.counts(at(0), at(DAY), 10)).toEqual({ items: [], isWhole: true });
      await groups.addToHour(at(0), 'v1:a', 1);
      for (const to of [at(-DAY), at(-2 * HOUR)])
        expect(await groups.counts(at(0), to, 10)).toEqual({ items: [], isWhole: true });
    });

    it('come by hour and fingerprint, the latest hours first, with the hours of both ends', async () => {
      await groups.addToHour('2026-11-19T08', 'v1:a', 100);
      await groups.addToHour('2026-11-19T09', 'v1:a', 1);
      await groups.addToHour('2026-11-19T23:59:59Z', 'v1:b', 2);
      await groups.addToHour('2026-11-20T00', 'v1:a', 3);
      await groups.addToHour('2026-11-20T09', 'v1:a', 4);
      await groups.addToHour('2026-11-20T09', 'v1:a', 1);
      await groups.addToHour('2026-11-20T10', 'v1:a', 100);
      expect(await groups.counts(at(-DAY), at(0), 10)).toEqual({
        items: [
          { hour: '2026-11-20T09', fingerprint: 'v1:a', denials: 5 },
          { hour: '2026-11-20T00', fingerprint: 'v1:a', denials: 3 },
          { hour: '2026-11-19T23', fingerprint: 'v1:b', denials: 2 },
          { hour: '2026-11-19T09', fingerprint: 'v1:a', denials: 1 },
        ],
        isWhole: true,
      });
    });

    it('hold the latest where there are more than wanted', async () => {
      for (let hour = 0; hour < 40; hour += 1) await groups.addToHour(at(-hour * HOUR), 'v1:a', 1);
      const { items, isWhole } = await groups.counts(RANGE.from, RANGE.to, 5);
      expect(isWhole).toBe(false);
      expect(items.length).toBeGreaterThanOrEqual(5);
      expect(items.slice(0, 5).map(({ hour }) => hour)).toEqual(
        [0, 1, 2, 3, 4].map((hour) => at(-hour * HOUR).slice(0, 13)),
      );
      expect(await groups.counts(RANGE.from, RANGE.to, 40)).toMatchObject({ isWhole: true });
    });
  });
});

describe('the table', () => {
  beforeEach(async () => void (groups = await TABLE()));

  it('asks one query for the groups of a state, and for those of a principal one request more', async () => {
    for (let index = 0; index < 60; index += 1) await open(String(index), index);
    const asked = async (of: Parameters<Groups['seen']>[0]) => {
      table.calls.length = 0;
      await groups.seen(of, RANGE, 50);
      return operations();
    };
    expect(await asked(OPEN)).toEqual(['Query']);
    expect(await asked({ state: 'resolved' })).toEqual(['Query']);
    expect(await asked({ principal: 'role/ci-runner' })).toEqual(['Query', 'BatchGetItem']);
    expect(await asked({ principal: 'role/none' })).toEqual(['Query']);
  });

  it('is trusted where the index of principals is behind it', async () => {
    await open('a', 5, { state: 'resolved' });
    const key = { pk: { S: 'GROUP#v1:a' }, sk: { S: 'GROUP' } };
    table.meddle(async ({ operation }, pass) =>
      operation === 'Query' ? answer({ Items: [key] }) : pass(),
    );
    expect((await groups.seen({ principal: 'role/other' }, RANGE, 10)).items).toEqual([]);
    const own = await groups.seen({ principal: 'role/ci-runner' }, RANGE, 10);
    expect(names(own.items)).toEqual(['v1:a']);
  });

  it('goes on from a page that was kept until its time is over, and from one that lies ahead', async () => {
    await open('old', 2 * DAY);
    await open('older', 3 * DAY);
    const { next } = await groups.seen(OPEN, RANGE, 1);
    const page = next ?? '';
    expect(names((await groups.seen(OPEN, RANGE, 10, page)).items)).toEqual(['v1:older']);
    const today = { from: at(-DAY), to: at(0) };
    expect(await groups.seen(OPEN, today, 10, page)).toEqual({ items: [], next: null });
    const before = { from: at(-4 * DAY), to: at(-2.5 * DAY) };
    expect(names((await groups.seen(OPEN, before, 10, page)).items)).toEqual(['v1:older']);
  });

  it('leaves out a group that cannot be read, and tells of it', async () => {
    await open('a', 5);
    const broken = {
      pk: { S: 'GROUP#v1:broken' },
      sk: { S: 'GROUP' },
      state: { S: 'open' },
      seenHour: { S: at(0).slice(0, 13) },
    };
    await table.client.send(new PutItemCommand({ TableName: table.tableName, Item: broken }));
    await expect(groups.seen(OPEN, RANGE, 10)).rejects.toMatchObject({ code: 'ITEM_UNREADABLE' });
    const heard: string[] = [];
    const patient = openTable({ onUnreadable: ({ code }) => void heard.push(code) });
    expect(names((await patient.seen(OPEN, RANGE, 10)).items)).toEqual(['v1:a']);
    expect(heard).toEqual(['ITEM_UNREADABLE']);
  });

  it('asks no day whose counts are not wanted any more', async () => {
    for (let hour = 0; hour < 30; hour += 1)
      for (const name of ['a', 'b']) await groups.addToHour(at(-hour * HOUR), `v1:${name}`, 1);
    table.calls.length = 0;
    expect((await groups.counts(RANGE.from, RANGE.to, 10)).items).toHaveLength(20);
    expect(operations()).toEqual(['Query']);
    table.calls.length = 0;
    table.meddle(({ body }, pass) => pass({ ...body, Limit: 4 }));
    expect((await groups.counts(RANGE.from, RANGE.to, 10)).items).toHaveLength(12);
    expect(operations()).toEqual(['Query', 'Query', 'Query']);
  });

  it('gives whole counts with one query a day', async () => {
    await groups.addToHour(at(0), 'v1:a', 1);
    table.calls.length = 0;
    await groups.counts(at(-2 * DAY), at(0), 10);
    expect(operations()).toEqual(['Query', 'Query', 'Query']);
  });
});
