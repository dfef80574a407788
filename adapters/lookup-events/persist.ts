// LookupEvents → [again]: a request that AWS throttled or lost on the way is sent again, ever later.
import { failureKind, type FailureKind } from './failure-kind';
import type { Clock } from './quota';

/** How often a request may fail, by what went wrong. Others share the quota of a Region. */
const TRIES = {
  credentials: 1,
  throttled: 12,
  outage: 6,
  skewed: 2,
  final: 1,
} as const satisfies Record<FailureKind, number>;

const FIRST_WAIT = 500;
const LONGEST_WAIT = 20_000;

/** Sends a request until it is answered; throws its last failure. */
export async function persist<T>(
  request: () => Promise<T>,
  { sleep }: Clock,
  signal: AbortSignal,
): Promise<T> {
  const failures = new Map<FailureKind, number>();
  for (;;) {
    try {
      return await request();
    } catch (error) {
      const kind = failureKind(error);
      const count = (failures.get(kind) ?? 0) + 1;
      failures.set(kind, count);
      if (signal.aborted || count >= TRIES[kind]) throw error;
      await sleep(Math.max(retryAfter(error), backoff(count)), signal);
    }
  }
}

/**
 * Full jitter: clients that were throttled together come back apart.
 * @see https://docs.aws.amazon.com/general/latest/gr/api-retries.html
 */
function backoff(failures: number): number {
  return Math.random() * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - 1));
}

interface Answered {
  readonly $response?: { readonly headers?: Readonly<Record<string, string>> };
}

/** Milliseconds that the answer asks to wait: seconds, or a time, which is held against its own. */
function retryAfter(error: unknown): number {
  const { 'retry-after': wanted, date } = (Object(error) as Answered).$response?.headers ?? {};
  if (wanted === undefined) return 0;
  const seconds = Number(wanted);
  const wait = Number.isNaN(seconds)
    ? Date.parse(wanted) - Date.parse(date ?? '')
    : seconds * 1_000;
  return Number.isFinite(wait) ? Math.max(0, wait) : 0;
}
