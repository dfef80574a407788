// [LookupEvents] → records → grouped → shown: what CloudTrail keeps of the last 90 days.
import { setTimeout as wait } from 'node:timers/promises';
import type { Listener, Source } from '../core/scan/source';
import type { Connection } from './connection';
import { type Checkpoint, type Coverage, coverageOf } from './lookup-events/coverage';
import { failureKind } from './lookup-events/failure-kind';
import { hearDenied } from './lookup-events/hear-denied';
import type { Clock } from './lookup-events/quota';
import { readRegion, regionWords } from './lookup-events/read-region';

export type { Checkpoint } from './lookup-events/coverage';

/** What CloudTrail allows for one account and Region. */
const QUOTA = { requestsPerSecond: 2 };

/** What is looked up, and how. */
export interface LookupOptions {
  readonly regions: readonly string[];
  /** Names of operations, such as `RunInstances`. */
  readonly operations: readonly string[];
  /** ISO times; both belong to the range. */
  readonly range: { readonly from: string; readonly to: string };
  /** Its endpoint, where it has one, answers for all Regions. */
  readonly connection: Connection;
  /** What earlier runs have read of the same range. @default - nothing */
  readonly resume?: readonly Checkpoint[];
  /** Told after each page that was heard. @default - nobody is told */
  readonly checkpoint?: (at: Checkpoint) => void;
  /** How much of the quota of each Region is used. @default - all: 2 requests a second */
  readonly pace?: { readonly requestsPerSecond: number };
  /** Waits, and rejects once the signal aborts. @default - a timer */
  readonly sleep?: Clock['sleep'];
  /** A monotonic clock in milliseconds. @default - that of the machine */
  readonly now?: Clock['now'];
}

/**
 * Reads denied events of some operations, all Regions at the same time. Progress is the time covered,
 * in milliseconds. Throws where credentials are missing or expired, and where nothing could be read of
 * any Region; a Region that fails alone is damaged.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html
 */
export function lookupEvents(options: LookupOptions): Source {
  const regions = [...new Set(options.regions)];
  return async (listener, signal) => {
    const coverage = coverageIn(options, regions);
    listener.progress(coverage.done(), coverage.of);
    const fatal = new AbortController();
    const read = regionReader(options, coverage, listener);
    const either = AbortSignal.any([signal, fatal.signal]);
    const outcomes = await Promise.all(
      regions.map(async (region) => {
        try {
          return await read(region, either);
        } catch (error) {
          fatal.abort(error);
          return null;
        }
      }),
    );
    if (signal.aborted) return;
    fatal.signal.throwIfAborted();
    const failures = outcomes.filter((outcome) => outcome !== null);
    if (regions.length > 0 && failures.length === regions.length) throw failures[0]?.cause;
  };
}

function coverageIn({ range, operations, resume = [] }: LookupOptions, regions: readonly string[]) {
  const from = Date.parse(range.from);
  const span = { from, to: Math.max(from, Date.parse(range.to)) };
  return coverageOf(span, regions, [...new Set(operations)], resume);
}

/** A Region of which nothing could be read. */
interface Unread {
  readonly cause: unknown;
}

function regionReader(options: LookupOptions, coverage: Coverage, listener: Listener) {
  const { connection, pace = QUOTA, now = () => performance.now(), sleep = timer } = options;
  const hear = hearDenied(listener);
  return async (region: string, signal: AbortSignal): Promise<Unread | null> => {
    let pages = 0;
    const reading = {
      region,
      connection,
      coverage,
      clock: { now, sleep },
      ...pace,
      hear: hear(region),
      moved: (operation: string, reached: number | null) => {
        pages += 1;
        const at = reached === null ? 'end' : new Date(reached).toISOString();
        options.checkpoint?.({ region, operation, reached: at });
        listener.progress(coverage.done(), coverage.of);
      },
    };
    const outcome = await readRegion(reading, signal);
    if (outcome.kind === 'read' || signal.aborted) return null;
    if (failureKind(outcome.cause) === 'credentials') throw outcome.cause;
    listener.damaged(`LookupEvents in ${region}`, regionWords(region, outcome.cause, coverage));
    // What is passed over is not waited for.
    for (const operation of coverage.operations) coverage.move(region, operation, null);
    listener.progress(coverage.done(), coverage.of);
    return pages === 0 ? { cause: outcome.cause } : null;
  };
}

async function timer(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal });
}
