// denial → [decoded → explained] → grouped: one explanation for a group and launch shape.
import { withAccountName } from '../account-name';
import { Failure } from '../failure';
import type { Groups, StoredExplanation } from '../group/stored';
import { hasCome, minutesAfter } from '../group/time';
import { explained } from './explained';
import type { BatchPorts } from './ports';
import type { Arrival } from './read-items';

/** A sample is decoded again after so long: the same fingerprint might have another cause by then. */
const FRESH_MINUTES = 60;
/** What was not decoded for an outage of STS is tried again after so long. */
export const RETRY_MINUTES = 5;
const MOST_KNOWN = 1_000;

/** Explains a denial, or finds the explanation that stands for it. */
export type ExplanationFor = (
  fingerprint: string,
  shape: string,
  arrival: Arrival,
) => Promise<StoredExplanation>;

/**
 * Makes the memory of one process: a storm of one cause asks STS and the simulator once for each launch
 * shape and hour, and the table once.
 */
export function rememberedExplanations(
  ports: Pick<BatchPorts, 'decode' | 'simulate' | 'groups' | 'accountName' | 'hubAccount' | 'now'>,
): ExplanationFor {
  const known = new Map<string, StoredExplanation>();
  return async (fingerprint, shape, arrival) => {
    const key = `${fingerprint}#${shape}`;
    const remembered = known.get(key);
    if (remembered !== undefined && !isStale(remembered, ports.now()))
      return remember(known, key, remembered);
    // The sweep might have explained it better since then.
    const found = await readOrNull(ports.groups, fingerprint, shape);
    if (found !== null && !isStale(found, ports.now())) return remember(known, key, found);
    const made = betterOf(found, await explained(arrival, shape, ports));
    await ports.groups.writeExplanation(fingerprint, made);
    return remember(known, key, made);
  };
}

/** Reads an explanation; one that cannot be read is made anew. */
export async function readOrNull(
  groups: Groups,
  fingerprint: string,
  shape: string,
): Promise<StoredExplanation | null> {
  try {
    return await groups.readExplanation(fingerprint, shape);
  } catch (error) {
    if (error instanceof Failure && error.code === 'ITEM_UNREADABLE') return null;
    throw error;
  }
}

/** Keeps what an earlier sample told better; it counts as made anew, with the name the account has now. */
function betterOf(found: StoredExplanation | null, made: StoredExplanation): StoredExplanation {
  if (found === null || worthOf(found) <= worthOf(made)) return made;
  const name = made.explanation.event?.accountName ?? null;
  return { ...found, at: made.at, explanation: withAccountName(found.explanation, name) };
}

function worthOf({ isDecoded, isSimulated }: StoredExplanation): number {
  return (isDecoded ? 2 : 0) + (isSimulated ? 1 : 0);
}

function remember(
  known: Map<string, StoredExplanation>,
  key: string,
  stored: StoredExplanation,
): StoredExplanation {
  known.delete(key);
  known.set(key, stored);
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  return stored;
}

function isStale({ at, undecodedRecord }: StoredExplanation, now: string): boolean {
  return hasCome(minutesAfter(at, undecodedRecord === null ? FRESH_MINUTES : RETRY_MINUTES), now);
}
