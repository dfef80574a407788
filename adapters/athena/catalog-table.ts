// table name → [table] → query: what the catalog says of a table.
import { type AthenaClient, GetTableMetadataCommand } from '@aws-sdk/client-athena';
import type { TableName } from '../../core/athena/read-asked';
import type { CatalogTable } from '../../core/athena/table-gaps';

/** The catalog that every account has. */
const CATALOG = 'AwsDataCatalog';

/**
 * Reads what a table is divided by.
 * @see https://docs.aws.amazon.com/athena/latest/APIReference/API_GetTableMetadata.html
 */
export async function catalogTable(
  client: AthenaClient,
  { database, table }: TableName,
  workgroup: string | null,
): Promise<CatalogTable> {
  const { TableMetadata } = await client.send(
    new GetTableMetadataCommand({
      CatalogName: CATALOG,
      DatabaseName: database,
      TableName: table,
      ...(workgroup !== null && { WorkGroup: workgroup }),
    }),
  );
  return {
    partitions: (TableMetadata?.PartitionKeys ?? []).flatMap(({ Name }) => Name ?? []),
    properties: TableMetadata?.Parameters ?? {},
  };
}
