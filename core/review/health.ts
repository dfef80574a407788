// grouped → [review]: what the stored groups tell of the pipeline.
import { timeWords } from '../alert/words';
import { causes, grouped } from '../group/sentences';
import type { StoredGroup } from '../group/stored';
import { waitsUntil } from '../group/waits';
import type { HealthFact } from './models';

/** The sweep runs every five minutes: what waits three times as long is not looked after. */
const LATE_MILLISECONDS = 15 * 60_000;

/** Says whether what is due is looked after; `due` are the groups that wait, at most `most`. */
export function healthOf(
  due: readonly StoredGroup[],
  most: number,
  now: string,
): readonly HealthFact[] {
  const since = due.map(({ record }) => waitsUntil(record) ?? now).toSorted();
  const [oldest = now] = since;
  const isLate = Date.parse(now) - Date.parse(oldest) > LATE_MILLISECONDS;
  const count = due.length < most ? grouped(due.length) : `${grouped(most)} or more`;
  const undecoded = due.filter(({ record }) => record.refineAfter !== null).length;
  return [
    {
      name: 'Sweep',
      state: isLate ? 'warning' : 'ok',
      found:
        due.length === 0
          ? 'nothing waits for it'
          : `${count} ${due.length === 1 ? 'cause waits' : 'causes wait'} for it, the first since ${timeWords(oldest, now)}${isLate ? '; it runs every five minutes' : ''}`,
    },
    {
      name: 'Decoding',
      state: undecoded > 0 ? 'warning' : 'ok',
      found:
        undecoded > 0
          ? `STS was out of reach for ${causes(undecoded)}; the sweep asks it again`
          : 'no cause waits for STS',
    },
  ];
}
