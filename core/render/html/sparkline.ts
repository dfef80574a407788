// reviewed → [HTML]: denials a day as small bars.
import { type Html, markup } from './markup';
import { WORDS } from './words';

const HEIGHT = 22;
const STEP = 6;
const BAR = 4;

/** Draws one bar for each count, the latest last, on a thin line. */
export function sparkline(counts: readonly number[]): Html {
  const most = Math.max(...counts, 0);
  const width = counts.length * STEP;
  let bars = `M0 ${HEIGHT}v-1h${width}v1z`;
  for (const [at, count] of counts.entries()) if (count > 0) bars += bar(at, count / most);
  const label = most === 0 ? WORDS.noDays : WORDS.days(most);
  return markup`<svg class="ld-spark" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label="${label}"><path d="${bars}"/></svg>`;
}

function bar(at: number, share: number): string {
  const height = Math.max(3, Math.round(share * HEIGHT));
  return `M${at * STEP} ${HEIGHT}v-${height}h${BAR}v${height}z`;
}
