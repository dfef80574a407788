// command → [organization] → names: what the accounts of an organization are called, or why nobody may know.
import type { AccountNames } from '../core/account-name';
import { readSentence } from '../core/message/sentence';
import type { Connection } from './connection';
import { organizationAccounts } from './organization-accounts';

/** What Organizations says; the principal is who was refused, where AWS names it. */
export type OrganizationAnswer =
  | { readonly kind: 'listed'; readonly names: AccountNames }
  | { readonly kind: 'not-permitted'; readonly principal: string | null }
  | { readonly kind: 'no-organization' | 'no-credentials' };

const REFUSALS = {
  AccessDenied: 'not-permitted',
  AccessDeniedException: 'not-permitted',
  AWSOrganizationsNotInUseException: 'no-organization',
  CredentialsProviderError: 'no-credentials',
} as const;

/** Reads the names of all active accounts; throws what else the AWS SDK throws. */
export async function organizationNames(connection: Connection): Promise<OrganizationAnswer> {
  try {
    const accounts = await organizationAccounts(connection);
    const named = accounts.filter(({ id, name }) => isNamed(id, name));
    return { kind: 'listed', names: new Map(named.map(({ id, name }) => [id, name])) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    if (!isRefusal(name)) throw error;
    const kind = REFUSALS[name];
    if (kind !== 'not-permitted') return { kind };
    return { kind, principal: readSentence(message)?.principalArn ?? null };
  }
}

/** An account that was made a moment ago might lack its name. */
function isNamed(id: string, name: string): boolean {
  return /^\d{12}$/.test(id) && /^(?=.*\S).{1,64}$/s.test(name);
}

function isRefusal(name: string): name is keyof typeof REFUSALS {
  return Object.hasOwn(REFUSALS, name);
}
