// grouped → [review]: a stretch of time as hours or days.
import type { TimeRange } from './query';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Longer stretches are drawn by days. */
const MOST_HOURS = 49;

/** Whether a stretch of time is drawn by hours or by days. */
export function slotFor({ from, to }: TimeRange): 'hour' | 'day' {
  return Date.parse(to) - Date.parse(from) < MOST_HOURS * HOUR ? 'hour' : 'day';
}

/** The beginnings of the hours or days of a stretch of time, ISO 8601. */
export function slotsOf({ from, to }: TimeRange, slot: 'hour' | 'day'): readonly string[] {
  const length = slot === 'hour' ? HOUR : DAY;
  const first = Math.floor(Date.parse(from) / length) * length;
  const count = Math.floor((Date.parse(to) - first) / length) + 1;
  return Array.from({ length: count }, (_, at) => new Date(first + at * length).toISOString());
}
