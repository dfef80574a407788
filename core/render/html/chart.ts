// reviewed → [HTML]: denials over time, stacked by reason.
import { denials, grouped } from '../../group/sentences';
import type { Overview } from '../../review/models';
import { type Html, markup } from './markup';
import { value } from './parts';
import { WORDS } from './words';

const WIDTH = 720;
const HEIGHT = 160;
/** The part of a slot that its bar fills. */
const FILLED = 0.78;
const WIDEST = 40;

/** Draws the bars with what each colour stands for, and all figures as a table that opens. */
export function reasonChart(overview: Overview): Html {
  const { byReason, slots } = overview;
  const heights = slots.map((_, at) =>
    byReason.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0),
  );
  const most = Math.max(...heights, 0);
  if (most === 0) return markup`<p class="ld-faint">${WORDS.noFigures}</p>`;
  const below = slots.map(() => 0);
  const series = byReason.map(({ counts }, at) => {
    const path = counts.map((count, slot) => {
      const from = below[slot] ?? 0;
      below[slot] = from + count;
      return bar({ slot, slots: slots.length, from, count, most });
    });
    return markup`<path class="ld-series-${at}" d="${path.join('')}"/>`;
  });
  const label = `${denials(overview.denials)} by reason; the figures follow as a table`;
  return markup`<figure class="ld-chart"><div class="ld-most">${grouped(most)}</div><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${label}">${series}</svg><div class="ld-axis"><span>${slotWords(overview, slots[0])}</span><span>${slotWords(overview, slots.at(-1))}</span></div>${legend(overview)}</figure>${figures(overview)}`;
}

interface Bar {
  readonly slot: number;
  readonly slots: number;
  readonly from: number;
  readonly count: number;
  readonly most: number;
}

function bar({ slot, slots, from, count, most }: Bar): string {
  if (count === 0) return '';
  const step = WIDTH / slots;
  const width = Math.min(step * FILLED, WIDEST);
  const x = (slot * step + (step - width) / 2).toFixed(1);
  const y = HEIGHT * (1 - from / most);
  const height = Math.max(1, (HEIGHT * count) / most).toFixed(1);
  return `M${x} ${y.toFixed(1)}v-${height}h${width.toFixed(1)}v${height}z`;
}

/** `2026-11-23`, or `2026-11-23 09:00` for an hour. */
function slotWords({ slot }: Overview, time = ''): string {
  return slot === 'day' ? time.slice(0, 10) : `${time.slice(0, 10)} ${time.slice(11, 13)}:00`;
}

function legend({ byReason }: Overview): Html {
  const items = byReason.map(
    ({ reasonCode, sum }, at) =>
      markup`<li><span class="ld-swatch ld-series-${at}"></span>${reasonName(reasonCode)} <b>${grouped(sum)}</b></li>`,
  );
  return markup`<ul class="ld-legend">${items}</ul>`;
}

function reasonName(code: string): Html {
  return value(code === '' ? WORDS.otherReasons : code);
}

function figures(overview: Overview): Html {
  const { byReason, slots } = overview;
  const heads = byReason.map(
    ({ reasonCode }) => markup`<th scope="col">${reasonName(reasonCode)}</th>`,
  );
  const rows = slots.flatMap((time, at) => {
    const counts = byReason.map((series) => series.counts[at] ?? 0);
    if (counts.every((count) => count === 0)) return [];
    return [
      markup`<tr><th scope="row">${slotWords(overview, time)}</th>${counts.map((count) => markup`<td>${grouped(count)}</td>`)}</tr>`,
    ];
  });
  return markup`<details class="ld-fold"><summary>The figures as a table</summary><div class="ld-scroll" tabindex="0"><table class="ld-table"><thead><tr><th scope="col">From (UTC)</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div></details>`;
}
