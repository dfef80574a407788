// words, options → [source]: the histories that scan knows. A new one is a function here.
import { findLogFiles, logFiles, logStream, readLogBytes } from '../../adapters/logs';
import type { Connection } from '../../adapters/connection';
import { grouped } from '../../core/group/sentences';
import type { TimeRange } from '../../core/review/query';
import { readS3Address } from '../../core/scan/log-keys';
import { LAUNCH_OPERATIONS } from '../../core/scan/operations';
import type { Source } from '../../core/scan/source';
import { join } from 'node:path';
import type { Target } from '../groups/connection';
import type { LoadPart } from '../aws-parts';
import { openResume } from './resume';

/** A source with how it is called, or why there is none. */
export type Sourced =
  | {
      readonly kind: 'sourced';
      readonly source: Source;
      readonly label: string;
      readonly range: TimeRange | null;
    }
  | { readonly kind: 'failed'; readonly why: string };

/** What is asked of CloudTrail. */
interface HistoryAsked {
  readonly range: TimeRange | null;
  readonly regions: readonly string[] | 'all' | null;
  readonly connection: Connection;
  /** A file; null for none. */
  readonly resume: string | null;
  readonly now: string;
}

/** A thread that reads logs stands beside the part that this is in. */
const LOG_WORKER = join(__dirname, 'log-worker.cjs');

const WEEK = 7 * 86_400_000;

/** CloudTrail's event history. */
export async function historySource(asked: HistoryAsked, load: LoadPart): Promise<Sourced> {
  const { lookupEvents } = load('history');
  const { connection, resume, now } = asked;
  const week = { from: new Date(Date.parse(now) - WEEK).toISOString(), to: now };
  const begin = async () => ({
    regions: await regionsOf(asked, load),
    operations: LAUNCH_OPERATIONS,
    range: asked.range ?? week,
  });
  if (resume === null) {
    const looked = await begin();
    const source = lookupEvents({ ...looked, connection });
    return { kind: 'sourced', source, label: labelOf(looked.regions), range: looked.range };
  }
  const { records, checkpoints, keep, ...looked } = await openResume(resume, begin);
  const source: Source = (listener, signal) => {
    records.forEach(listener.record);
    const kept = {
      ...listener,
      record: (record: string): void => {
        keep({ record });
        listener.record(record);
      },
    };
    return lookupEvents({
      ...looked,
      connection,
      resume: checkpoints,
      checkpoint: (checkpoint) => keep({ checkpoint }),
    })(kept, signal);
  };
  return { kind: 'sourced', source, label: labelOf(looked.regions), range: looked.range };
}

async function regionsOf(
  { regions, connection }: HistoryAsked,
  load: LoadPart,
): Promise<readonly string[]> {
  const { enabledRegions, homeRegion } = load('history');
  if (regions === 'all') return enabledRegions(connection);
  return regions ?? [await homeRegion(connection)];
}

function labelOf(regions: readonly string[]): string {
  const [only] = regions;
  const where = regions.length === 1 ? only : `${regions.length} Regions`;
  return `CloudTrail's event history of ${where}`;
}

/** Log files on this machine, and standard input. */
export async function logSource(
  words: readonly string[],
  { range, workers }: { readonly range: TimeRange | null; readonly workers: number | null },
): Promise<Sourced> {
  const paths = words.filter((word) => word !== '-');
  const { files, missing } = await findLogFiles(paths);
  if (missing.length > 0 && files.length === 0 && paths.length === words.length)
    return { kind: 'failed', why: `there is no log in ${missing.join(', ')}; ${LOGS}` };
  const sources = [
    ...missing.map(absent),
    ...(files.length > 0
      ? [logFiles(files, { workerPath: LOG_WORKER, ...(workers && { workers }) })]
      : []),
    ...(paths.length < words.length ? [logStream(process.stdin, 'standard input')] : []),
  ];
  const label = [
    ...(files.length > 0
      ? [`${grouped(files.length)} ${files.length === 1 ? 'file' : 'files'}`]
      : []),
    ...(paths.length < words.length ? ['standard input'] : []),
  ].join(' and ');
  return { kind: 'sourced', source: inTurn(sources), label, range };
}

const LOGS =
  'allowed are files, folders, patterns such as "logs/**/*.json.gz", s3://bucket/prefix, and - for standard input';

function absent(word: string): Source {
  return (listener) => Promise.resolve(listener.damaged(word, 'there is no such file or folder'));
}

function inTurn(sources: readonly Source[]): Source {
  return async (listener, signal) => {
    for (const source of sources) if (!signal.aborted) await source(listener, signal);
  };
}

/** What is asked of a bucket. */
interface BucketAsked {
  readonly range: TimeRange | null;
  readonly regions: readonly string[] | null;
  readonly target: Target;
}

/** Logs in buckets. */
export async function bucketSource(
  words: readonly string[],
  { range, regions, target: { connection } }: BucketAsked,
  load: LoadPart,
): Promise<Sourced> {
  const addresses = words.map((word) => readS3Address(word));
  const wrong = words.find((_, at) => addresses[at] === null);
  if (wrong !== undefined)
    return {
      kind: 'failed',
      why: `${JSON.stringify(wrong)} is no s3://bucket/prefix; give buckets or files, not both`,
    };
  const sources = addresses.flatMap((address) =>
    address === null
      ? []
      : [load('history').s3Logs({ ...address, range, regions, connection, read: readLogBytes })],
  );
  return { kind: 'sourced', source: inTurn(sources), label: words.join(', '), range };
}
