// history → [Regions] → LookupEvents: the Regions that the account uses.
import { AccountClient, paginateListRegions } from '@aws-sdk/client-account';
import type { Connection } from './connection';

/** Bounds for one request, so that a hanging endpoint costs some tries and not minutes. */
const BOUNDS = { connectionTimeout: 2_000, requestTimeout: 4_000, throwOnRequestTimeout: true };

/**
 * Lists the Regions that are enabled in the account, by name; throws what the AWS SDK throws.
 * @see https://docs.aws.amazon.com/accounts/latest/reference/API_ListRegions.html
 */
export async function enabledRegions(connection: Connection): Promise<readonly string[]> {
  const client = new AccountClient({ requestHandler: BOUNDS, ...connection });
  const wanted = { RegionOptStatusContains: ['ENABLED' as const, 'ENABLED_BY_DEFAULT' as const] };
  const names: string[] = [];
  try {
    for await (const { Regions } of paginateListRegions({ client }, wanted))
      for (const { RegionName } of Regions ?? []) if (RegionName) names.push(RegionName);
  } finally {
    client.destroy();
  }
  return names.toSorted();
}
