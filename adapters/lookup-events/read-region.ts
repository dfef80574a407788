// LookupEvents → [Region] → denied: the operations of one Region in turn, within its quota.
import { CloudTrailClient, type Event, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import type { Connection } from '../connection';
import type { Coverage } from './coverage';
import { failureText, isNamed } from './failure-kind';
import { persist } from './persist';
import { type Clock, quota } from './quota';
import { type Outcome, readOperation } from './read-operation';

/** Bounds for one request, so that a hanging endpoint costs one try and not the whole scan. */
const BOUNDS = { connectionTimeout: 3_000, requestTimeout: 15_000, throwOnRequestTimeout: true };

/** Each attempt counts for the quota, so that none is left to the SDK. */
const ONE_ATTEMPT = { maxAttempts: 1, retryMode: 'standard' };

/** Who reads a Region, and who hears of it. */
export interface RegionReading {
  readonly region: string;
  readonly connection: Connection;
  readonly requestsPerSecond: number;
  readonly clock: Clock;
  readonly coverage: Coverage;
  readonly hear: (events: readonly Event[]) => void;
  /** Told once the coverage has moved. */
  readonly moved: (operation: string, reached: number | null) => void;
}

/** Reads what is left of a Region until something of it fails. */
export async function readRegion(reading: RegionReading, signal: AbortSignal): Promise<Outcome> {
  const { region, connection, clock, coverage, hear } = reading;
  const paced = quota(reading.requestsPerSecond, clock);
  const client = new CloudTrailClient({
    requestHandler: BOUNDS,
    ...connection,
    ...ONE_ATTEMPT,
    region,
  });
  try {
    for (const operation of coverage.operations) {
      const reached = coverage.reached(region, operation);
      if (reached === null) continue;
      const outcome = await readOperation({
        operation,
        from: coverage.from,
        reached,
        ask: (request) => {
          const command = () =>
            client.send(new LookupEventsCommand(request), { abortSignal: signal });
          return persist(() => paced(command, signal), clock, signal);
        },
        hear,
        move: (mark) => {
          coverage.move(region, operation, mark);
          reading.moved(operation, mark);
        },
      });
      if (outcome.kind === 'failed') return outcome;
    }
    return { kind: 'read' };
  } finally {
    client.destroy();
  }
}

/** Why a Region is not read, and how much of it. */
export function regionWords(region: string, cause: unknown, coverage: Coverage): string {
  const left = coverage.operations.flatMap((operation) => {
    const reached = coverage.reached(region, operation);
    return reached === null ? [] : [`${operation} before ${new Date(reached).toISOString()}`];
  });
  // AWS answers so for credentials that are good elsewhere.
  const hint = isNamed(cause, 'UnrecognizedClientException')
    ? '; the Region might not be enabled in this account'
    : '';
  return `${failureText(cause)}${hint}; not read: ${left.join(', ')}`;
}
