// Accounts by their names: people know those, and AWS tells numbers alone.
import type { Explanation } from './contract';

/** Names of accounts by their numbers. */
export type AccountNames = ReadonlyMap<string, string>;

/** `payments (444455556666)`, or the number alone where the account has no name. */
export function accountWords(account: string, name: string | null | undefined): string {
  return name ? `${name} (${account})` : account;
}

type Place = Pick<NonNullable<Explanation['event']>, 'account' | 'accountName' | 'homeAccount'>;

/**
 * The account as it is told where several might be meant: `payments (444455556666)`, or
 * `account 444455556666` of a member without a name. Null where there is mostly but one.
 */
export function toldAccount({ account, accountName, homeAccount }: Place): string | null {
  if (accountName) return accountWords(account, accountName);
  return homeAccount === undefined ? null : `account ${account}`;
}

/** `, in payments (444455556666)`: how a line of a list ends; empty where the account is not told. */
export function inAccount(event: Place | undefined): string {
  const told = event === undefined ? null : toldAccount(event);
  return told === null ? '' : `, in ${told}`;
}

/** The explanation with the account of the hub, where its event is of another account. */
export function withHome(explanation: Explanation, hubAccount: string | undefined): Explanation {
  const { event } = explanation;
  if (event === undefined || hubAccount === undefined || event.account === hubAccount)
    return explanation;
  return { ...explanation, event: { ...event, homeAccount: hubAccount } };
}

/** The explanation with the name of its account; as it is where no name or no event is known. */
export function withAccountName(explanation: Explanation, name: string | null): Explanation {
  const { event } = explanation;
  if (event === undefined || name === null) return explanation;
  return { ...explanation, event: { ...event, accountName: name } };
}

/** An account whose name is not what it was; `before` is null where it had none. */
export interface NameChange {
  readonly account: string;
  readonly name: string;
  readonly before: string | null;
}

/** What is new or changed among names, by account number. */
export function nameChanges(before: AccountNames, now: AccountNames): readonly NameChange[] {
  return [...now]
    .map(([account, name]) => ({ account, name, before: before.get(account) ?? null }))
    .filter((change) => change.before !== change.name)
    .toSorted((one, other) => (one.account < other.account ? -1 : 1));
}
