// Prints figures beside their limits.

/** One figure; smaller is better. */
export interface Row {
  readonly what: string;
  readonly value: number;
  readonly limit: number;
}

/** Formats the figures as a table; a figure above its limit is marked. */
export function tableOf(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ what }) => what.length));
  return rows
    .map(({ what, value, limit }) => {
      const verdict = value <= limit ? 'within' : 'ABOVE ';
      return `${what.padEnd(width)}  ${value.toFixed(2).padStart(8)}  ${verdict} ${limit}`;
    })
    .join('\n');
}
