// explained → [group] → alert
// Every sentence about groups; the rules of wording are in docs/writing.md.
import type { DigestLine } from './digest';
import type { Group, Mute } from './state';
import { hasCome } from './time';

/** Who changes a state where no person does. */
export const RULES = 'the rules';

/** `9,999` */
export function grouped(count: number): string {
  if (count < 1_000) return String(count);
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1 denial`, `9,999 denials` */
export function denials(count: number): string {
  return `${grouped(count)} ${count === 1 ? 'denial' : 'denials'}`;
}

/** `1 cause`, `12 causes` */
export function causes(count: number): string {
  return `${grouped(count)} ${count === 1 ? 'cause' : 'causes'}`;
}

/** `41 more since 09:14 UTC`, with the date where that is not today; empty where none was held back. */
export function heldBackWords(heldBack: number, since: string | null, now: string): string {
  if (heldBack <= 0) return '';
  const time = since === null ? '' : momentWords(since, now);
  return `${grouped(heldBack)} more${time && ` since ${time}`}`;
}

/** `09:14 UTC`, or `2026-11-20 09:14 UTC` on another day than today; empty for what is no time. */
function momentWords(time: string, now: string): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return '';
  const iso = date.toISOString();
  const clock = `${iso.slice(11, 16)} UTC`;
  return now.startsWith(iso.slice(0, 10)) ? clock : `${iso.slice(0, 10)} ${clock}`;
}

/** `muted until its count is 1,000`, as the history notes it. */
export function muteWords(mute: Mute): string {
  if ('forever' in mute) return 'muted for good';
  if ('until' in mute) return `muted until ${mute.until}`;
  return `muted until its count is ${grouped(mute.untilCount)}`;
}

/** Says what is wrong with a mute that would never hold anything back; null where nothing is. */
export function muteFault({ count }: Pick<Group, 'count'>, mute: Mute, now: string): string | null {
  if ('until' in mute && hasCome(mute.until, now))
    return `the mute ends at ${JSON.stringify(mute.until)}; allowed is a time after ${now}, such as 2030-01-31T09:00:00Z`;
  if ('untilCount' in mute && !(mute.untilCount > count))
    return `the mute ends at the count ${mute.untilCount}; allowed is a count above ${count}, which the group has now`;
  return null;
}

/** `480 new causes of denied launches`, or `480 causes of denied launches, 470 of them new`. */
export function foldedTitle(count: number, ofThemNew: number): string {
  if (count === ofThemNew) return `${grouped(count)} new causes of denied launches`;
  const fresh = ofThemNew > 0 ? `, ${grouped(ofThemNew)} of them new` : '';
  return `${grouped(count)} causes of denied launches${fresh}`;
}

/** `41 denials, 12 the day before`: how a line of a digest ends. */
export function digestCounts({ count, before }: Pick<DigestLine, 'count' | 'before'>): string {
  return `${denials(count)}, ${before === 0 ? 'none' : grouped(before)} the day before`;
}
