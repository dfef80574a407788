// s3:// → [keys] → records: which objects of a bucket hold the log files of some days and Regions.
import type { TimeRange } from '../review/query';

/** Where logs are in S3. */
export interface S3Address {
  readonly bucket: string;
  /** What the keys begin with; empty for the whole bucket. */
  readonly prefix: string;
}

/** Reads `s3://bucket/prefix`; null where it is none. */
export function readS3Address(text: string): S3Address | null {
  const [, bucket, prefix = ''] =
    /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/s.exec(text) ?? [];
  return bucket === undefined ? null : { bucket, prefix };
}

/** Which log files are wanted. */
export interface Wanted {
  readonly isRegion: (region: string) => boolean;
  /** Folders of days, `2026/01/31`; null for all. */
  readonly days: { readonly first: string; readonly last: string } | null;
}

/** Files are sorted by when they were delivered, which is up to a day after the event. */
const LATE = 24 * 60 * 60 * 1_000;

/** Makes what is wanted of a time range and some Regions; null for all. */
export function wantedOf(range: TimeRange | null, regions: readonly string[] | null): Wanted {
  return {
    isRegion: (region) => regions === null || regions.includes(region),
    days: range && {
      first: dayOf(Date.parse(range.from)),
      last: dayOf(Date.parse(range.to) + LATE),
    },
  };
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10).replaceAll('-', '/');
}

/**
 * The folder of an account. Those of trails without a prefix, with one, and of organizations have it.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-find-log-files.html
 */
const ACCOUNT = /^(?:.*?\/)??AWSLogs\/(?:o-[a-z0-9]{10,32}\/)?\d{12}\//s;

/** What is in the folder of an account. */
const LOG_FILE = /^CloudTrail\/([^/]+)\/(\d{4}\/\d{2}\/\d{2})\/[^/]+$/;

/** They stand beside the logs, and hold no events of theirs. */
const OTHERS = /(?:^|\/)CloudTrail-(?:Digest|Insight)\//;

/** Whether an object is a log file that is wanted; of one outside of the layout, only its name tells. */
export function isWanted(key: string, { isRegion, days }: Wanted): boolean {
  if (!/\.json(?:\.gz)?$/.test(key) || OTHERS.test(key)) return false;
  const account = ACCOUNT.exec(key)?.[0];
  if (account === undefined) return true;
  const [, region, day] = LOG_FILE.exec(key.slice(account.length)) ?? [];
  if (region === undefined || day === undefined || !isRegion(region)) return false;
  return days === null || (day >= days.first && day <= days.last);
}

/** What to list next. */
export type Listing =
  /** The folders and objects right below a prefix. */
  | { readonly kind: 'folders'; readonly prefix: string }
  /** All objects below a prefix whose keys come after one text and before another. */
  | {
      readonly kind: 'objects';
      readonly prefix: string;
      readonly after: string | null;
      readonly before: string | null;
    };

/** Outside of the layout, the folders of so many levels are looked at for trails. */
const MOST_LEVELS = 2;

/**
 * What to list of the keys that begin with a prefix, which was found on the way down from the start;
 * null where nothing of it is wanted.
 */
export function listingOf(prefix: string, start: string, wanted: Wanted): Listing | null {
  if (OTHERS.test(prefix)) return null;
  const account = ACCOUNT.exec(prefix)?.[0];
  if (account === undefined)
    return levelsBelow(start, prefix) > MOST_LEVELS
      ? { kind: 'objects', prefix, after: null, before: null }
      : { kind: 'folders', prefix };
  const trail = `${account}CloudTrail/`;
  if (trail.startsWith(prefix)) return { kind: 'folders', prefix: trail };
  if (!prefix.startsWith(trail)) return null;
  const region = /^([^/]+)\//.exec(prefix.slice(trail.length))?.[1];
  if (region === undefined) return { kind: 'folders', prefix };
  return wanted.isRegion(region) ? daysOf(prefix, `${trail}${region}/`, wanted) : null;
}

function levelsBelow(start: string, prefix: string): number {
  const folders = prefix
    .slice(start.lastIndexOf('/') + 1)
    .split('/')
    .slice(0, -1);
  return folders.filter((name) => name !== 'AWSLogs' && !/^o-[a-z0-9]{10,32}$/.test(name)).length;
}

/** Keys are listed in order, so that the days between two are one listing, however many they are. */
function daysOf(prefix: string, region: string, { days }: Wanted): Listing | null {
  if (days === null) return { kind: 'objects', prefix, after: null, before: null };
  const [first, last] = [`${region}${days.first}`, `${region}${days.last}`];
  const shared = sharedStart(first, last);
  const narrow = shared.startsWith(prefix) ? shared : prefix;
  if (!narrow.startsWith(shared)) return null;
  // 0 is the character after the slash.
  return { kind: 'objects', prefix: narrow, after: `${first}/`, before: `${last}0` };
}

function sharedStart(one: string, other: string): string {
  let end = 0;
  while (end < one.length && one[end] === other[end]) end += 1;
  return one.slice(0, end);
}
