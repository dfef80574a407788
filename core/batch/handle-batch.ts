// event → [denial → explained → grouped → alert]: the whole way of a batch of the queue.
import type { Explanation } from '../contract';
import type { CloudTrailRecord } from '../event/cloudtrail-record';
import { type GroupResult, handleGroup } from './handle-group';
import { type Arrived, groupArrivals } from './group-arrivals';
import type { ExplanationFor } from './explanations';
import type { BatchPorts } from './ports';
import { type FailedItem, type Item, readItems } from './read-items';

/** What became of one denial. */
export interface Outcome {
  /** `held-back`: it counts, and the alerts of its group tell of it later. */
  readonly kind: 'alerted' | 'held-back';
  readonly eventId: string;
  readonly region: string;
  readonly explanation: Explanation;
}

/** What became of a batch. */
export interface BatchResult {
  readonly outcomes: readonly Outcome[];
  /** Records that are no denials. */
  readonly ignored: readonly CloudTrailRecord[];
  /** Items to be delivered again; nothing else is. */
  readonly failed: readonly FailedItem[];
}

/** Takes a batch the whole way, group by group; never throws, and a failure stays with its group. */
export async function handleBatch(
  items: readonly Item[],
  ports: BatchPorts,
  explanationFor: ExplanationFor,
): Promise<BatchResult> {
  const { denials, ignored, failed } = readItems(items, {
    account: ports.account,
    isHub: ports.hubAccount !== undefined,
  });
  const outcomes: Outcome[] = [];
  const failures: FailedItem[] = [...failed];
  for (const arrived of await groupArrivals(denials, ports)) {
    try {
      outcomes.push(...outcomesOf(await handleGroup(arrived, ports, explanationFor)));
    } catch (error) {
      failures.push(...itemsOf(arrived).map((itemId) => ({ itemId, error })));
    }
  }
  return { outcomes, ignored, failed: failures };
}

function itemsOf({ arrivals }: Arrived): readonly string[] {
  return [...new Set(arrivals.map(({ itemId }) => itemId))];
}

function outcomesOf({ told, isAlerted }: GroupResult): readonly Outcome[] {
  return told.map(({ occurrence: { eventId, region }, stored: { explanation } }, at) => ({
    kind: isAlerted && at === 0 ? 'alerted' : 'held-back',
    eventId,
    region,
    explanation,
  }));
}
