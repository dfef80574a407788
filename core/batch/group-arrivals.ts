// denial → [fingerprint] → grouped → alert: the denials of a batch, group by group.
import type { Denial } from '../event/denial';
import { isReadable } from '../group/denied';
import { type Names, namesOf } from '../group/expected';
import { fingerprintOf } from '../group/fingerprint';
import { decodedOf } from './explained';
import type { BatchPorts } from './ports';
import type { Arrival } from './read-items';

/** Denials of one group, each event once and in the order of arrival. */
export interface Arrived {
  readonly fingerprint: string;
  readonly names: Names;
  readonly denials: readonly [Arrival, ...Arrival[]];
  /** All that arrived, with the events that came twice. */
  readonly arrivals: readonly Arrival[];
}

/** Sorts denials into groups; only one whose sentence names no action is decoded for that. */
export async function groupArrivals(
  arrivals: readonly Arrival[],
  ports: Pick<BatchPorts, 'decode'>,
): Promise<readonly Arrived[]> {
  const groups = new Map<string, Arrived>();
  for (const arrival of arrivals) {
    const { fingerprint, names } = await keyOf(arrival.denial, ports);
    const group = groups.get(fingerprint);
    if (group === undefined) {
      groups.set(fingerprint, { fingerprint, names, denials: [arrival], arrivals: [arrival] });
      continue;
    }
    const isKnown = group.denials.some(({ eventId }) => eventId === arrival.eventId);
    groups.set(fingerprint, {
      ...group,
      denials: isKnown ? group.denials : [...group.denials, arrival],
      arrivals: [...group.arrivals, arrival],
    });
  }
  return [...groups.values()];
}

async function keyOf(
  denial: Denial,
  ports: Pick<BatchPorts, 'decode'>,
): Promise<Pick<Arrived, 'fingerprint' | 'names'>> {
  const decoded = isReadable(denial) ? null : (await decodedOf(denial, ports)).decoded;
  return { fingerprint: fingerprintOf(denial, decoded), names: namesOf(denial, decoded) };
}
