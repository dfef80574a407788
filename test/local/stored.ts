// [table] ← functions: what the deployed stack stored, read past the endpoints that faults befall.
import { BatchWriteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { groupTable } from '../../adapters/group-table';
import type { Groups } from '../../core/group/stored';
import type { Local } from '../../local/start-local';

const connectionTo = ({ urls }: Local) => ({
  endpoint: urls.emulators.dynamodb,
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});

/** The groups as the stack stored them. */
export function groupsIn(local: Local): Groups {
  const { environment } = local.function;
  return groupTable({
    tableName: environment['TABLE_NAME'] ?? '',
    retentionDays: Number(environment['RETENTION_DAYS']),
    now: () => new Date(),
    connection: connectionTo(local),
  });
}

const FOR_EVER = '9999-12-31T00:00:00Z';
const MOST_SWEEPS = 12;

/** Lets the time go on in steps of the schedule until no group waits for anything; throws after an hour. */
export async function sweepOut(local: Local): Promise<void> {
  const groups = groupsIn(local);
  for (let sweeps = 0; sweeps < MOST_SWEEPS; sweeps += 1) {
    local.advance(5);
    await local.sweep();
    if ((await groups.due(FOR_EVER, 1)).length === 0) return;
  }
  throw new Error(`something still waits after ${MOST_SWEEPS} sweeps`);
}

/** DynamoDB takes so many writes in one request. */
const MOST_WRITES = 25;

/** Deletes everything that is stored. */
export async function emptyTable(local: Local): Promise<void> {
  const client = new DynamoDBClient(connectionTo(local));
  const deletes = (await local.items()).flatMap(({ table, attributes: { pk, sk } }) =>
    pk && sk ? [{ table, DeleteRequest: { Key: { pk, sk } } }] : [],
  );
  for (let at = 0; at < deletes.length; at += MOST_WRITES) {
    const some = deletes.slice(at, at + MOST_WRITES);
    const RequestItems = {
      [some[0]?.table ?? '']: some.map(({ DeleteRequest }) => ({ DeleteRequest })),
    };
    await client.send(new BatchWriteItemCommand({ RequestItems }));
  }
  client.destroy();
}
