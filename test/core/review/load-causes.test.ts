import fc from 'fast-check';
import { type CausesQuery, FIRST_QUERY, NO_FILTER } from '../../../core/review/query';
import { loadCauses } from '../../../core/review/load-causes';
import { ago, fingerprintOf, groupOf, numbers, MOMENT, stored } from './sample';

const ask = (changes: Partial<CausesQuery> = {}): CausesQuery => ({ ...FIRST_QUERY, ...changes });
const filter = (changes: Partial<CausesQuery['filter']>) =>
  ask({ filter: { ...NO_FILTER, ...changes } });

describe('a page of causes', () => {
  test('refuses a page that nobody gave as next', async () => {
    const { groups } = await stored([groupOf(1)]);
    for (const page of ['muted#', 'x', 'open#x', '#'])
      await expect(loadCauses(groups, ask({ page }), MOMENT)).rejects.toThrow('there is no page');
    const searched = { ...filter({ q: 'x' }), page: 'open#1' };
    await expect(loadCauses(groups, searched, MOMENT)).rejects.toThrow('there is no page');
  });

  test('lists what has come back first, then what is new, then what is open, the latest first', async () => {
    const { groups } = await stored([
      groupOf(3, 'open'),
      groupOf(1, 'open'),
      groupOf(2, 'new'),
      groupOf(4, 'regressed'),
      groupOf(5, 'muted'),
    ]);
    const { rows, totals, next, searched } = await loadCauses(groups, ask(), MOMENT);
    expect(rows.map(({ fingerprint }) => fingerprint)).toEqual([4, 2, 1, 3].map(fingerprintOf));
    expect(totals).toEqual({ causes: 4, denials: 8, heldBack: 4 });
    expect([next, searched]).toEqual([null, null]);
  });

  test('lists what was seen within the time', async () => {
    const { groups } = await stored([groupOf(1), groupOf(60 * 24 * 31)]);
    expect((await loadCauses(groups, ask(), MOMENT)).rows).toHaveLength(1);
  });

  test('leads over all pages to each group once, in order', async () => {
    const sizes = fc.record({
      regressed: fc.nat(60),
      new: fc.nat(120),
      open: fc.nat(120),
    });
    await fc.assert(
      fc.asyncProperty(sizes, async (counts) => {
        let index = 0;
        const records = Object.entries(counts).flatMap(([state, count]) =>
          numbers(count).map(() => groupOf((index += 1), state as 'open')),
        );
        const { groups } = await stored(records);
        const seen: string[] = [];
        let page: string | null = null;
        do {
          const causes: Awaited<ReturnType<typeof loadCauses>> = await loadCauses(
            groups,
            ask({ page }),
            MOMENT,
          );
          expect(causes.rows.length).toBeLessThanOrEqual(50);
          if (causes.next !== null) expect(causes.rows).toHaveLength(50);
          seen.push(...causes.rows.map(({ fingerprint }) => fingerprint));
          page = causes.next;
        } while (page !== null);
        expect(seen).toEqual(records.map(({ group }) => group.fingerprint));
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    [['new', 'open'], 'open#'],
    [['regressed', 'open'], 'open#'],
    [['new'], null],
  ] as const)('that is filled by a state of %j goes on with %j', async ([full, other], next) => {
    const { groups } = await stored([
      ...numbers(50).map((index) => groupOf(index, full)),
      ...(other === undefined ? [] : [groupOf(99, other)]),
    ]);
    const first = await loadCauses(groups, ask(), MOMENT);
    expect([first.rows.length, first.next]).toEqual([50, next]);
    const { rows } = await loadCauses(groups, ask({ page: 'open#' }), MOMENT);
    expect(rows).toHaveLength(other === undefined ? 0 : 1);
  });

  test('reads no more than it shows, however many groups there are', async () => {
    const { groups, asked } = await stored(numbers(400).map((index) => groupOf(index)));
    await loadCauses(groups, ask(), MOMENT);
    expect(asked.reduce((sum, { limit }) => sum + limit, 0)).toBeLessThanOrEqual(150);
  });

  test('counts the denials of 14 days', async () => {
    const { groups } = await stored([
      groupOf(
        1,
        'open',
        {},
        {
          days: [
            ['2026-11-01', 9],
            ['2026-11-22', 3],
            ['2026-11-23', 4],
          ],
        },
      ),
    ]);
    const [row] = (await loadCauses(groups, ask(), MOMENT)).rows;
    expect(row?.days).toEqual([...numbers(12).map(() => 0), 3, 4]);
  });
});

describe('a filter', () => {
  test.each([
    ['q', 'R-7'],
    ['q', 'BUILD-417'],
    ['q', 'g-'],
    ['principal', 'R-7'],
    ['action', 'ec2:runinstances'],
    ['reason', 'no_allow'],
    ['region', 'eu-west-3'],
    ['account', '3333'],
  ] as const)('of %s finds %j in any case', async (name, text) => {
    const only = groupOf(7, 'open', {}, { action: 'ec2:RunInstances', regions: ['eu-west-3'] });
    const { groups } = await stored([only]);
    expect((await loadCauses(groups, filter({ [name]: text }), MOMENT)).rows).toHaveLength(1);
    const none = await loadCauses(groups, filter({ [name]: `${text}!` }), MOMENT);
    expect([none.rows, none.searched]).toEqual([[], 1]);
  });

  test.each(['444455556666', '5555', 'Payments', 'payments (444455556666)'])(
    'of account finds %j by its number or its name',
    async (text) => {
      const member = { account: '444455556666', accountName: 'payments' };
      const { groups } = await stored([
        groupOf(1, 'open', {}, member),
        groupOf(2, 'open', {}, { account: '777788889999', accountName: 'search' }),
        groupOf(3),
      ]);
      for (const name of ['account', 'q']) {
        const { rows } = await loadCauses(groups, filter({ [name]: text }), MOMENT);
        expect(rows.map(({ account, accountName }) => [account, accountName])).toEqual([
          ['444455556666', 'payments'],
        ]);
      }
    },
  );

  test('has to match in each of its fields', async () => {
    const { groups } = await stored([groupOf(7, 'open', {}, { action: null })]);
    const both = await loadCauses(groups, filter({ q: 'r-7', action: 'ec2' }), MOMENT);
    expect(both.rows).toEqual([]);
  });

  test('pages through what it found, and counts all of it', async () => {
    const { groups } = await stored(numbers(120).map((index) => groupOf(index)));
    const first = await loadCauses(groups, filter({ q: 'role' }), MOMENT);
    expect([first.rows.length, first.next, first.totals.causes]).toEqual([50, 'o50', 120]);
    const query = { ...filter({ q: 'role' }), page: 'o100' };
    const last = await loadCauses(groups, query, MOMENT);
    expect([last.rows.length, last.next, last.hasUnsearched]).toEqual([20, null, false]);
  });

  test('sorts all that it found by state and time', async () => {
    const records = numbers(240).map((index) => groupOf(index, index % 2 ? 'open' : 'regressed'));
    const { groups } = await stored(records);
    // Pages of a table are exact to the hour: here the younger half of each comes last.
    const seen: typeof groups.seen = async (...asked) => {
      const page = await groups.seen(...asked);
      return { ...page, items: page.items.toReversed() };
    };
    const { rows } = await loadCauses({ seen }, filter({ q: 'role' }), MOMENT);
    const order = [...numbers(120).map((at) => at * 2), ...numbers(120).map((at) => at * 2 + 1)];
    expect(rows.map(({ fingerprint }) => fingerprint)).toEqual(
      order.slice(0, 50).map(fingerprintOf),
    );
  });

  test('looks at 1,000 groups and says where more exist', async () => {
    const { groups, asked } = await stored(
      numbers(1_200).map((index) => groupOf(index, index < 300 ? 'new' : 'open')),
    );
    const found = await loadCauses(groups, filter({ q: 'r-1199' }), MOMENT);
    expect([found.rows.length, found.searched, found.hasUnsearched]).toEqual([0, 1_000, true]);
    expect(asked.length).toBeLessThan(15);
    const whole = await loadCauses(groups, { ...filter({ q: 'r-299' }), state: 'new' }, MOMENT);
    expect([whole.rows.length, whole.hasUnsearched]).toEqual([1, false]);
  });

  test('finds all groups of a principal that is given whole, beyond the latest 1,000', async () => {
    const others = numbers(1_200).map((index) => groupOf(index));
    const own = groupOf(9_000, 'new', {}, { principal: 'role/rare' });
    const muted = groupOf(9_001, 'muted', {}, { principal: 'role/rare' });
    const { groups } = await stored([...others, own, muted]);
    const found = await loadCauses(groups, filter({ principal: 'role/rare' }), MOMENT);
    expect(found.rows.map(({ fingerprint }) => fingerprint)).toEqual([fingerprintOf(9_000)]);
    const all = { ...filter({ principal: 'role/rare' }), state: 'all' } as const;
    expect((await loadCauses(groups, all, MOMENT)).rows).toHaveLength(2);
  });
});

test('100,000 groups cost what a page costs', async () => {
  const asked: number[] = [];
  const endless = {
    seen: async (_of: unknown, _range: unknown, limit: number, page = '0') => {
      asked.push(limit);
      const from = Number(page);
      const items = numbers(limit).map((at) => ({
        record: groupOf(from + at, 'open', { lastSeen: ago(1) }),
        version: 1,
      }));
      return { items, next: from + limit < 100_000 ? String(from + limit) : null };
    },
  };
  const listed = await loadCauses(endless, ask({ state: 'open' }), MOMENT);
  expect([listed.rows.length, asked]).toEqual([50, [50]]);
  asked.length = 0;
  const found = await loadCauses(endless, { ...filter({ q: 'none' }), state: 'open' }, MOMENT);
  expect([found.searched, found.hasUnsearched]).toEqual([1_000, true]);
  expect(asked.reduce((sum, limit) => sum + limit, 0)).toBeLessThanOrEqual(1_001);
});
