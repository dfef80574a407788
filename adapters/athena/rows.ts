// execution → [rows] → records: the answer of a query, page by page.
import {
  type AthenaClient,
  GetQueryResultsCommand,
  type GetQueryResultsCommandOutput,
} from '@aws-sdk/client-athena';
import type { Row } from '../../core/athena/record-of';

/**
 * Reads the answer of a query that has ended, until the signal aborts.
 * @see https://docs.aws.amazon.com/athena/latest/APIReference/API_GetQueryResults.html
 */
export async function readRows(
  client: AthenaClient,
  QueryExecutionId: string,
  hear: (row: Row) => void,
  signal: AbortSignal,
): Promise<void> {
  let [NextToken, isFirst]: [string | undefined, boolean] = [undefined, true];
  while ((isFirst || NextToken !== undefined) && !signal.aborted) {
    const page: GetQueryResultsCommandOutput = await client.send(
      new GetQueryResultsCommand({ QueryExecutionId, NextToken }),
    );
    const names =
      page.ResultSet?.ResultSetMetadata?.ColumnInfo?.map(({ Name }) => Name ?? '') ?? [];
    // The first row of all is the names of the columns.
    const rows = page.ResultSet?.Rows?.slice(isFirst ? 1 : 0) ?? [];
    for (const { Data = [] } of rows)
      hear(Object.fromEntries(names.map((name, at) => [name, Data[at]?.VarCharValue ?? null])));
    [NextToken, isFirst] = [page.NextToken, false];
  }
}
