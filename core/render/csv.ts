// explained → [rendered]: rows for a spreadsheet.
import { inert } from './inert';

/** A spreadsheet runs a cell that begins with one of these as a formula. @see https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Writes rows as comma-separated values; what would run as a formula gets an apostrophe before it.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = inert(FORMULA.test(value.trimStart()) ? `'${value}` : value);
  return /[",;\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
