// grouped → [known]: which events of a group are stored already.
import { type Groups, sortableTime } from '../group/stored';
import type { KnownEvents } from './record-past';

/** Reads the stored denials of a group, the newest first, as far back as those that arrived. */
export function knownEvents({ occurrences }: Pick<Groups, 'occurrences'>): KnownEvents {
  return async ({ fingerprint, denials }) => {
    const times = denials.map(({ record }) => sortableTime(record.eventTime ?? ''));
    const oldest = times.reduce((one, other) => (one < other ? one : other));
    const known = new Set<string>();
    for (let page: string | undefined | null = undefined; page !== null;) {
      const { items, next }: Awaited<ReturnType<Groups['occurrences']>> = await occurrences(
        fingerprint,
        page,
      );
      for (const { eventId } of items) known.add(eventId);
      const last = items.at(-1);
      page = last === undefined || sortableTime(last.time) < oldest ? null : next;
    }
    return known;
  };
}
