// table → [query] → rows: the denied launches of a table.
import { DENIAL_CODES } from '../event/denial';
import type { TimeRange } from '../review/query';
import { LAUNCH_OPERATIONS } from '../scan/operations';
import { IDENTITY_COLUMNS, ISSUER_COLUMNS, JSON_COLUMNS, RECORD_COLUMNS } from './columns';
import { folderOfDay } from './day';
import type { TableName } from './read-asked';
import { PARTITIONS } from './table-statement';

/** What is asked of a table. */
export interface QueryAsked {
  readonly name: TableName;
  /** Null for all that the table shows. */
  readonly accounts: readonly string[] | null;
  /** Null for all that the table shows. */
  readonly regions: readonly string[] | null;
  /** When events happened. */
  readonly range: TimeRange;
  /** By what the table is divided. @default - as `tableStatement` divides it */
  readonly partitions?: readonly string[];
}

const SELECTED = [
  ...Object.keys({ ...RECORD_COLUMNS, ...JSON_COLUMNS }),
  ...Object.entries({ ...IDENTITY_COLUMNS, ...ISSUER_COLUMNS }).map(
    ([name, { from }]) => `${from} AS ${name}`,
  ),
];

/** Files are sorted by when they were delivered, which is up to a day after the event. */
const LATE = 24 * 60 * 60 * 1_000;

/**
 * Writes the query; what partitions tell is looked at first, so that no more logs are read than needed.
 * @see https://docs.aws.amazon.com/athena/latest/ug/select.html
 */
export function denialsQuery(asked: QueryAsked): string {
  const conditions = [
    ...partitionConditions(asked),
    `eventsource = ${literal('ec2.amazonaws.com')}`,
    `eventname IN ${list(LAUNCH_OPERATIONS)}`,
    `errorcode IN ${list(DENIAL_CODES)}`,
    `eventtime BETWEEN ${literal(second(asked.range.from, 0))} AND ${literal(second(asked.range.to, 999))}`,
  ];
  return `SELECT
  ${SELECTED.join(',\n  ')}
FROM "${asked.name.database}"."${asked.name.table}"
WHERE ${conditions.join('\n  AND ')}`;
}

function partitionConditions(asked: QueryAsked): readonly string[] {
  const { accounts, regions, range, partitions = PARTITIONS } = asked;
  const [account, region] = [
    partitions.includes('account') ? 'account' : 'recipientaccountid',
    partitions.includes('region') ? 'region' : 'awsregion',
  ];
  const first = folderOfDay(Date.parse(range.from));
  const last = folderOfDay(Date.parse(range.to) + LATE);
  return [
    ...(accounts === null ? [] : [`${account} IN ${list(accounts)}`]),
    ...(regions === null ? [] : [`${region} IN ${list(regions)}`]),
    ...(partitions.includes('timestamp')
      ? [`"timestamp" BETWEEN ${literal(first)} AND ${literal(last)}`]
      : []),
  ];
}

/** CloudTrail writes times to the second. */
function second(time: string, roundUp: number): string {
  const whole = Math.floor((Date.parse(time) + roundUp) / 1_000) * 1_000;
  return new Date(whole).toISOString().replace('.000Z', 'Z');
}

function list(values: readonly string[]): string {
  return `(${values.map(literal).join(', ')})`;
}

function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
