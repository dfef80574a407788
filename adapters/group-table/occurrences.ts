// grouped → [table]: each denial of a group as a small item.
import { paginateQuery, QueryCommand } from '@aws-sdk/client-dynamodb';
import { boundedPart, escapedPart } from '../../core/group/key-part';
import type { Groups, Occurrence, Page } from '../../core/group/stored';
import { writeAll } from './batches';
import { occurrenceSortKey, seenKey, shapePart } from './keys';
import { readItem } from './packed';
import { occurrenceItem } from './schemas';
import type { Item, Table } from './table';
import { Failure } from '../../core/failure';

const PAGE_LENGTH = 50;

/** AWS allows 64 characters, none of which is escaped. @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const LONGEST_SESSION = 64;
const LONGEST_REGION = 24;

/** Stores and counts occurrences. */
export function occurrences(
  table: Table,
): Pick<Groups, 'addOccurrences' | 'countOccurrences' | 'occurrences'> {
  return {
    addOccurrences: async (fingerprint, all) => {
      // The same event twice in one request would be refused.
      const items = new Map(
        all.map((one) => [occurrenceSortKey(one), itemOf(table, fingerprint, one)]),
      );
      await writeAll(table, [...items.values()]);
    },
    countOccurrences: (fingerprint) => count(table, fingerprint),
    occurrences: (fingerprint, page) => newest(table, fingerprint, page),
  };
}

function itemOf(table: Table, fingerprint: string, occurrence: Occurrence): Item {
  const { time, region, session, shape } = occurrence;
  return {
    pk: { S: seenKey(fingerprint) },
    sk: { S: occurrenceSortKey(occurrence) },
    region: { S: bounded(region, LONGEST_REGION) },
    ...(session === null ? {} : { session: { S: bounded(session, LONGEST_SESSION) } }),
    shape: { S: shapePart(shape) },
    expiresAt: table.expiry(time),
  };
}

/** Only what AWS would not send is changed. */
function bounded(text: string, limit: number): string {
  return boundedPart(escapedPart(text), limit);
}

function allOf({ name }: Table, fingerprint: string) {
  return {
    TableName: name,
    KeyConditionExpression: 'pk = :seen',
    ExpressionAttributeValues: { ':seen': { S: seenKey(fingerprint) } },
  };
}

async function count(table: Table, fingerprint: string): Promise<number> {
  const { client } = table;
  const all = { ...allOf(table, fingerprint), Select: 'COUNT', ConsistentRead: true } as const;
  let sum = 0;
  for await (const { Count = 0 } of paginateQuery({ client }, all)) sum += Count;
  return sum;
}

async function newest(
  table: Table,
  fingerprint: string,
  page: string | undefined,
): Promise<Page<Occurrence>> {
  const { Items = [], LastEvaluatedKey: last } = await table.client.send(
    new QueryCommand({
      ...allOf(table, fingerprint),
      ScanIndexForward: false,
      Limit: PAGE_LENGTH,
      ...(page === undefined ? {} : { ExclusiveStartKey: startOf(fingerprint, page) }),
    }),
  );
  return { items: Items.map(occurrenceOf), next: last?.['sk']?.S ?? null };
}

function occurrenceOf(item: Item): Occurrence {
  const { sk, region, session, shape } = readItem(occurrenceItem, item);
  const [time = '', eventId = ''] = sk.S.split('#');
  return { eventId, time, region: region.S, session: session?.S ?? null, shape: shape.S };
}

function startOf(fingerprint: string, page: string): Item {
  if (/^\d{4}-[^#]+#/.test(page)) return { pk: { S: seenKey(fingerprint) }, sk: { S: page } };
  throw new Failure(
    'PAGE_UNREADABLE',
    `there is no page ${JSON.stringify(page)} of occurrences; allowed is what the page before gives as next`,
  );
}
