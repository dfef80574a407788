// denial → [decoded → explained] → grouped: one denial as the explanation of its group and shape.
import { type Decoded, decodedBy } from '../decoded/answer';
import type { Denial } from '../event/denial';
import type { CloudTrailRecord } from '../event/cloudtrail-record';
import { explainWith } from '../explain/explain-with';
import type { StoredExplanation } from '../group/stored';
import type { BatchPorts } from './ports';

/** Explains a denial with all that STS and the simulator say of it. */
export async function explained(
  { record, denial }: { readonly record: CloudTrailRecord; readonly denial: Denial },
  shape: string,
  ports: Pick<BatchPorts, 'decode' | 'simulate' | 'now'>,
): Promise<StoredExplanation> {
  const { requested, stated } = denial;
  const answer = await decodedOf(denial, ports);
  const explanation = await explainWith({ stated, requested, ...answer }, ports.simulate);
  return {
    explanation,
    shape,
    at: ports.now(),
    isDecoded: answer.decoded !== null,
    isSimulated: explanation.witnesses['launchPairs'] === 'simulated',
    undecodedRecord: answer.message.status === 'offline' ? JSON.stringify(record) : null,
  };
}

const UNREADABLE_STATUS = { cut: 'truncated', damaged: 'damaged', absent: 'absent' } as const;

/** Asks STS what the encoded message says, where it is whole. */
export async function decodedOf(
  { message, requested }: Denial,
  { decode }: Pick<BatchPorts, 'decode'>,
): Promise<Decoded> {
  const { length } = message;
  if (message.kind !== 'whole')
    return { decoded: null, message: { status: UNREADABLE_STATUS[message.kind], length } };
  return decodedBy(await decode(message.encoded, requested.event?.region ?? ''), length);
}
