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
  const nameOf = (time: string) => time.slice(0, SLOT_LENGTHS[slot]);
  const named = mostFrequent(counts, reasonOf);
  const codeOf = (fingerprint: string) => {
    const code = reasonOf(fingerprint);
    return named.includes(code) ? code : '';
  };
  const sums = new Map<string, number>();
  for (const { hour, fingerprint, denials } of counts)
    add(sums, `${nameOf(hour)} ${codeOf(fingerprint)}`, denials);
  return [...named, '']
    .map((code) =>
      made(
        code,
        slots.map((each) => sums.get(`${nameOf(each)} ${code}`) ?? 0),
      ),
    )
    .filter(({ sum }) => sum > 0);
}

function made(reasonCode: string, counts: readonly number[]): ReasonSeries {
  return { reasonCode, counts, sum: counts.reduce((sum, count) => sum + count, 0) };
}

function mostFrequent(
  counts: readonly HourCount[],
  reasonOf: (fingerprint: string) => string,
): readonly string[] {
  const sums = new Map<string, number>();
  for (const { fingerprint, denials } of counts) add(sums, reasonOf(fingerprint), denials);
  sums.delete('');
  const sorted = [...sums].toSorted(([, one], [, other]) => other - one);
  return sorted.slice(0, MOST_SERIES).map(([code]) => code);
}

function add(sums: Map<string, number>, key: string, n: number): void {
  sums.set(key, (sums.get(key) ?? 0) + n);
}
