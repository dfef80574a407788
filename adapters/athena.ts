// [Athena] → records → grouped → shown: the denied launches of a table over CloudTrail's logs.
import { setTimeout as wait } from 'node:timers/promises';
import { AthenaClient } from '@aws-sdk/client-athena';
import { denialsQuery, type QueryAsked } from '../core/athena/denials-query';
import { folderOfDay } from '../core/athena/day';
import { recordOf } from '../core/athena/record-of';
import { gapsOf, knownPartitions } from '../core/athena/table-gaps';
import type { Source } from '../core/scan/source';
import { catalogTable } from './athena/catalog-table';
import { execute, type Executor } from './athena/execution';
import { QueryFailure, withWords } from './athena/query-failure';
import { readRows } from './athena/rows';
import type { Connection } from './connection';

/** What is asked, and how. */
export interface AthenaOptions {
  readonly asked: Omit<QueryAsked, 'partitions'>;
  /** Where a table that is there has to have its logs, as `locationTemplate` says it; null for anywhere. */
  readonly location: string | null;
  /** The statement that makes the table first; null where it is there. */
  readonly tableStatement: string | null;
  /** @default - `primary` */
  readonly workgroup: string | null;
  /** An address in S3 for answers; null where the workgroup has one. */
  readonly outputLocation: string | null;
  readonly connection: Connection;
  /** Waits, and rejects once the signal aborts. @default - a timer */
  readonly sleep?: Executor['sleep'];
}

/** Bounds for one request, so that a hanging endpoint costs some tries and not minutes. */
const BOUNDS = { connectionTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true };

/**
 * Asks a table for its denied launches; once told to stop it stops the query in Athena too. Progress is
 * in bytes of logs that Athena has read, of which nobody knows how many there are. Throws where Athena
 * refuses or fails, and where the table does not show all that is asked for.
 * @see https://docs.aws.amazon.com/athena/latest/ug/querying-athena-tables.html
 */
export function athenaQuery(options: AthenaOptions): Source {
  const { connection, workgroup, outputLocation, sleep = timer } = options;
  return async (listener, signal) => {
    const client = new AthenaClient({ requestHandler: BOUNDS, maxAttempts: 8, ...connection });
    const executor = { client, workgroup, outputLocation, sleep };
    const onBytes = (bytes: number): void => listener.progress(bytes, null);
    try {
      const query = await queryFor(options, executor, signal);
      const id = query === null ? null : await execute(query, executor, onBytes, signal);
      if (id !== null) await readRows(client, id, (row) => listener.record(recordOf(row)), signal);
    } catch (error) {
      throw withWords(error);
    } finally {
      client.destroy();
    }
  };
}

/** The query for the table, which is made where it is wanted; null where this was stopped. */
async function queryFor(
  { asked, location, tableStatement, workgroup }: AthenaOptions,
  executor: Executor,
  signal: AbortSignal,
): Promise<string | null> {
  if (tableStatement !== null) {
    const id = await execute(tableStatement, executor, () => undefined, signal);
    return id === null ? null : denialsQuery(asked);
  }
  const table = await catalogTable(executor.client, asked.name, workgroup);
  const firstDay = folderOfDay(Date.parse(asked.range.from));
  const gaps = gapsOf(table, { ...asked, firstDay, location });
  if (gaps.length > 0)
    throw new QueryFailure(
      `the table ${asked.name.database}.${asked.name.table} was not made for ${gaps.join(', ')}; make one that is with --bucket, --create-table and another --table`,
    );
  return denialsQuery({ ...asked, partitions: knownPartitions(table) });
}

async function timer(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal });
}
