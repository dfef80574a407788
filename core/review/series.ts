// grouped → [review]: counts of hours as denials by reason over time.
import type { HourCount } from '../group/stored';
import type { ReasonSeries } from './models';

/** So many reasons stand for themselves. */
const MOST_SERIES = 5;

/** How much of a time names a slot. */
const SLOT_LENGTHS = { day: 'yyyy-mm-dd'.length, hour: 'yyyy-mm-ddThh'.length } as const;

/** Sums denials by reason and slot, the most frequent reason first; what is left is one series. */
export function seriesOf(
  counts: readonly HourCount[],
  reasonOf: (fingerprint: string) => string,
  { slots, slot }: { readonly slots: readonly string[]; readonly slot: 'hour' | 'day' },
): readonly ReasonSeries[] {
  const length = SLOT_LENGTHS[slot];
  const at = new Map(slots.map((slot, index) => [slot.slice(0, length), index]));
  const series = new Map<string, number[]>();
  for (const { hour, fingerprint, denials } of counts) {
    const index = at.get(hour.slice(0, length));
    if (index === undefined) continue;
    const reason = reasonOf(fingerprint);
    const sums = series.get(reason) ?? slots.map(() => 0);
    sums[index] = (sums[index] ?? 0) + denials;
    series.set(reason, sums);
  }
  return folded([...series].map(([reasonCode, sums]) => made(reasonCode, sums)));
}

function made(reasonCode: string, counts: readonly number[]): ReasonSeries {
  return { reasonCode, counts, sum: counts.reduce((sum, count) => sum + count, 0) };
}

function folded(all: readonly ReasonSeries[]): readonly ReasonSeries[] {
  const named = all.filter(({ reasonCode }) => reasonCode !== '');
  const sorted = named.toSorted((one, other) => other.sum - one.sum);
  const rest = [...sorted.slice(MOST_SERIES), ...all.filter((each) => !named.includes(each))];
  const [first] = rest;
  if (first === undefined) return sorted;
  const counts = first.counts.map((_, at) =>
    rest.reduce((sum, series) => sum + (series.counts[at] ?? 0), 0),
  );
  return [...sorted.slice(0, MOST_SERIES), made('', counts)];
}
