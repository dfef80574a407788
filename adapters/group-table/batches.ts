// grouped → [table]: many items in one request, and again what DynamoDB leaves out of it.
import { setTimeout as wait } from 'node:timers/promises';
import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { Failure } from '../../core/failure';
import type { Item, Table } from './table';

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html */
const MOST_WRITES = 25;
/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html */
const MOST_READS = 100;

/** Milliseconds before each further try: 1.5 seconds in all, which a batch of the function has. */
const WAITS = [50, 100, 200, 400, 800] as const;

/** Writes items of different keys; throws a {@link Failure} `TABLE_THROTTLED` where some stay unwritten. */
export async function writeAll({ client, name }: Table, items: readonly Item[]): Promise<void> {
  for (const some of inParts(items, MOST_WRITES)) {
    const requests = some.map((item): WriteRequest => ({ PutRequest: { Item: item } }));
    const left = await untilNoneIsLeft(requests, async (writes) => {
      const command = new BatchWriteItemCommand({ RequestItems: { [name]: [...writes] } });
      return (await client.send(command)).UnprocessedItems?.[name] ?? [];
    });
    refuseRest('written', left.length, some.length);
  }
}

/** Reads the items of these keys, the latest state of each; what does not exist is left out. */
export async function readAll(table: Table, keys: readonly Item[]): Promise<readonly Item[]> {
  const { client, name } = table;
  const found: Item[] = [];
  for (const some of inParts(keys, MOST_READS)) {
    const left = await untilNoneIsLeft(some, async (wanted) => {
      const request = { Keys: [...wanted], ConsistentRead: true };
      const command = new BatchGetItemCommand({ RequestItems: { [name]: request } });
      const { Responses, UnprocessedKeys } = await client.send(command);
      found.push(...(Responses?.[name] ?? []));
      return UnprocessedKeys?.[name]?.Keys ?? [];
    });
    refuseRest('read', left.length, some.length);
  }
  return found;
}

function inParts<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const parts = Math.ceil(all.length / size);
  return Array.from({ length: parts }, (_, part) => all.slice(part * size, (part + 1) * size));
}

async function untilNoneIsLeft<T>(
  all: readonly T[],
  send: (some: readonly T[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  let left = await send(all);
  for (const milliseconds of WAITS) {
    if (left.length === 0) break;
    // Functions that were throttled together come back apart.
    await wait(milliseconds * (0.5 + Math.random() / 2));
    left = await send(left);
  }
  return left;
}

function refuseRest(done: 'read' | 'written', left: number, all: number): void {
  if (left === 0) return;
  throw new Failure(
    'TABLE_THROTTLED',
    `${left} of ${all} items were not ${done} in ${WAITS.length + 1} tries: the table is throttled; try again later, or raise its maximum throughput`,
  );
}
