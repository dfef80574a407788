import { rememberedNames } from '../../adapters/account-names';
import type { AccountNames } from '../../core/account-name';

const PAYMENTS = '444455556666';

/** A table that counts, and a clock that the test moves. */
function world(given: AccountNames = new Map()) {
  const warnings: string[] = [];
  const table = { reads: 0, isOut: false, names: new Map([[PAYMENTS, 'payments']]) };
  let time = 0;
  const accountName = rememberedNames({
    given,
    read: async () => {
      table.reads += 1;
      if (table.isOut) throw new Error('out of reach');
      return new Map(table.names);
    },
    now: () => time,
    warn: (message, error) => void warnings.push(`${message}: ${String(error)}`),
  });
  const wait = (minutes: number) => void (time += minutes * 60_000);
  return { accountName, table, warnings, wait };
}

describe('rememberedNames', () => {
  test('knows no name where the table cannot be read, warns once, and tries again in 15 minutes', async () => {
    const { accountName, table, warnings, wait } = world();
    table.isOut = true;
    expect(await accountName(PAYMENTS)).toBeNull();
    wait(14);
    table.isOut = false;
    expect(await accountName(PAYMENTS)).toBeNull();
    expect(warnings).toEqual([
      'the names of accounts could not be read; they are tried again in 15 minutes: Error: out of reach',
    ]);
    wait(1);
    expect(await accountName(PAYMENTS)).toBe('payments');
    expect(table.reads).toBe(2);
  });

  test.each(['', '999900001111', 'constructor', '__proto__'])(
    'knows no name of %j',
    async (account) => {
      expect(await world().accountName(account)).toBeNull();
    },
  );

  test('keeps what it read before where the table is out of reach later', async () => {
    const { accountName, table, warnings, wait } = world();
    expect(await accountName(PAYMENTS)).toBe('payments');
    table.isOut = true;
    wait(15);
    expect(await accountName(PAYMENTS)).toBe('payments');
    expect(warnings).toHaveLength(1);
  });

  test('reads once in 15 minutes, however many ask at once', async () => {
    const { accountName, table, wait } = world();
    const names = await Promise.all(Array.from({ length: 20 }, () => accountName(PAYMENTS)));
    expect(new Set(names)).toEqual(new Set(['payments']));
    wait(14.9);
    table.names.set(PAYMENTS, 'billing');
    expect([await accountName(PAYMENTS), table.reads]).toEqual(['payments', 1]);
    wait(0.1);
    expect([await accountName(PAYMENTS), table.reads]).toEqual(['billing', 2]);
  });

  test('goes by what the settings say, and does not read for it', async () => {
    const { accountName, table } = world(new Map([[PAYMENTS, 'Payments, by the settings']]));
    expect(await accountName(PAYMENTS)).toBe('Payments, by the settings');
    expect(table.reads).toBe(0);
    expect(await accountName('111122223333')).toBeNull();
    expect(table.reads).toBe(1);
  });
});
