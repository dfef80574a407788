// grouped → [table]: the latest explanation for each launch shape of a group.
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Groups } from '../../core/group/stored';
import { explanationKey } from './keys';
import { packed, readItem } from './packed';
import { explanationItem } from './schemas';
import type { Table } from './table';

/** Reads and writes explanations. */
export function explanations(table: Table): Pick<Groups, 'readExplanation' | 'writeExplanation'> {
  const { client, name } = table;
  return {
    readExplanation: async (fingerprint, shape) => {
      const Key = explanationKey(fingerprint, shape);
      const { Item } = await client.send(new GetItemCommand({ TableName: name, Key }));
      return Item === undefined ? null : readItem(explanationItem, Item).explanation;
    },
    writeExplanation: async (fingerprint, stored) => {
      const Item = {
        ...explanationKey(fingerprint, stored.shape),
        explanation: packed(stored),
        expiresAt: table.expiry(),
      };
      await client.send(new PutItemCommand({ TableName: name, Item }));
    },
  };
}
