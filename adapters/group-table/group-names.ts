// command → [table]: a group by its code, which only its fingerprint tells.
import { paginateQuery } from '@aws-sdk/client-dynamodb';
import { groupCode } from '../../core/alert/group-name';
import type { Groups } from '../../core/group/stored';
import { CHANGED_INDEX, fingerprintIn, GROUP } from './keys';
import type { Table } from './table';

/** Finds groups by their code. */
export function groupNames(table: Table): Pick<Groups, 'named'> {
  return { named: (code) => named(table, code) };
}

/** Walks over the keys of all groups, the latest changed first: who asks has just heard of the group. */
async function named({ client, name }: Table, code: string): Promise<string | null> {
  const query = {
    TableName: name,
    IndexName: CHANGED_INDEX,
    KeyConditionExpression: 'sk = :group',
    ExpressionAttributeValues: { ':group': { S: GROUP } },
    ScanIndexForward: false,
  };
  for await (const { Items = [] } of paginateQuery({ client }, query)) {
    const fingerprints = Items.map(({ pk }) => fingerprintIn(pk?.S ?? ''));
    const found = fingerprints.find((fingerprint) => groupCode(fingerprint) === code);
    if (found !== undefined) return found;
  }
  return null;
}
