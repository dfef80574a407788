// table, asked → [gaps]: what a table that is there does not show, so that an answer is never silently short.
import { PARTITIONS } from './table-statement';

/** A table as the catalog has it. */
export interface CatalogTable {
  readonly partitions: readonly string[];
  /** Its properties, such as `projection.region.values`. */
  readonly properties: Readonly<Record<string, string>>;
}

/** What is asked of it; null for all that it has. */
export interface Wanted {
  readonly accounts: readonly string[] | null;
  readonly regions: readonly string[] | null;
  /** `2026/01/31` */
  readonly firstDay: string;
  /** Where the logs have to be, as `locationTemplate` says it; null for anywhere. */
  readonly location: string | null;
}

/** The partitions of a table that a query can name; days only in the form of CloudTrail's folders. */
export function knownPartitions({ partitions, properties }: CatalogTable): readonly string[] {
  const hasDays = properties['projection.timestamp.format'] === 'yyyy/MM/dd';
  return PARTITIONS.filter((name) => partitions.includes(name)).filter(
    (name) => name !== 'timestamp' || hasDays,
  );
}

/** Says what the table does not show of what is wanted, a part each. */
export function gapsOf(table: CatalogTable, wanted: Wanted): readonly string[] {
  const { properties } = table;
  if (properties['projection.enabled'] !== 'true') return [];
  const location = properties['storage.location.template'];
  const begin = properties['projection.timestamp.range']?.split(',')[0]?.trim() ?? '';
  return [
    ...(location === undefined || wanted.location === null || location === wanted.location
      ? []
      : [wanted.location]),
    ...missing('account', wanted.accounts, properties),
    ...missing('region', wanted.regions, properties),
    // A range may begin relative to now, and then it is left to Athena.
    ...(/^\d{4}\//.test(begin) && begin > wanted.firstDay ? [`days before ${begin}`] : []),
  ];
}

function missing(
  partition: 'account' | 'region',
  wanted: readonly string[] | null,
  properties: CatalogTable['properties'],
): readonly string[] {
  const values = properties[`projection.${partition}.values`];
  if (values === undefined || wanted === null) return [];
  const shown = new Set(values.split(',').map((value) => value.trim()));
  return wanted.filter((value) => !shown.has(value));
}
