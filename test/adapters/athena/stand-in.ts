// Athena on loopback: it runs the list of a SELECT over records, as rows of text, page by page.
import * as v from 'valibot';
import { jsonError, jsonResult } from '../../../local/wire/json';
import { type Reply, startLoopback } from '../../../local/wire/loopback';

type Json = Readonly<Record<string, unknown>>;

/** A request as it arrived. */
interface Asked {
  readonly action: string;
  readonly input: Json;
}

interface Settings {
  /** What each query finds. */
  readonly records?: readonly Json[];
  /** Rows in a page, with that of the names. @default 1000 */
  readonly pageSize?: number;
  /** The states of an execution, one for each time that it is looked at; the last stays. */
  readonly states?: readonly Json[];
  /** The properties of the table; its partitions are account, region and timestamp. */
  readonly table?: { readonly partitions: readonly string[]; readonly properties: Json };
  /** What is answered in place of it; of the action's calls, this is the n-th. */
  readonly instead?: (asked: Asked, call: number) => Reply | null;
}

const SUCCEEDED = { State: 'SUCCEEDED' };
const start = v.object({ QueryString: v.string() });
const result = v.object({ QueryExecutionId: v.string(), NextToken: v.optional(v.string(), '0') });

/** An error as Athena says it. */
export const refusal = (type: string, message: string) => jsonError('1.1', 400, type, message);

/** Starts it; it keeps a list of what was asked. */
export async function startAthena(settings: Settings = {}) {
  const { records = [], pageSize = 1_000, states = [SUCCEEDED], table, instead } = settings;
  const asked: Asked[] = [];
  const statements = new Map<string, string>();
  const looked = new Map<string, number>();
  const actions: Readonly<Record<string, (input: Json) => object>> = {
    StartQueryExecution: (input) => {
      const id = `q-${statements.size + 1}`;
      statements.set(id, v.parse(start, input).QueryString);
      return { QueryExecutionId: id };
    },
    GetQueryExecution: (input) => {
      const { QueryExecutionId: id } = v.parse(result, input);
      const times = looked.get(id) ?? 0;
      looked.set(id, times + 1);
      const Status = states[Math.min(times, states.length - 1)];
      return { QueryExecution: { Status, Statistics: { DataScannedInBytes: 1_000 * times } } };
    },
    GetQueryResults: (input) => {
      const { QueryExecutionId, NextToken } = v.parse(result, input);
      const columns = columnsOf(statements.get(QueryExecutionId) ?? '');
      const texts = records.map((record) => columns.map(({ path }) => textAt(record, path)));
      const rows = [columns.map(({ name }) => name), ...texts];
      const [from, end] = [Number(NextToken), Number(NextToken) + pageSize];
      return {
        ResultSet: {
          ResultSetMetadata: { ColumnInfo: columns.map(({ name: Name }) => ({ Name })) },
          Rows: rows.slice(from, end).map((row) => ({
            Data: row.map((text) => (text === null ? {} : { VarCharValue: text })),
          })),
        },
        ...(end < rows.length && { NextToken: String(end) }),
      };
    },
    StopQueryExecution: () => ({}),
    GetTableMetadata: () => ({
      TableMetadata: {
        Name: 'any',
        PartitionKeys: (table?.partitions ?? ['account', 'region', 'timestamp']).map((Name) => ({
          Name,
        })),
        Parameters: table?.properties ?? { 'projection.timestamp.format': 'yyyy/MM/dd' },
      },
    }),
  };
  const loopback = await startLoopback(async ({ headers, body }) => {
    const action = String(headers['x-amz-target']).replace('AmazonAthena.', '');
    const one = { action, input: v.parse(v.record(v.string(), v.unknown()), JSON.parse(body)) };
    asked.push(one);
    const call = asked.filter((other) => other.action === action).length;
    const answer = actions[action];
    if (answer === undefined) return refusal('InvalidRequestException', `no ${action}`);
    return instead?.(one, call) ?? jsonResult('1.1', answer(one.input));
  });
  return { ...loopback, asked, statements };
}

/** A column of a SELECT: its name, and where it comes from. */
function columnsOf(query: string) {
  const [, list = ''] = /^SELECT\s+(.*?)\s+FROM /s.exec(query) ?? [];
  return list.split(',').map((item) => {
    const [path = '', name = path] = item.trim().split(' AS ');
    return { name, path: path.split('.') };
  });
}

/** Athena knows fields in small letters, and a field of a text column as JSON. */
function textAt(value: unknown, [first, ...rest]: readonly string[]): string | null {
  if (first === undefined) {
    if (value === null || value === undefined) return null;
    return typeof value === 'string' ? value : JSON.stringify(value);
  }
  const fields = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return textAt(fields.find(([name]) => name.toLowerCase() === first)?.[1], rest);
}
