// reviewed → [HTML]: the one way from an address to a view, for every place that draws.
import type { Groups } from '../group/stored';
import { causeView } from '../render/html/cause';
import { causesView } from '../render/html/causes';
import type { Address, Face } from '../render/html/face';
import type { Html } from '../render/html/markup';
import { overviewView } from '../render/html/overview';
import { VIEW_TITLES } from '../render/html/words';
import { loadCause } from './load-cause';
import { loadCauses } from './load-causes';
import { loadOverview } from './load-overview';
import type { HealthFact } from './models';
import type { TimeRange } from './query';

/** What the views are made from, and where they are drawn. */
export interface Drawing {
  readonly groups: Pick<
    Groups,
    'seen' | 'counts' | 'read' | 'readExplanation' | 'occurrences' | 'due'
  >;
  readonly face: Face;
  readonly range: TimeRange;
  /** What is known of the pipeline beside the table. @default - nothing */
  readonly health?: readonly HealthFact[];
  /** Whether the groups are of the past, with no pipeline behind them. @default false */
  readonly isPast?: boolean;
}

/** A view with its title. */
export interface Drawn {
  readonly title: string;
  readonly body: Html;
}

/** Draws a view; null where there is no such group. Throws what the groups throw. */
export async function draw(address: Address, drawing: Drawing): Promise<Drawn | null> {
  const { groups, face, range, health = [], isPast = false } = drawing;
  const moment = { range, now: face.now };
  switch (address.view) {
    case 'causes': {
      const causes = await loadCauses(groups, address.query, moment);
      return { title: VIEW_TITLES.causes, body: causesView(causes, face) };
    }
    case 'cause': {
      const cause = await loadCause(groups, address.fingerprint, { ...address, now: face.now });
      return cause && { title: cause.row.summary, body: causeView(cause, face) };
    }
    case 'overview': {
      const overview = await loadOverview(groups, address.span, moment);
      const all = { ...overview, health: isPast ? [] : [...overview.health, ...health] };
      return { title: VIEW_TITLES.overview, body: overviewView(all, face) };
    }
  }
}
