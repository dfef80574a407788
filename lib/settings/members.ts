// Whose denials come to a hub.
import * as v from 'valibot';
import type { ParsedSettings } from './given';
import { list } from './shapes';

/** The accounts whose denials come to a hub. */
export type Members =
  | { readonly kind: 'organization'; readonly organization: string }
  | { readonly kind: 'accounts'; readonly accounts: readonly string[] };

/** The id of an organization. @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html */
export const ORGANIZATION = /^o-[a-z0-9]{10,32}$/;

const ACCOUNT = /^\d{12}$/;

/** The list stands in the event bus policy and in the SSM parameter of the stack, which has 4 KB. */
const MOST_ACCOUNTS = 100;

/** Numbers of accounts. */
export const accounts = v.pipe(
  list(v.pipe(v.string(), v.regex(ACCOUNT))),
  v.check((all) => all.length <= MOST_ACCOUNTS),
);

export const ACCOUNTS_ALLOWED = `at most ${MOST_ACCOUNTS} account numbers, each once, such as 111122223333,444455556666; a larger organization is given as organization`;

/** Bytes: all variables of a function have 4 KB together. */
const LONGEST_NAMES = 800;

const names = v.record(
  v.pipe(v.string(), v.regex(ACCOUNT)),
  v.pipe(v.string(), v.regex(/^[^\p{C}]{1,64}$/u)),
);

/** Names of accounts; on the command line JSON. */
export const accountNames = v.pipe(
  v.union([names, v.pipe(v.string(), v.parseJson(), names)]),
  v.check((all) => Buffer.byteLength(JSON.stringify(all)) <= LONGEST_NAMES),
  v.readonly(),
);

export const ACCOUNT_NAMES_ALLOWED = `names by account number, such as {"444455556666":"payments"}, as JSON at most ${LONGEST_NAMES} bytes; more are given by "launch-denied accounts"`;

/** The members that settings name; undefined where denials of other accounts do not come. */
export function membersOf({
  organization,
  accounts: given,
}: Pick<ParsedSettings, 'organization' | 'accounts'>): Members | undefined {
  if (organization !== null) return { kind: 'organization', organization };
  return given.length > 0 ? { kind: 'accounts', accounts: given } : undefined;
}
