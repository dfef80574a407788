// function → [table]: what it stored.
import { type AttributeValue, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { LocalTable } from '../template/create-table';

/** One stored item, with the time it expires at by the table's own attribute. */
export interface StoredItem {
  readonly table: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  /** Epoch seconds; null where the item has no number in the table's time-to-live attribute. */
  readonly expiresAt: number | null;
}

/** Reads every item of the tables. */
export async function storedItems(
  client: DynamoDBClient,
  tables: readonly LocalTable[],
): Promise<readonly StoredItem[]> {
  const scans = await Promise.all(
    tables.map(async ({ name, timeToLiveAttribute }) => {
      const { Items = [] } = await client.send(new ScanCommand({ TableName: name }));
      return Items.map((attributes) => ({
        table: name,
        attributes,
        expiresAt: timestampIn(attributes[timeToLiveAttribute ?? '']),
      }));
    }),
  );
  return scans.flat();
}

function timestampIn(value: AttributeValue | undefined): number | null {
  return value?.N === undefined ? null : Number(value.N);
}
