// s3:// → [objects] → records: lists a bucket from a prefix down, and reads the log files on the way.
import { isWanted, type Listing, listingOf, type Wanted } from '../../core/scan/log-keys';
import type { Listener } from '../../core/scan/source';
import { failureKind, failureText } from '../lookup-events/failure-kind';
import { type Backlog, backlogOf } from './backlog';
import type { Bucket, LogObject, Page } from './bucket';

/** So many failures in a row for which S3 did not answer are an outage of everything. */
const MOST_OUTAGES = 20;

const TOO_LARGE =
  'it is larger than 256 MB, the most that is read from S3; copy it to this machine and scan the file';

/** What is read, and who hears of it. */
export interface BucketReading {
  readonly bucket: Bucket;
  readonly prefix: string;
  readonly wanted: Wanted;
  /** `s3://bucket/key`. */
  readonly nameOf: (key: string) => string;
  readonly read: (bytes: Buffer, name: string) => void;
  readonly listener: Listener;
  /** Ends the whole. */
  readonly stop: (error: unknown) => void;
}

/** What came of it so far. */
interface Walk extends BucketReading {
  readonly backlog: Backlog;
  readonly bytes: { done: number; listed: number };
  readonly seen: { pages: number; objects: number; outages: number };
}

/** Reads what is wanted with some requests at the same time; ends early once the signal aborts. */
export async function readBucket(
  reading: BucketReading,
  concurrency: number,
  signal: AbortSignal,
): Promise<void> {
  const walk: Walk = {
    ...reading,
    backlog: backlogOf(),
    bytes: { done: 0, listed: 0 },
    seen: { pages: 0, objects: 0, outages: 0 },
  };
  addListings(walk, [reading.prefix]);
  await walk.backlog.work(concurrency, signal);
  if (walk.seen.objects > 0 || signal.aborted) return;
  const why = 'no log file is there for this time and these Regions';
  reading.listener.damaged(reading.nameOf(reading.prefix), why);
}

function addListings(walk: Walk, prefixes: readonly string[]): void {
  const listings = prefixes.flatMap((prefix) => listingOf(prefix, walk.prefix, walk.wanted) ?? []);
  walk.backlog.addLists(listings.map((listing) => () => list(walk, listing, null)));
}

async function list(walk: Walk, listing: Listing, from: string | null): Promise<void> {
  const { backlog, bytes, seen, nameOf, wanted, bucket } = walk;
  const page = await answered(walk, nameOf(listing.prefix), () => bucket.list(listing, from));
  if (page === null) return;
  seen.pages += 1;
  const { next } = page;
  if (next !== null && !isBeyond(page, listing))
    backlog.addLists([() => list(walk, listing, next)]);
  addListings(walk, page.folders);
  const objects = page.objects.filter(({ key }) => isWanted(key, wanted));
  seen.objects += objects.length;
  bytes.listed += objects.reduce((sum, { size }) => sum + size, 0);
  backlog.addObjects(objects.map((object) => () => readObject(walk, object)));
}

function isBeyond({ objects }: Page, listing: Listing): boolean {
  const last = objects.at(-1)?.key;
  if (listing.kind === 'folders' || listing.before === null || last === undefined) return false;
  return last >= listing.before;
}

async function readObject(walk: Walk, object: LogObject): Promise<void> {
  const { bucket, bytes, backlog, listener, nameOf, read, stop } = walk;
  const name = nameOf(object.key);
  const content = await answered(walk, name, () => bucket.bytesOf(object));
  try {
    if (content === 'too large') listener.damaged(name, TOO_LARGE);
    else if (content !== null) read(content, name);
  } catch (error) {
    stop(error);
  }
  bytes.done += object.size;
  listener.progress(bytes.done, backlog.isListed() ? bytes.listed : null);
}

/** What S3 answers; null where it answers nothing, and that is passed over or ends the whole. */
async function answered<T>(walk: Walk, name: string, ask: () => Promise<T>): Promise<T | null> {
  const { seen, listener, stop } = walk;
  try {
    const answer = await ask();
    seen.outages = 0;
    return answer;
  } catch (error) {
    const kind = failureKind(error);
    if (kind === 'outage') seen.outages += 1;
    const isOver = kind === 'credentials' || seen.pages === 0 || seen.outages >= MOST_OUTAGES;
    if (isOver) stop(error);
    else listener.damaged(name, failureText(error));
    return null;
  }
}
