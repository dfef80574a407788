// What every store of groups must do: the one in memory and the table.
import { groupTable } from '../../adapters/group-table';
import { memoryGroups } from '../../adapters/memory-groups';
import { groupCode } from '../../core/alert/group-name';
import { onMute } from '../../core/group/move';
import type { Groups } from '../../core/group/stored';
import { ANNA, at, denied } from '../core/group/group';
import { FINGERPRINT, occurrence, record, SHAPE, storedExplanation } from './group-table/sample';
import { startTable, type TableStandIn } from './group-table/stand-in';

jest.setTimeout(60_000);

const DAY = 24 * 60;

const environment = { ...process.env };
let table: TableStandIn;

beforeAll(async () => void (table = await startTable()));
afterAll(async () => {
  await table.stop();
  process.env = environment;
});

const MEMORY = async (): Promise<Groups> => memoryGroups();
const TABLE = async (): Promise<Groups> => {
  await table.reset();
  const { tableName } = table;
  return groupTable({ tableName, retentionDays: 90, now: () => new Date(at(60)) });
};

const names = (found: readonly { record: { group: { fingerprint: string } } }[]) =>
  found.map(({ record: { group } }) => group.fingerprint);

describe.each([
  ['in memory', MEMORY],
  ['in the table', TABLE],
])('groups %s', (_where, open) => {
  let groups: Groups;
  beforeEach(async () => void (groups = await open()));

  describe('read and write', () => {
    it('finds nothing where nothing was written', async () => {
      expect(await groups.read(FINGERPRINT)).toBeNull();
    });

    it('gives back what was written, with its version', async () => {
      const muted = onMute(denied(null, 3, 0), { untilCount: 9 }, ANNA, at(1));
      const written = {
        ...record({ ...muted, fingerprint: FINGERPRINT }),
        sending: { triedAt: at(0), sentTo: ['email'] as const },
        recountAfter: at(30),
        refineAfter: at(5),
      };
      expect(await groups.write(written, null)).toBe(true);
      expect(await groups.read(FINGERPRINT)).toEqual({ record: written, version: 1 });
    });

    it('refuses each version but the stored one', async () => {
      expect(await groups.write(record(), 1)).toBe(false);
      await groups.write(record(), null);
      for (const version of [null, 0, 2]) expect(await groups.write(record(), version)).toBe(false);
      expect(await groups.write(record({ count: 2 }), 1)).toBe(true);
      expect(await groups.read(FINGERPRINT)).toEqual({ record: record({ count: 2 }), version: 2 });
    });

    it('lets one of many win who write at once', async () => {
      const results = await Promise.all(
        Array.from({ length: 5 }, (_, count) => groups.write(record({ count }), null)),
      );
      expect(results.filter(Boolean)).toHaveLength(1);
    });
  });

  describe('occurrences', () => {
    it('are none where none were added', async () => {
      await groups.addOccurrences(FINGERPRINT, []);
      expect(await groups.countOccurrences(FINGERPRINT)).toBe(0);
      expect(await groups.occurrences(FINGERPRINT)).toEqual({ items: [], next: null });
    });

    it('are stored once, however often they are given, and the newest comes first', async () => {
      const all = [occurrence(1), occurrence(3, { session: null }), occurrence(2)];
      await groups.addOccurrences(FINGERPRINT, [...all, occurrence(1)]);
      await groups.addOccurrences(FINGERPRINT, all.slice(1));
      await groups.addOccurrences('v1:other', [occurrence(1)]);
      expect(await groups.countOccurrences(FINGERPRINT)).toBe(3);
      expect(await groups.occurrences(FINGERPRINT)).toEqual({
        items: [occurrence(3, { session: null }), occurrence(2), occurrence(1)],
        next: null,
      });
    });

    it('are read back in UTC with milliseconds; one without a time is the oldest', async () => {
      await groups.addOccurrences(FINGERPRINT, [
        occurrence(1, { time: '' }),
        occurrence(2, { time: '2026-11-20T10:14:03+01:00' }),
      ]);
      const { items } = await groups.occurrences(FINGERPRINT);
      expect(items.map(({ time }) => time)).toEqual([
        '2026-11-20T09:14:03.000Z',
        '1970-01-01T00:00:00.000Z',
      ]);
    });
  });

  describe('explanations', () => {
    it('stand once for each launch shape, the latest', async () => {
      expect(await groups.readExplanation(FINGERPRINT, SHAPE)).toBeNull();
      await groups.writeExplanation(FINGERPRINT, storedExplanation());
      const latest = storedExplanation({ at: at(9), isDecoded: true, undecodedRecord: '{}' });
      await groups.writeExplanation(FINGERPRINT, latest);
      await groups.writeExplanation(FINGERPRINT, storedExplanation({ shape: 'types=m5.large' }));
      expect(await groups.readExplanation(FINGERPRINT, SHAPE)).toEqual(latest);
      expect(await groups.readExplanation('v1:other', SHAPE)).toBeNull();
    });
  });

  describe('due and list', () => {
    const waiting = async () => {
      const muted = (minute: number) =>
        ({ state: 'muted', muted: { until: at(minute) }, lastSeen: at(minute) }) as const;
      for (const [name, minute] of [
        ['b', 20],
        ['a', 50],
        ['later', 90],
        ['c', 5],
      ] as const)
        await groups.write(record({ ...muted(minute), fingerprint: `v1:${name}` }), null);
      await groups.write(record({ fingerprint: 'v1:content', lastSeen: at(1) }), null);
    };

    it('give nothing where nothing is stored', async () => {
      expect(await groups.due(at(60), 10)).toEqual([]);
      expect(await groups.list()).toEqual({ items: [], next: null });
    });

    it('give those whose time has come, the longest waiting first', async () => {
      await waiting();
      expect(names(await groups.due(at(60), 10))).toEqual(['v1:c', 'v1:b', 'v1:a']);
      expect(names(await groups.due(at(60), 2))).toEqual(['v1:c', 'v1:b']);
      expect(names(await groups.due(at(5), 10))).toEqual(['v1:c']);
    });

    it('give a group no more once it waits for nothing', async () => {
      await waiting();
      await groups.write(record({ fingerprint: 'v1:c' }), 1);
      expect(names(await groups.due(at(60), 10))).toEqual(['v1:b', 'v1:a']);
    });

    it('give all, the latest changed first', async () => {
      await waiting();
      expect(names((await groups.list()).items)).toEqual([
        'v1:later',
        'v1:a',
        'v1:b',
        'v1:c',
        'v1:content',
      ]);
    });

    it('name a group by its code', async () => {
      await waiting();
      expect(await groups.named(groupCode('v1:b'))).toBe('v1:b');
      expect(await groups.named(groupCode('v1:other'))).toBeNull();
    });
  });

  describe('hours', () => {
    it('are summed from one until before another', async () => {
      expect(await groups.hours(at(0), at(DAY))).toEqual(new Map());
      await groups.addToHour('2026-11-20T08', 'v1:a', 100);
      await groups.addToHour('2026-11-20T09', 'v1:a', 2);
      await groups.addToHour(at(0), 'v1:a', 3);
      await groups.addToHour('2026-11-21T08', 'v1:b', 4);
      await groups.addToHour('2026-11-21T09', 'v1:b', 100);
      expect(await groups.hours(at(0), at(DAY))).toEqual(
        new Map([
          ['v1:a', 5],
          ['v1:b', 4],
        ]),
      );
      expect(await groups.hours(at(0), at(0))).toEqual(new Map());
    });
  });

  describe('the budget', () => {
    const LIMITS = { perMinute: 10, perSecond: 10 };

    it('gives nothing to who wants nothing', async () => {
      expect(await groups.takeFromBudget(at(0), 0, LIMITS)).toBe(0);
      expect(await groups.takeFromBudget(at(0), 10, LIMITS)).toBe(10);
    });

    it('gives what is left of the minute', async () => {
      const taken = [6, 6, 1].map((wanted) => () => groups.takeFromBudget(at(0), wanted, LIMITS));
      const got: number[] = [];
      for (const take of taken) got.push(await take());
      expect(got).toEqual([6, 4, 0]);
      expect(await groups.takeFromBudget(at(1), 20, LIMITS)).toBe(10);
    });

    it('gives what is left of the second', async () => {
      const limits = { perMinute: 10, perSecond: 2 };
      const second = (n: number) => `2026-11-20T09:14:0${n}.500Z`;
      expect(await groups.takeFromBudget(second(1), 3, limits)).toBe(2);
      expect(await groups.takeFromBudget(second(1), 1, limits)).toBe(0);
      expect(await groups.takeFromBudget(second(2), 1, limits)).toBe(1);
    });

    it('is no hour in which anything was denied', async () => {
      await groups.takeFromBudget(at(0), 5, LIMITS);
      expect(await groups.hours(at(-DAY), at(DAY))).toEqual(new Map());
    });
  });

  describe('the names of accounts', () => {
    it('are none before they are written', async () => {
      expect(await groups.accountNames()).toEqual(new Map());
    });

    it('are those that were written last, and no group', async () => {
      await groups.writeAccountNames(new Map([['444455556666', 'find']]));
      const names = new Map([
        ['444455556666', 'payments <b>\u202e'],
        ['777788889999', 'search'],
      ]);
      await groups.writeAccountNames(names);
      expect(await groups.accountNames()).toEqual(names);
      expect((await groups.list()).items).toEqual([]);
      expect(await groups.due('9999-12-31T00:00:00Z', 9)).toEqual([]);
    });
  });

  describe('the last digest', () => {
    it('is noted for each face, the latest', async () => {
      expect(await groups.lastDigest('email')).toBeNull();
      await groups.noteDigest('email', at(0));
      await groups.noteDigest('email', at(DAY));
      await groups.noteDigest('chat', at(1));
      expect(await groups.lastDigest('email')).toBe(at(DAY));
      expect(await groups.lastDigest('chat')).toBe(at(1));
    });
  });
});
