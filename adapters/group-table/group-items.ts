// grouped → [table]: groups, each an item with a version.
import { randomBytes } from 'node:crypto';
import {
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { type GroupRecord, type Groups, slotOf, type StoredGroup } from '../../core/group/stored';
import { changedAt, waitsUntil } from '../../core/group/waits';
import { fingerprintIn, groupKey, principalPart } from './keys';
import { packed, readItem } from './packed';
import { groupItem } from './schemas';
import type { Item, Table } from './table';

/** Reads and writes single groups. */
export function groupItems(table: Table): Pick<Groups, 'read' | 'write'> {
  return {
    read: async (fingerprint) => {
      const item = await get(table, fingerprint);
      return item === undefined ? null : storedGroup(item);
    },
    write: (record, version) => write(table, record, version),
  };
}

/** Reads the item of a group; throws a `Failure` `ITEM_UNREADABLE` where it is none. */
export function storedGroup(item: Item): StoredGroup {
  const { pk, version, record } = readItem(groupItem, item);
  const group = { fingerprint: fingerprintIn(pk.S), ...record.group };
  return { record: { ...record, group }, version: version.N };
}

async function get({ client, name }: Table, fingerprint: string): Promise<Item | undefined> {
  const Key = groupKey(fingerprint);
  const command = new GetItemCommand({ TableName: name, Key, ConsistentRead: true });
  return (await client.send(command)).Item;
}

async function write(table: Table, record: GroupRecord, version: number | null): Promise<boolean> {
  const writer = randomBytes(9).toString('base64');
  const Item = { ...itemOf(table, record, (version ?? 0) + 1), writer: { S: writer } };
  const command = new PutItemCommand({ TableName: table.name, Item, ...conditionOn(version) });
  try {
    await table.client.send(command);
    return true;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    // The client repeats a request whose answer was lost, and then its own write stands in its way.
    return (await get(table, record.group.fingerprint))?.['writer']?.S === writer;
  }
}

function conditionOn(version: number | null) {
  if (version === null) return { ConditionExpression: 'attribute_not_exists(pk)' };
  return {
    ConditionExpression: 'version = :version',
    ExpressionAttributeValues: { ':version': { N: String(version) } },
  };
}

/** A group without `dueAt` is not in the index of those that wait. */
function itemOf(table: Table, record: GroupRecord, version: number): Item {
  const { fingerprint, ...group } = record.group;
  const dueAt = waitsUntil(record);
  const principal = principalPart(record.shown.principal);
  return {
    ...groupKey(fingerprint),
    version: { N: String(version) },
    record: packed({ ...record, group }),
    ...(dueAt === null ? {} : { dueAt: { S: dueAt } }),
    // By the hour: an index item whose key changes is two writes.
    changedHour: { S: slotOf(changedAt(record), 'hour') },
    state: { S: record.group.state },
    ...(principal === null ? {} : { principal: { S: principal } }),
    seenHour: { S: slotOf(record.group.lastSeen, 'hour') },
    expiresAt: table.expiry(),
  };
}
