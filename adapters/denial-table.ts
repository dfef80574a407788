// explained → [remembered]: the stored denials.
import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Remembered } from '../core/pipeline';

const DAY_SECONDS = 86_400;

/** Where denials are stored, and how long. */
export interface DenialTableOptions {
  readonly tableName: string;
  readonly retentionDays: number;
  readonly now: () => Date;
}

/** Opens the table of denials; an item is keyed by its CloudTrail `eventID`. */
export function denialTable({ tableName, retentionDays, now }: DenialTableOptions) {
  const client = new DynamoDBClient({});
  const keyOf = (eventId: string) => ({ pk: { S: `DENIAL#${eventId}` }, sk: { S: 'DENIAL' } });
  const expiry = () => Math.floor(now().getTime() / 1000) + retentionDays * DAY_SECONDS;
  return {
    /** Stores a denial unless its event is stored already; resolves to whether it was alerted. */
    async remember({ eventId, explanation }: Remembered) {
      const { Attributes: before } = await client.send(
        new UpdateItemCommand({
          TableName: tableName,
          Key: keyOf(eventId),
          UpdateExpression:
            'SET explanation = if_not_exists(explanation, :explanation), expiresAt = if_not_exists(expiresAt, :expiresAt)',
          ExpressionAttributeValues: {
            ':explanation': { S: JSON.stringify(explanation) },
            ':expiresAt': { N: String(expiry()) },
          },
          ReturnValues: 'ALL_OLD',
        }),
      );
      return { alerted: before?.['alertedAt'] !== undefined };
    },
    /** Notes that the denial was alerted. */
    async markAlerted(eventId: string) {
      await client.send(
        new UpdateItemCommand({
          TableName: tableName,
          Key: keyOf(eventId),
          UpdateExpression: 'SET alertedAt = :now',
          ExpressionAttributeValues: { ':now': { S: now().toISOString() } },
        }),
      );
    },
  };
}
