// Where a stack is deployed: an account, a Region, and the organization of the account.
import { partitionOf } from '../partition';

/** Where a stack is deployed. */
export interface Place {
  readonly account: string;
  readonly region: string;
  /** Null for an account outside of organizations. */
  readonly organization: string | null;
}

/** The invented account and Region that local mode plays in where nobody says another. */
export const HOME: Place = { account: '111122223333', region: 'us-east-1', organization: null };

/** Other partitions have deployments of their own, in invented accounts of their own. */
const ACCOUNTS: Readonly<Record<string, string>> = {
  'aws-us-gov': '222233334444',
  'aws-cn': '333344445555',
};

/** The account of the deployment in a partition, where the stack itself lies at the place. */
export function accountIn(partition: string, place: Place): string {
  const isOwn = partition === partitionOf(place.region);
  return (isOwn ? undefined : ACCOUNTS[partition]) ?? place.account;
}

/** The default event bus of a place. */
export function busArnOf({ account, region }: Pick<Place, 'account' | 'region'>): string {
  return `arn:${partitionOf(region)}:events:${region}:${account}:event-bus/default`;
}

/** Whether two places share account and Region. */
export function isSamePlace(
  one: Pick<Place, 'account' | 'region'>,
  other: Pick<Place, 'account' | 'region'>,
): boolean {
  return one.account === other.account && one.region === other.region;
}
