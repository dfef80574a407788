// denial → [explained] → grouped: a denial on its way into its group.
import type { Occurrence, StoredExplanation } from '../group/stored';

/** A denial as it is stored, with the explanation that stands for it. */
export interface Told {
  readonly occurrence: Occurrence;
  readonly stored: StoredExplanation;
}

/** The denials of one group in a batch, in the order of arrival. */
export type AllTold = readonly [Told, ...Told[]];

/** The denial that arrived last. */
export function latestOf([first, ...rest]: AllTold): Told {
  return rest.at(-1) ?? first;
}
