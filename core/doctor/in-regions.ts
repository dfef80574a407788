// facts → [check] → report: the same said of several Regions at once.
import { type Answer, type Finding, type Hidden, hiddenFinding, notChecked } from './check';
import { listed } from './sentence';

/** Something of a Region. */
export interface InRegion<T> {
  readonly region: string;
  readonly value: T;
}

/** Something that is the same in Regions. */
export interface InRegions<T> {
  readonly regions: readonly string[];
  readonly value: T;
}

/** Puts together the Regions of which the same is known. */
export function together<T>(all: readonly InRegion<T>[]): readonly InRegions<T>[] {
  const groups = new Map<string, InRegions<T>>();
  for (const { region, value } of all) {
    const key = JSON.stringify(value);
    groups.set(key, { value, regions: [...(groups.get(key)?.regions ?? []), region] });
  }
  return [...groups.values()];
}

/** Says of which Regions nothing is known, and why: one finding for each reason. */
export function hiddenIn(all: readonly InRegion<Answer<unknown>>[]): readonly Finding[] {
  return together(all.flatMap(hiddenOnly)).map(({ value, regions }) => {
    const { found, todo } = hiddenFinding(value);
    return notChecked(`Nothing is known of ${listed(regions)}. ${found}`, `${todo}`);
  });
}

function hiddenOnly({ region, value }: InRegion<Answer<unknown>>): readonly InRegion<Hidden>[] {
  return value.kind === 'hidden' ? [{ region, value }] : [];
}
