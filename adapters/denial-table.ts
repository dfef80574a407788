// explained → [remembered]: the stored denials.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
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
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  const keyOf = (eventId: string) => ({ pk: `DENIAL#${eventId}`, sk: 'DENIAL' });
  return {
    /** Stores a denial unless its event is stored already; resolves to whether it was alerted. */
    async remember({ eventId, explanation }: Remembered) {
      const { Attributes: before } = await client.send(
        new UpdateCommand({
          TableName: tableName,
          Key: keyOf(eventId),
          UpdateExpression:
            'SET explanation = if_not_exists(explanation, :explanation), expiresAt = if_not_exists(expiresAt, :expiresAt)',
          ExpressionAttributeValues: {
            ':explanation': JSON.stringify(explanation),
            ':expiresAt': Math.floor(now().getTime() / 1000) + retentionDays * DAY_SECONDS,
          },
          ReturnValues: 'ALL_OLD',
        }),
      );
      return { alerted: before?.['alertedAt'] !== undefined };
    },
    /** Notes that the denial was alerted. */
    async markAlerted(eventId: string) {
      await client.send(
        new UpdateCommand({
          TableName: tableName,
          Key: keyOf(eventId),
          UpdateExpression: 'SET alertedAt = :now',
          ExpressionAttributeValues: { ':now': now().toISOString() },
        }),
      );
    },
  };
}
