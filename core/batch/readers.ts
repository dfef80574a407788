// doctor → [sweep] → member accounts: whose reader roles can be assumed, as the function itself finds it.
import * as v from 'valibot';

/** More than that are asked about by several questions. */
const MOST_ACCOUNTS = 50;

const question = v.object({
  launchDenied: v.literal('readers'),
  accounts: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^\d{12}$/))),
    v.minLength(1),
    v.maxLength(MOST_ACCOUNTS),
  ),
});

/** What became of assuming the reader role of an account; `refused` does not say why. */
export type ReaderOutcome = 'assumed' | 'refused' | 'unavailable';

/** What the function answers, each account once and in the order of the question. */
export interface ReadersAnswer {
  readonly readers: readonly { readonly account: string; readonly outcome: ReaderOutcome }[];
}

/** Reads the question for readers out of what a function is invoked with; null for anything else. */
export function readReadersQuestion(event: unknown): readonly string[] | null {
  const parsed = v.safeParse(question, event);
  return parsed.success ? [...new Set(parsed.output.accounts)] : null;
}

/** At once: STS is shared with everything else in the account. */
const AT_ONCE = 10;

/** Asks about each account. */
export async function answerReaders(
  accounts: readonly string[],
  outcomeOf: (account: string) => Promise<ReaderOutcome>,
): Promise<ReadersAnswer> {
  const readers: ReadersAnswer['readers'][number][] = [];
  for (let start = 0; start < accounts.length; start += AT_ONCE) {
    const asked = accounts
      .slice(start, start + AT_ONCE)
      .map(async (account) => ({ account, outcome: await outcomeOf(account) }));
    readers.push(...(await Promise.all(asked)));
  }
  return { readers };
}
