// denial → [account] → explained: what people call an account, by the settings or by the table.
import type { AccountNames } from '../core/account-name';
import type { BatchPorts } from '../core/batch/ports';

/** Where names are looked for. */
export interface NamesOptions {
  /** What the settings say; it wins, and is never looked for elsewhere. */
  readonly given: AccountNames;
  /** Reads the names that the table holds. */
  readonly read: () => Promise<AccountNames>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly warn: BatchPorts['warn'];
}

/** An organization gains accounts now and then; a storm reads no more often. */
const FRESH_MILLISECONDS = 15 * 60_000;

/** Makes a look-up that reads at most once in 15 minutes; where that fails, it keeps what it read before. */
export function rememberedNames(options: NamesOptions): BatchPorts['accountName'] {
  const { given, read, now, warn } = options;
  let names: Promise<AccountNames> = Promise.resolve(new Map());
  let readAgainAt = -Infinity;
  const latest = (): Promise<AccountNames> => {
    if (now() < readAgainAt) return names;
    readAgainAt = now() + FRESH_MILLISECONDS;
    const before = names;
    names = read().catch((error: unknown) => {
      warn('the names of accounts could not be read; they are tried again in 15 minutes', error);
      return before;
    });
    return names;
  };
  return async (account) => given.get(account) ?? (await latest()).get(account) ?? null;
}
