// options → [period]: which stretch of time is looked at.
import type { TimeRange } from '../review/query';

/** CloudTrail answers for so long. @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html */
export const HISTORY_DAYS = 90;

const DAY = 86_400_000;
const UNITS = { m: 60_000, h: 3_600_000, d: DAY, w: 7 * DAY } as const;

/** What a person gives; each may be left out. */
export interface PeriodWords {
  /** `7d`, `12h` */
  readonly last?: string;
  /** A date (`2026-11-01`, its begin in UTC) or a time with its zone. */
  readonly from?: string;
  /** The same; a date counts to its end. */
  readonly to?: string;
}

/** A stretch of time, nothing where none was given, or what was wrong. */
export type Period =
  | { readonly kind: 'period'; readonly range: TimeRange | null }
  | { readonly kind: 'misused'; readonly why: string };

/** Reads a stretch of time that ends at `now` (ISO 8601) at the latest. */
export function readPeriod({ last, from, to }: PeriodWords, now: string): Period {
  if (last !== undefined && (from !== undefined || to !== undefined))
    return misused('--last ends now, and --from and --to say when; give one or the other');
  if (last !== undefined) return lastPeriod(last, now);
  if (from === undefined && to === undefined) return { kind: 'period', range: null };
  if (from === undefined) return misused('--to needs a begin; give --from too');
  const begin = timeOf(from, 0);
  const end = to === undefined ? Date.parse(now) : timeOf(to, DAY);
  if (begin === null) return misused(wrongTime(`--from ${JSON.stringify(from)}`));
  if (end === null) return misused(wrongTime(`--to ${JSON.stringify(to)}`));
  const until = Math.min(end, Date.parse(now));
  if (begin >= until)
    return misused(`the time from ${from} to ${to ?? 'now'} has no length, or has not begun`);
  return { kind: 'period', range: rangeOf(begin, until) };
}

function lastPeriod(text: string, now: string): Period {
  const [, count = '', unit = ''] = /^(\d{1,4})([mhdw])$/.exec(text) ?? [];
  const length =
    Number(count) * (Object.hasOwn(UNITS, unit) ? UNITS[unit as keyof typeof UNITS] : 0);
  if (!(length > 0))
    return misused(
      `--last ${JSON.stringify(text)}: allowed is a number with m, h, d or w, such as 7d or 12h`,
    );
  const end = Date.parse(now);
  return { kind: 'period', range: rangeOf(end - length, end) };
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds; `length` is added to a date, whose end is meant. */
function timeOf(text: string, length: number): number | null {
  if (!DATE.test(text) && !TIME.test(text)) return null;
  const at = Date.parse(text);
  if (Number.isNaN(at)) return null;
  return DATE.test(text) ? at + length : at;
}

function wrongTime(given: string): string {
  return `${given}: allowed is a date such as 2026-11-01, or a time with its zone such as 2026-11-01T09:00:00Z`;
}

function rangeOf(from: number, to: number): TimeRange {
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

function misused(why: string): Period {
  return { kind: 'misused', why };
}
