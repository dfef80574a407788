import { fingerprintParts } from '../../../core/review/fingerprint-parts';
import { healthOf } from '../../../core/review/health';
import { loadOverview } from '../../../core/review/load-overview';
import { rangeOf } from '../../../core/review/query';
import type { Groups } from '../../../core/group/stored';
import { ago, fingerprintOf, groupOf, NOW, numbers, MOMENT, stored } from './sample';

const resolvedAt = (at: string) =>
  ({ at, by: 'ann', from: 'open', to: 'resolved', note: '' }) as const;
const regressedAt = (at: string) =>
  ({ at, by: 'rules', from: 'resolved', to: 'regressed', note: '' }) as const;

const ACCOUNT = { account: '111122223333', accountName: null };

describe('the overview', () => {
  test('is empty where nothing happened', async () => {
    const { groups } = await stored([]);
    expect(await loadOverview(groups, '30d', MOMENT)).toMatchObject({
      denials: 0,
      byReason: [],
      principals: [],
      causes: [],
      timeToResolve: null,
      isWhole: true,
    });
  });

  test('sums denials by reason, principal and cause', async () => {
    const { groups } = await stored([
      groupOf(1),
      groupOf(2, 'new', {}, { principal: 'role/r-1', reasonCode: 'EXPLICIT_DENY' }),
    ]);
    await groups.addToHour(ago(120), fingerprintOf(1), 5);
    await groups.addToHour(ago(60), fingerprintOf(1), 2);
    await groups.addToHour(ago(60), fingerprintOf(2), 1);
    // Of a group that is gone, its fingerprint tells the rest.
    await groups.addToHour(ago(60 * 24 * 3), fingerprintOf(9), 4);
    const overview = await loadOverview(groups, '30d', MOMENT);
    expect(overview.denials).toBe(12);
    expect(overview.byReason.map(({ reasonCode, sum }) => [reasonCode, sum])).toEqual([
      ['IDENTITY_BASED_POLICY_NO_ALLOW', 11],
      ['EXPLICIT_DENY', 1],
    ]);
    expect(overview.principals).toEqual([
      { principal: 'role/r-1', ...ACCOUNT, denials: 8, causes: 2 },
      { principal: 'role/r-9', ...ACCOUNT, denials: 4, causes: 1 },
    ]);
    expect(overview.causes.map(({ row, denials }) => [row.fingerprint, denials])).toEqual([
      [fingerprintOf(1), 7],
      [fingerprintOf(2), 1],
    ]);
    expect(overview.states).toMatchObject({ open: 1, new: 1, muted: 0 });
    expect(overview.messages).toEqual({ truncated: 2 });
    expect(overview.slot).toBe('day');
    expect(overview.slots).toHaveLength(31);
    expect(overview.byReason[0]?.counts.at(-1)).toBe(7);
    expect(overview.byReason[0]?.counts.at(-4)).toBe(4);
  });

  test('names the account of a principal, also where only another of its groups is loaded', async () => {
    const { groups } = await stored([
      groupOf(1, 'open', {}, { accountName: 'home' }),
      groupOf(2, 'open', {}, { account: '444455556666', principal: 'role/r-1' }),
    ]);
    for (const index of [1, 2, 9])
      await groups.addToHour(ago(60), fingerprintOf(index), 10 - index);
    const { principals } = await loadOverview(groups, '30d', MOMENT);
    expect(principals.map((each) => [each.principal, each.account, each.accountName])).toEqual([
      ['role/r-1', '111122223333', 'home'],
      ['role/r-1', '444455556666', null],
      ['role/r-9', '111122223333', 'home'],
    ]);
  });

  test('draws a day by its hours', async () => {
    const { groups } = await stored([groupOf(1)]);
    await groups.addToHour(ago(60), fingerprintOf(1), 5);
    const { slot, slots, byReason } = await loadOverview(groups, '24h', {
      range: rangeOf('24h', NOW),
      now: NOW,
    });
    expect([slot, slots.length, byReason[0]?.counts.at(-2)]).toEqual(['hour', 25, 5]);
  });

  test('names five reasons and sums the others', async () => {
    const codes = ['A', 'B', 'C', 'D', 'E', 'F', ''];
    const { groups } = await stored(
      codes.map((reasonCode, index) => groupOf(index, 'open', {}, { reasonCode })),
    );
    for (const index of numbers(codes.length))
      await groups.addToHour(ago(60), fingerprintOf(index), 10 - index);
    const { byReason } = await loadOverview(groups, '30d', MOMENT);
    expect(byReason.map(({ reasonCode, sum }) => [reasonCode, sum])).toEqual([
      ['A', 10],
      ['B', 9],
      ['C', 8],
      ['D', 7],
      ['E', 6],
      ['', 9],
    ]);
  });

  test('takes the time to resolve from the first denial, or from the one that brought it back', async () => {
    const { groups } = await stored([
      groupOf(1, 'resolved', { firstSeen: ago(300), history: [resolvedAt(ago(60))] }),
      groupOf(2, 'resolved', {
        firstSeen: ago(60 * 24 * 60),
        history: [resolvedAt(ago(60 * 24 * 40)), regressedAt(ago(90)), resolvedAt(ago(60))],
      }),
      groupOf(3, 'open', { history: [] }),
    ]);
    const { timeToResolve } = await loadOverview(groups, '30d', MOMENT);
    expect(timeToResolve).toEqual({ median: 240 * 60_000, resolved: 2 });
  });

  test('says where it holds the latest part only', async () => {
    const { groups } = await stored(numbers(250).map((index) => groupOf(index)));
    expect((await loadOverview(groups, '30d', MOMENT)).isWhole).toBe(false);
  });
});

describe('the health of the pipeline', () => {
  const waiting = (minutes: number, refineAfter: string | null = null) => ({
    record: { ...groupOf(1), recountAfter: ago(minutes), refineAfter },
    version: 1,
  });

  test('is fine where nothing waits, or not for long', () => {
    expect(healthOf([], 100, NOW)).toEqual([
      { name: 'Sweep', state: 'ok', found: 'nothing waits for it' },
      { name: 'Decoding', state: 'ok', found: 'no cause waits for STS' },
    ]);
    expect(healthOf([waiting(4)], 100, NOW)[0]).toEqual({
      name: 'Sweep',
      state: 'ok',
      found: '1 cause waits for it, the first since 09:56 UTC',
    });
  });

  test('is not where the sweep does not come, or STS does not answer', () => {
    const due = [waiting(20), waiting(16, ago(10))];
    expect(healthOf(due, 2, NOW)).toEqual([
      {
        name: 'Sweep',
        state: 'warning',
        found:
          '2 or more causes wait for it, the first since 09:40 UTC; it runs every five minutes',
      },
      {
        name: 'Decoding',
        state: 'warning',
        found: 'STS was out of reach for 1 cause; the sweep asks it again',
      },
    ]);
  });

  test('counts a group that waits for nothing any more from now', () => {
    expect(healthOf([{ record: groupOf(1), version: 1 }], 100, NOW)[0]?.state).toBe('ok');
  });
});

describe('a fingerprint', () => {
  test.each([
    [fingerprintOf(1), '111122223333', 'role/r-1', 'IDENTITY_BASED_POLICY_NO_ALLOW'],
    ['v1:-:-:-:-:-:explicit-deny:-:-', '', '', 'EXPLICIT_DENY'],
    ['nonsense', '', '', 'NOT_STATED'],
  ])('%s tells account, principal and reason', (text, account, principal, reasonCode) => {
    expect(fingerprintParts(text)).toEqual({ account, principal, reasonCode });
  });
});

test('the overview of 100,000 groups costs what its bounds allow', async () => {
  const limits: number[] = [];
  const endless = {
    seen: async (of: Parameters<Groups['seen']>[0], _range: unknown, limit: number, page = '0') => {
      const state = 'state' in of ? of.state : 'open';
      limits.push(limit);
      const from = Number(page);
      const items = numbers(limit).map((at) => ({ record: groupOf(from + at, state), version: 1 }));
      return { items, next: String(from + limit) };
    },
    counts: async (_from: string, _to: string, most: number) => {
      const hour = ago(60).slice(0, 13);
      const items = numbers(most).map((at) => ({
        hour,
        fingerprint: fingerprintOf(at),
        denials: 1,
      }));
      return { items, isWhole: false };
    },
    due: async (_now: string, limit: number) =>
      numbers(limit).map((at) => ({ record: groupOf(at), version: 1 })),
  };
  const { denials, isWhole, principals } = await loadOverview(endless, '30d', MOMENT);
  expect([denials, isWhole, principals.length]).toEqual([20_000, false, 10]);
  expect(limits.reduce((sum, limit) => sum + limit, 0)).toBeLessThanOrEqual(6 * 201);
});
