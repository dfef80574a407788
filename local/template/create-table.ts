// synthesized template → [table] → DynamoDB emulator
import { CreateTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as v from 'valibot';
import { type Address, addressOf } from './addresses';
import { HOME, type Place } from './place';
import type { TemplateResource } from './template';

const keySchema = v.array(
  v.object({ AttributeName: v.string(), KeyType: v.picklist(['HASH', 'RANGE']) }),
);

const index = v.object({
  IndexName: v.string(),
  KeySchema: keySchema,
  Projection: v.object({
    ProjectionType: v.picklist(['ALL', 'INCLUDE', 'KEYS_ONLY']),
    NonKeyAttributes: v.optional(v.array(v.string())),
  }),
});

const tableProperties = v.object({
  KeySchema: keySchema,
  AttributeDefinitions: v.array(
    v.object({ AttributeName: v.string(), AttributeType: v.picklist(['S', 'N', 'B']) }),
  ),
  GlobalSecondaryIndexes: v.optional(v.array(index)),
  TimeToLiveSpecification: v.optional(v.object({ AttributeName: v.string() })),
});

/** The types of resource that are a table. */
export const TABLE_TYPES = ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'] as const;

/** A table in the emulator; the emulator knows no time to live, so its attribute is told. */
export interface LocalTable extends Address {
  readonly name: string;
  /** Null where items never expire. */
  readonly timeToLiveAttribute: string | null;
}

/** Creates a table with the keys and indexes of the template. */
export async function createTable(
  client: DynamoDBClient,
  { id, type, properties }: TemplateResource,
  place: Place = HOME,
): Promise<LocalTable> {
  const { TimeToLiveSpecification, ...keys } = v.parse(tableProperties, properties);
  await client.send(
    new CreateTableCommand({ ...keys, TableName: id, BillingMode: 'PAY_PER_REQUEST' }),
  );
  const timeToLiveAttribute = TimeToLiveSpecification?.AttributeName ?? null;
  return { ...addressOf(type, id, place), name: id, timeToLiveAttribute };
}
