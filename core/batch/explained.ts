// denial → [decoded → explained] → grouped: one denial as the explanation of its group and shape.
import { withAccountName, withHome } from '../account-name';
import type { Explanation } from '../contract';
import { type Decoded, decodedBy } from '../decoded/answer';
import type { Denial } from '../event/denial';
import type { CloudTrailRecord } from '../event/cloudtrail-record';
import { explainWith } from '../explain/explain-with';
import type { StoredExplanation } from '../group/stored';
import type { BatchPorts } from './ports';
import { simulatorWithin } from './simulator-within';

/** Explains a denial with all that STS and the simulator say of it, and the name of its account. */
export async function explained(
  { record, denial }: { readonly record: CloudTrailRecord; readonly denial: Denial },
  shape: string,
  ports: Pick<BatchPorts, 'decode' | 'simulate' | 'accountName' | 'hubAccount' | 'now'>,
): Promise<StoredExplanation> {
  const { requested, stated } = denial;
  const answer = await decodedOf(denial, ports);
  const account = requested.event?.account || ports.hubAccount || '';
  const simulate = ports.simulate && simulatorWithin(account, ports.simulate);
  const nameless = await explainWith({ stated, requested, ...answer }, simulate);
  const explanation = await named(nameless, ports);
  return {
    explanation,
    shape,
    at: ports.now(),
    isDecoded: answer.decoded !== null,
    isSimulated: explanation.witnesses['launchPairs'] === 'simulated',
    undecodedRecord: answer.message.status === 'offline' ? JSON.stringify(record) : null,
  };
}

async function named(
  explanation: Explanation,
  { accountName, hubAccount }: Pick<BatchPorts, 'accountName' | 'hubAccount'>,
): Promise<Explanation> {
  const account = explanation.event?.account ?? '';
  if (account === '') return explanation;
  return withAccountName(withHome(explanation, hubAccount), await accountName(account));
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
  const { account = '', region = '' } = requested.event ?? {};
  return decodedBy(await decode(message.encoded, { account, region }), length);
}
