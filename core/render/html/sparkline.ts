// reviewed → [HTML]: denials a day as small bars.
import { type Html, markup } from './markup';
import { WORDS } from './words';

const HEIGHT = 22;
const STEP = 6;
const BAR = 4;

/** Draws one bar for each count, the latest last; a day without denials is a thin line. */
export function sparkline(counts: readonly number[]): Html {
  const most = Math.max(...counts, 0);
  const bars = counts.map((count, at) => barAt(at, count, most)).join('');
  const label = most === 0 ? WORDS.noDays : WORDS.days(most);
  return markup`<svg class="ld-spark" viewBox="0 0 ${counts.length * STEP} ${HEIGHT}" role="img" aria-label="${label}"><title>${label}</title><path d="${bars}"/></svg>`;
}

function barAt(at: number, count: number, most: number): string {
  const height = count === 0 ? 1 : Math.max(3, Math.round((count / most) * HEIGHT));
  return `M${at * STEP} ${HEIGHT}v-${height}h${BAR}v${height}z`;
}
