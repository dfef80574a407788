// denial → [group] → alert: groups as they are stored, and what the way needs of who stores them.
import type { AccountNames } from '../account-name';
import type { EncodedMessageFate, Explanation } from '../contract';
import type { Group } from './state';
import type { GroupState } from './transitions';

/** What is shown of a group; the lists hold each entry once. */
export interface ShownGroup {
  readonly account: string;
  /** What people call the account. @default - nobody said it */
  readonly accountName?: string;
  readonly principal: string;
  readonly action: string | null;
  /** The first line of the latest explanation. */
  readonly summary: string;
  readonly reasonCode: string;
  /** At most 30. */
  readonly regions: readonly string[];
  /** The latest, at most 10. */
  readonly sessions: readonly string[];
  /** Launch shapes, at most 50. */
  readonly shapes: readonly string[];
  /** As AWS sent it in the latest denial. */
  readonly resource: string | null;
  /** What became of the latest encoded message. */
  readonly messageStatus: EncodedMessageFate['status'];
  /** Denials a day (`2026-11-23`), the latest 14 days that have any, oldest first. */
  readonly days: readonly (readonly [day: string, denials: number])[];
}

/** The kinds of messages, in the order in which they are sent. */
export const FACES = ['email', 'chat', 'sms', 'event'] as const;

/** A kind of message. */
export type Face = (typeof FACES)[number];

/** How far the pending alert of a group got. */
interface Sending {
  /** When somebody began to send it; ISO 8601. */
  readonly triedAt: string;
  /** The faces that have it. */
  readonly sentTo: readonly Face[];
}

/** A group as it is stored: what the rules know, what is shown of it, and what is to be done. */
export interface GroupRecord {
  readonly group: Group;
  readonly shown: ShownGroup;
  /** Null where nobody tried to send the pending alert; without one it means nothing. */
  readonly sending: Sending | null;
  /** When denials were last added to the count; ISO 8601. */
  readonly countedAt: string;
  /** When the sweep counts the stored denials again; ISO 8601, null where the count is trusted. */
  readonly recountAfter: string | null;
  /** When the sweep asks STS again for what was out of reach; ISO 8601, null where nothing was. */
  readonly refineAfter: string | null;
}

/** A record with the number of its writes. */
export interface StoredGroup {
  readonly record: GroupRecord;
  readonly version: number;
}

/** One denial of a group. */
export interface Occurrence {
  readonly eventId: string;
  /** When AWS denied it; ISO 8601. It is read back in UTC with milliseconds. */
  readonly time: string;
  readonly region: string;
  readonly session: string | null;
  /** The launch shape, whose explanation is the occurrence's. */
  readonly shape: string;
}

/** The latest explanation of a group's launches of one shape. */
export interface StoredExplanation {
  readonly explanation: Explanation;
  readonly shape: string;
  /** When it was made; ISO 8601. */
  readonly at: string;
  readonly isDecoded: boolean;
  readonly isSimulated: boolean;
  /** The CloudTrail record as JSON, kept only where STS was out of reach; it is explained again later. */
  readonly undecodedRecord: string | null;
}

/** Some of a long list; `next` asks for what follows and is null at the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** Denials of one group in one hour. */
export interface HourCount {
  /** `2026-11-23T09` */
  readonly hour: string;
  readonly fingerprint: string;
  readonly denials: number;
}

/** The counts of a stretch of time, or of its latest part. */
export interface HourCounts {
  readonly items: readonly HourCount[];
  readonly isWhole: boolean;
}

/** How many alerts may leave. */
export interface BudgetLimits {
  readonly perMinute: number;
  readonly perSecond: number;
}

/** The stored groups. Each method throws where the table is out of reach or an item cannot be read. */
export interface Groups {
  readonly read: (fingerprint: string) => Promise<StoredGroup | null>;
  /**
   * Writes the record where the stored version is still this one, or null where none is stored;
   * resolves to false where somebody else came first.
   */
  readonly write: (record: GroupRecord, version: number | null) => Promise<boolean>;
  /** Stores each occurrence once, however often it is given. */
  readonly addOccurrences: (
    fingerprint: string,
    occurrences: readonly Occurrence[],
  ) => Promise<void>;
  readonly countOccurrences: (fingerprint: string) => Promise<number>;
  /** The newest first. */
  readonly occurrences: (fingerprint: string, page?: string) => Promise<Page<Occurrence>>;
  readonly readExplanation: (
    fingerprint: string,
    shape: string,
  ) => Promise<StoredExplanation | null>;
  readonly writeExplanation: (fingerprint: string, stored: StoredExplanation) => Promise<void>;
  /** Groups that wait for nothing but the sweep, the longest waiting first; `now` is ISO 8601. */
  readonly due: (now: string, limit: number) => Promise<readonly StoredGroup[]>;
  /** All groups, the latest changed first, exact to the hour from one page to the next. */
  readonly list: (page?: string) => Promise<Page<StoredGroup>>;
  /**
   * Groups of one state or one principal, last seen from one time until another, the latest seen first,
   * exact to the hour from one page to the next. What is shown of a group may be a moment old.
   */
  readonly seen: (
    of: { readonly state: GroupState } | { readonly principal: string },
    range: { readonly from: string; readonly to: string },
    limit: number,
    page?: string,
  ) => Promise<Page<StoredGroup>>;
  /** Finds the fingerprint of the group whose code this is; null where no group has it. */
  readonly named: (code: string) => Promise<string | null>;
  /** Counts denials in an hour (`2026-11-23T09`, or a time within it); a call that is repeated counts twice. */
  readonly addToHour: (hour: string, fingerprint: string, n: number) => Promise<void>;
  /** Sums the denials of each fingerprint from one hour until before another. */
  readonly hours: (from: string, to: string) => Promise<ReadonlyMap<string, number>>;
  /**
   * The counts of each hour and fingerprint between two times, the latest hours first; at most so many
   * (a few more, up to a page), and whether those are all.
   */
  readonly counts: (from: string, to: string, most: number) => Promise<HourCounts>;
  /** Takes alerts of what the minute and the second of a time allow; resolves to how many it got. */
  readonly takeFromBudget: (time: string, wanted: number, limits: BudgetLimits) => Promise<number>;
  /** When a face got its last digest; ISO 8601, null before the first. */
  readonly lastDigest: (face: Face) => Promise<string | null>;
  readonly noteDigest: (face: Face, at: string) => Promise<void>;
  /** The names of accounts that `launch-denied accounts` wrote; none before. */
  readonly accountNames: () => Promise<AccountNames>;
  /** Writes all of them anew. */
  readonly writeAccountNames: (names: AccountNames) => Promise<void>;
}

/** Later times have five digits of the year and would sort as texts before all others. */
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

/** Writes a time in UTC so that texts sort as times do; one that cannot be read sorts first. */
export function sortableTime(time: string): string {
  const at = Date.parse(time);
  return new Date(Number.isNaN(at) ? 0 : Math.min(Math.max(at, 0), LATEST)).toISOString();
}

/** How much of a sortable time names each slot. */
const SLOTS = { hour: 'yyyy-mm-ddThh'.length, minute: 'yyyy-mm-ddThh:mm'.length } as const;

/** The hour or minute (UTC) that a time falls into; the name of a slot stays as it is. */
export function slotOf(time: string, slot: keyof typeof SLOTS): string {
  const length = SLOTS[slot];
  return time.length === length ? time : sortableTime(time).slice(0, length);
}
