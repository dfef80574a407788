// LookupEvents → [quota]: how many requests a Region gets in a second.

/** A monotonic clock, in milliseconds, and a wait on it that an abort ends with a rejection. */
export interface Clock {
  readonly now: () => number;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** Sends one request as soon as the quota has room. */
export type Paced = <T>(request: () => Promise<T>, signal: AbortSignal) => Promise<T>;

/**
 * Keeps a quota for requests that follow one another. A request may begin a second after the one
 * before the latest has ended, so that AWS never counts more in any second, however long each was on
 * its way.
 */
export function quota(requestsPerSecond: number, { now, sleep }: Clock): Paced {
  const room = Math.max(1, Math.floor(requestsPerSecond));
  const window = Math.max(1_000, 1_000 / requestsPerSecond);
  const ended: number[] = [];
  return async (request, signal) => {
    while (ended.length >= room) {
      const left = (ended[0] ?? 0) + window - now();
      if (left <= 0) ended.shift();
      else await sleep(Math.ceil(left), signal);
    }
    try {
      return await request();
    } finally {
      ended.push(now());
    }
  };
}
