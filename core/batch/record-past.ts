// history → [denial → explained → grouped]: denials that nobody is told of, because somebody asked.
import type { ExplanationFor } from './explanations';
import { type Arrived, groupArrivals } from './group-arrivals';
import { recordGroup } from './handle-group';
import type { PastPorts } from './ports';
import { type Arrival, type FailedItem, type Item, readItems } from './read-items';

/** What became of records of the history. */
export interface PastResult {
  /** How many denials were recorded. */
  readonly recorded: number;
  /** How many were there before. */
  readonly known: number;
  readonly failed: readonly FailedItem[];
}

/** Tells which events of a group are stored already, by their ids. */
export type KnownEvents = (arrived: Arrived) => Promise<ReadonlySet<string>>;

/** Which denials are meant. */
export interface Wanted {
  readonly isWanted: (arrival: Arrival) => boolean;
  readonly known: KnownEvents;
}

/** Records denials, each event once; never throws, and a failure stays with its group. */
export async function recordPast(
  items: readonly Item[],
  ports: PastPorts,
  explanationFor: ExplanationFor,
  { isWanted, known }: Wanted,
): Promise<PastResult> {
  const { denials, failed } = readItems(items, null);
  const failures: FailedItem[] = [...failed];
  let [recorded, stored] = [0, 0];
  for (const arrived of await groupArrivals(denials.filter(isWanted), ports)) {
    try {
      const before = await known(arrived);
      const fresh = arrived.denials.filter(({ eventId }) => !before.has(eventId));
      const [first, ...rest] = fresh;
      stored += arrived.denials.length - fresh.length;
      if (first === undefined) continue;
      await recordGroup({ ...arrived, denials: [first, ...rest] }, ports, explanationFor);
      recorded += fresh.length;
    } catch (error) {
      failures.push(...arrived.arrivals.map(({ itemId }) => ({ itemId, error })));
    }
  }
  return { recorded, known: stored, failed: failures };
}
