// organization → [table] → explained: the names of accounts, all in one item that never expires.
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Groups } from '../../core/group/stored';
import { NAMES_KEY } from './keys';
import { packed, readItem } from './packed';
import { namesItem } from './schemas';
import type { Table } from './table';

/** Reads and writes the names of accounts. */
export function accountNames({
  client,
  name,
}: Table): Pick<Groups, 'accountNames' | 'writeAccountNames'> {
  return {
    accountNames: async () => {
      const { Item } = await client.send(new GetItemCommand({ TableName: name, Key: NAMES_KEY }));
      return new Map(Item === undefined ? [] : Object.entries(readItem(namesItem, Item).names));
    },
    writeAccountNames: async (names) => {
      const Item = { ...NAMES_KEY, names: packed(Object.fromEntries(names)) };
      await client.send(new PutItemCommand({ TableName: name, Item }));
    },
  };
}
