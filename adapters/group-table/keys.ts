// grouped → [table]: the keys of everything that is stored of groups; docs/groups.md lists them.
import { boundedPart, escapedPart } from '../../core/group/key-part';
import { type Face, type Occurrence, slotOf, sortableTime } from '../../core/group/stored';
import type { Item } from './table';

/** The sort key of groups, which no other item has; the indexes of all groups have it as their partition key. */
export const GROUP = 'GROUP';

/** The indexes of all groups, as `lib/denial-table.ts` creates them. */
export const DUE_INDEX = 'due';
export const CHANGED_INDEX = 'changed';
/** The indexes of some groups; the partition key of each is an attribute of its name. */
export const STATE_INDEX = 'state';
export const PRINCIPAL_INDEX = 'principal';

const GROUP_PREFIX = 'GROUP#';
const LONGEST_EVENT_ID = 64;
const LONGEST_PRINCIPAL = 256;

/** With the longest of everything else, an occurrence stays within its kilobyte. */
const LONGEST_SHAPE = 288;

/** The key of a group. */
export function groupKey(fingerprint: string): Item {
  return { pk: { S: `${GROUP_PREFIX}${fingerprint}` }, sk: { S: GROUP } };
}

/** The fingerprint that a group's key was made of. */
export function fingerprintIn(partitionKey: string): string {
  return partitionKey.slice(GROUP_PREFIX.length);
}

/** A launch shape as far as keys hold it; what is bounded stays as it is. */
export function shapePart(shape: string): string {
  return boundedPart(shape, LONGEST_SHAPE);
}

/** The key of the explanation of a group's launches of one shape. */
export function explanationKey(fingerprint: string, shape: string): Item {
  return { ...groupKey(fingerprint), sk: { S: `SHAPE#${shapePart(shape)}` } };
}

/** A principal as far as an index holds it; null where none is known. @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html */
export function principalPart(principal: string): string | null {
  return principal === '' ? null : boundedPart(principal, LONGEST_PRINCIPAL);
}

/** The partition key of a group's occurrences: one of their own, so that counting reads nothing else. */
export function seenKey(fingerprint: string): string {
  return `SEEN#${fingerprint}`;
}

/** The sort key of an occurrence: the same for the same event, the newest last. */
export function occurrenceSortKey({ time, eventId }: Occurrence): string {
  return `${sortableTime(time)}#${boundedPart(escapedPart(eventId), LONGEST_EVENT_ID)}`;
}

/** The key of what a group counted in an hour, such as `2026-11-23T09`. */
export function hourKey(hour: string, fingerprint: string): Item {
  const [day = '', hourOfDay = ''] = slotOf(hour, 'hour').split('T');
  return { pk: { S: dayKey(day) }, sk: { S: `${hourOfDay}#${fingerprint}` } };
}

/** The partition key of what all groups counted in a day, such as `2026-11-23`. */
export function dayKey(day: string): string {
  return `DAY#${day}`;
}

/** The key of what a minute, such as `2026-11-23T09:14`, has left of its alerts. */
export function budgetKey(minute: string): Item {
  return { pk: { S: `MINUTE#${slotOf(minute, 'minute')}` }, sk: { S: 'BUDGET' } };
}

/** The key of the last digest that a face got. */
export function digestKey(face: Face): Item {
  return { pk: { S: 'DIGEST' }, sk: { S: face } };
}

/** The key of the names of accounts. */
export const NAMES_KEY: Item = { pk: { S: 'ACCOUNTS' }, sk: { S: 'NAMES' } };
