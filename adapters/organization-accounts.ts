// command → [organization] → accounts: which accounts an organization has, and what they are called.
import { OrganizationsClient, paginateListAccounts } from '@aws-sdk/client-organizations';
import type { Connection } from './connection';

/** Bounds for one request, so that a hanging endpoint costs some tries and not minutes. */
const BOUNDS = { connectionTimeout: 2_000, requestTimeout: 6_000, throwOnRequestTimeout: true };

/** An account of an organization. */
export interface OrganizationAccount {
  /** 12 digits. */
  readonly id: string;
  readonly name: string;
}

/**
 * Lists the active accounts of the caller's organization, by number; throws what the AWS SDK throws. Only
 * the management account and a delegated administrator may ask.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccounts.html
 */
export async function organizationAccounts(
  connection: Connection,
): Promise<readonly OrganizationAccount[]> {
  const client = new OrganizationsClient({ requestHandler: BOUNDS, ...connection });
  const accounts: OrganizationAccount[] = [];
  try {
    for await (const { Accounts = [] } of paginateListAccounts({ client }, {}))
      for (const { Id, Name = '', State, Status } of Accounts)
        // AWS writes the second until it has retired it.
        if (Id && (State ?? Status) === 'ACTIVE') accounts.push({ id: Id, name: Name });
  } finally {
    client.destroy();
  }
  return accounts.toSorted((one, other) => one.id.localeCompare(other.id));
}
