// rows → [record] → denial: a row of the answer as the CloudTrail record that it was.
import {
  type Column,
  IDENTITY_COLUMNS,
  ISSUER_COLUMNS,
  JSON_COLUMNS,
  RECORD_COLUMNS,
} from './columns';

/** A row by the names of its columns; null where the record had nothing. */
export type Row = Readonly<Record<string, string | null>>;

/** Writes the record of a row as JSON. */
export function recordOf(row: Row): string {
  const issuer = partsOf(ISSUER_COLUMNS, row);
  return JSON.stringify({
    ...partsOf(fromNames(RECORD_COLUMNS), row),
    ...partsOf(fromNames(JSON_COLUMNS), row, parsed),
    userIdentity: {
      ...partsOf(IDENTITY_COLUMNS, row),
      ...(Object.keys(issuer).length > 0 && { sessionContext: { sessionIssuer: issuer } }),
    },
  });
}

type Columns = Readonly<Record<string, Column>>;

function fromNames(names: Readonly<Record<string, string>>): Columns {
  return Object.fromEntries(Object.entries(names).map(([from, to]) => [from, { from, to }]));
}

function partsOf(
  columns: Columns,
  row: Row,
  read: (text: string) => unknown = (text) => text,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([name, { to }]) => {
      const text = row[name] ?? null;
      return text === null ? [] : [[to, read(text)]];
    }),
  );
}

/** What is no JSON stays text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
