// digest → [table]: when each face got its last digest.
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Groups } from '../../core/group/stored';
import { digestKey } from './keys';
import { readItem } from './packed';
import { digestItem } from './schemas';
import type { Table } from './table';

/** Reads and notes the time of the last digest. */
export function digests(table: Table): Pick<Groups, 'lastDigest' | 'noteDigest'> {
  const { client, name } = table;
  return {
    lastDigest: async (face) => {
      const Key = digestKey(face);
      const command = new GetItemCommand({ TableName: name, Key, ConsistentRead: true });
      const { Item } = await client.send(command);
      return Item === undefined ? null : readItem(digestItem, Item).at.S;
    },
    noteDigest: async (face, at) => {
      const Item = { ...digestKey(face), at: { S: at }, expiresAt: table.expiry() };
      await client.send(new PutItemCommand({ TableName: name, Item }));
    },
  };
}
