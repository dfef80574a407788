// denial → [group]: what is shown of a group, kept small however many denials it has.
import type { Explanation } from '../contract';
import { type Occurrence, type ShownGroup, sortableTime } from './stored';

const MOST_REGIONS = 30;
const MOST_SESSIONS = 10;
const MOST_SHAPES = 50;
const MOST_DAYS = 14;

/** Takes over the latest explanation and what the denials add, the latest last. */
export function shownOf(
  before: ShownGroup | null,
  principal: string,
  explanation: Explanation,
  added: readonly Occurrence[],
): ShownGroup {
  const { event, action, summary, reason, resource, encodedMessage } = explanation;
  const accountName = event?.accountName ?? before?.accountName;
  return {
    account: event?.account ?? before?.account ?? '',
    ...(accountName === undefined ? {} : { accountName }),
    principal,
    action,
    summary,
    reasonCode: reason.code,
    regions: latest(before?.regions, added.map(regionOf), MOST_REGIONS),
    sessions: latest(before?.sessions, added.map(sessionOf), MOST_SESSIONS),
    shapes: latest(before?.shapes, added.map(shapeOf), MOST_SHAPES),
    resource,
    messageStatus: encodedMessage.status,
    days: daysWith(before?.days, added),
  };
}

const regionOf = ({ region }: Occurrence) => region;
const sessionOf = ({ session }: Occurrence) => session ?? '';
const shapeOf = ({ shape }: Occurrence) => shape;

/** Adds each denial to its day (UTC); a time that cannot be read adds nothing. */
function daysWith(
  before: ShownGroup['days'] = [],
  added: readonly Occurrence[],
): ShownGroup['days'] {
  const days = new Map(before);
  for (const { time } of added) {
    if (Number.isNaN(Date.parse(time))) continue;
    const day = sortableTime(time).slice(0, 'yyyy-mm-dd'.length);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  return [...days].toSorted(([one], [other]) => (one < other ? -1 : 1)).slice(-MOST_DAYS);
}

/** Each text once, where it came last; of too many the latest. */
function latest(
  before: readonly string[] = [],
  added: readonly string[],
  most: number,
): readonly string[] {
  const texts = [...before, ...added].filter((text) => text !== '');
  return [...new Set(texts.toReversed())].slice(0, most).toReversed();
}
