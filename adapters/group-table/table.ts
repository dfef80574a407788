// grouped → [table]: the table that the stored groups share.
import type { AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Failure } from '../../core/failure';

/** An item as the client reads and writes it. */
export type Item = Record<string, AttributeValue>;

/** An open table. */
export interface Table {
  readonly client: DynamoDBClient;
  readonly name: string;
  /** When an item of this age expires, in epoch seconds: some days after the time, or after now. */
  readonly expiry: (time?: string) => AttributeValue;
  /** Hears of an item of a list that cannot be read, or throws. */
  readonly onUnreadable: (failure: Failure) => void;
}

const DAY_SECONDS = 86_400;

/** Makes expiry times; a time that is no time or lies ahead counts as now. */
export function expiryAfter(retentionDays: number, now: () => Date): Table['expiry'] {
  return (time = '') => {
    const [at, latest] = [Date.parse(time), now().getTime()];
    const since = Number.isNaN(at) ? latest : Math.min(at, latest);
    return { N: String(Math.floor(since / 1000) + retentionDays * DAY_SECONDS) };
  };
}
