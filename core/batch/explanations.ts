// denial → [decoded → explained] → grouped: one explanation for a group and launch shape.
import { decodedBy, type Decoded } from '../decoded/answer';
import { explainWith } from '../explain/explain-with';
import { launchShapeOf } from '../group/launch-shape';
import type { StoredExplanation } from '../group/stored';
import { minutesAfter, hasCome } from '../group/time';
import type { BatchPorts } from './ports';
import type { Arrival } from './read-items';

/** A sample is decoded again after so long: the same fingerprint might have another cause by then. */
const FRESH_MINUTES = 60;
/** What was not decoded for an outage of STS is tried again after so long. */
const RETRY_MINUTES = 5;
const MOST_KNOWN = 1_000;

/** Explains a denial, or finds the explanation that stands for it. */
export type ExplanationFor = (fingerprint: string, arrival: Arrival) => Promise<StoredExplanation>;

/**
 * Makes the memory of one process: a storm of one cause asks STS and the simulator once for each launch
 * shape and hour, and the table once.
 */
export function rememberedExplanations(ports: BatchPorts): ExplanationFor {
  const known = new Map<string, StoredExplanation>();
  return async (fingerprint, arrival) => {
    const shape = launchShapeOf(arrival.denial.requested.launch);
    const key = `${fingerprint}#${shape}`;
    const found = known.get(key) ?? (await ports.groups.readExplanation(fingerprint, shape));
    const now = ports.now();
    if (found !== null && !isStale(found, now)) return remember(known, key, found);
    const made = await explained(arrival, shape, ports);
    // What an earlier sample told better is kept.
    const better = found !== null && found.isDecoded && !made.isDecoded ? { ...found, at: now } : made;
    await ports.groups.writeExplanation(fingerprint, better);
    return remember(known, key, better);
  };
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

function isStale({ at, explanation }: StoredExplanation, now: string): boolean {
  const isOut = explanation.encodedMessage.status === 'offline';
  return hasCome(minutesAfter(at, isOut ? RETRY_MINUTES : FRESH_MINUTES), now);
}

async function explained(
  { denial }: Arrival,
  shape: string,
  { decode, simulate, now }: BatchPorts,
): Promise<StoredExplanation> {
  const { requested, stated, message } = denial;
  const answer = await decodedMessage(message, (encoded) =>
    decode(encoded, requested.event?.region ?? ''),
  );
  const explanation = await explainWith({ stated, requested, ...answer }, simulate);
  return {
    explanation,
    shape,
    at: now(),
    isDecoded: answer.decoded !== null,
    isSimulated: explanation.witnesses['launchPairs'] === 'simulated',
  };
}

const UNREADABLE_STATUS = { cut: 'truncated', damaged: 'damaged', absent: 'absent' } as const;

async function decodedMessage(
  message: Arrival['denial']['message'],
  decode: (encoded: Extract<typeof message, { kind: 'whole' }>['encoded']) => ReturnType<BatchPorts['decode']>,
): Promise<Decoded> {
  const { length } = message;
  if (message.kind !== 'whole')
    return { decoded: null, message: { status: UNREADABLE_STATUS[message.kind], length } };
  return decodedBy(await decode(message.encoded), length);
}
