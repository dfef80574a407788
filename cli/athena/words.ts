// Every sentence that only the command athena says; the rules are in docs/writing.md.
import type { TableName } from '../../core/athena/read-asked';

export const WORDS = {
  table:
    "-- The table over the trail's logs: paste it into Athena's query editor once, or add --run --create-table.",
  query:
    "-- The denied launches in it: paste it into Athena's query editor, or add --run to see them explained.",
  label: ({ database, table }: TableName) => `the table ${database}.${table}`,
} as const;
