// [s3://] → records → grouped → shown: the log files that a trail wrote into a bucket.
import type { TimeRange } from '../core/review/query';
import { wantedOf } from '../core/scan/log-keys';
import type { Listener, Source } from '../core/scan/source';
import type { Connection } from './connection';
import { openBucket } from './s3-logs/bucket';
import { readBucket } from './s3-logs/read-bucket';

/** What is read, and how. */
interface S3LogsOptions {
  readonly bucket: string;
  /** What keys begin with: that of a trail, or any below it down to one file; empty for all. */
  readonly prefix: string;
  /** When events happened; null for all times. Objects outside of CloudTrail's layout have no time. */
  readonly range: TimeRange | null;
  /** Null for all. */
  readonly regions: readonly string[] | null;
  /** Its endpoint, where it has one, is asked in path style. */
  readonly connection: Connection;
  /** Reads an object as it is stored, `.json` or `.json.gz`; the name is its address. */
  readonly read: (bytes: Buffer, name: string, listener: Listener) => void;
  /** Requests at the same time. @default - 4 */
  readonly concurrency?: number;
}

/**
 * Reads the log files of a bucket that were delivered from the begin of the range to a day after its
 * end. Progress is in bytes, as stored. Throws where the prefix cannot be listed and where credentials
 * are refused; a folder or an object that fails alone is damaged.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-find-log-files.html
 */
export function s3Logs(options: S3LogsOptions): Source {
  const { prefix, range, regions, connection, concurrency = 4 } = options;
  return async (listener, signal) => {
    const fatal = new AbortController();
    const either = AbortSignal.any([signal, fatal.signal]);
    const bucket = await openBucket(options.bucket, connection, either);
    const reading = {
      bucket,
      prefix,
      wanted: wantedOf(range, regions),
      nameOf: (key: string) => `s3://${options.bucket}/${key}`,
      read: (bytes: Buffer, name: string) => options.read(bytes, name, listener),
      // What an end of the whole breaks off is no failure of its own.
      listener: { ...listener, damaged: unless(either, listener.damaged) },
      stop: (error: unknown) => fatal.abort(error),
    };
    try {
      await readBucket(reading, concurrency, either);
    } finally {
      bucket.close();
    }
    if (!signal.aborted) fatal.signal.throwIfAborted();
  };
}

function unless(signal: AbortSignal, damaged: Listener['damaged']): Listener['damaged'] {
  return (where, why) => {
    if (!signal.aborted) damaged(where, why);
  };
}
