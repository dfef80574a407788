// event → denial → decoded → explained → remembered → alert: the whole way of one queue item.
import { type Email, emailFor } from './alert/email';
import type { Explanation } from './contract';
import { type DecodeAnswer, type Decoded, decodedBy } from './decoded/answer';
import type { CloudTrailRecord } from './event/cloudtrail-record';
import { denialOf, isDenial } from './event/denial';
import { readRecords } from './event/read-records';
import { explainWith } from './explain/explain-with';
import { Failure } from './failure';
import type { EncodedMessage, FoundMessage } from './message/encoded-message';
import type { Simulate } from './simulate/simulator';

/** What a denial is remembered by. */
export interface Remembered {
  readonly eventId: string;
  readonly explanation: Explanation;
}

/** What the way needs of the world. */
export interface Ports {
  /** Decodes a whole message in the Region of its event. */
  readonly decode: (message: EncodedMessage, region: string) => Promise<DecodeAnswer>;
  /** Stores the denial once per event id; resolves to whether it was already alerted. */
  readonly remember: (denial: Remembered) => Promise<{ readonly alerted: boolean }>;
  /** Asks the IAM policy simulator; null where it may not be asked. */
  readonly simulate: Simulate | null;
  readonly publish: (email: Email) => Promise<void>;
  /** Marks the denial as alerted, so that a second delivery stays silent. */
  readonly markAlerted: (eventId: string) => Promise<void>;
}

/** What became of one record of an item. */
export interface Outcome {
  readonly kind: 'alerted' | 'repeated' | 'ignored';
  readonly eventId: string | null;
  readonly explanation?: Explanation;
  readonly errorCode?: string | null;
}

/**
 * Takes one queue item the whole way. Throws a {@link Failure} when the item is no CloudTrail event
 * (`NOT_A_RECORD`) or, unless this is the last try, when STS is out of reach (`STS_UNAVAILABLE`).
 */
export async function handleItem(
  body: string,
  ports: Ports,
  isLastTry: boolean,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const record of recordsOf(body)) outcomes.push(await handleRecord(record, ports, isLastTry));
  return outcomes;
}

function recordsOf(body: string): readonly CloudTrailRecord[] {
  const records = readRecords(parse(body));
  if (records.length > 0) return records;
  throw new Failure(
    'NOT_A_RECORD',
    `the item is not a CloudTrail event: ${JSON.stringify(body.slice(0, 200))}; allowed are an EventBridge event with a CloudTrail record as its detail, a record, or a list of records`,
  );
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

async function handleRecord(
  record: CloudTrailRecord,
  ports: Ports,
  isLastTry: boolean,
): Promise<Outcome> {
  const eventId = record.eventID;
  if (!isDenial(record)) return { kind: 'ignored', eventId, errorCode: record.errorCode };
  if (eventId === null) {
    throw new Failure(
      'NOT_A_RECORD',
      'the denied event has no eventID, so it cannot be stored once',
    );
  }
  const explanation = await explained(record, ports, isLastTry);
  const { alerted } = await ports.remember({ eventId, explanation });
  if (alerted) return { kind: 'repeated', eventId, explanation };
  await ports.publish(emailFor(explanation));
  await ports.markAlerted(eventId);
  return { kind: 'alerted', eventId, explanation };
}

async function explained(
  record: CloudTrailRecord,
  ports: Ports,
  isLastTry: boolean,
): Promise<Explanation> {
  const { requested, stated, message } = denialOf(record);
  const decode = (encoded: EncodedMessage) => ports.decode(encoded, record.awsRegion ?? '');
  const answer = await decodedMessage(message, decode, isLastTry);
  return explainWith({ stated, requested, ...answer }, ports.simulate);
}

const UNREADABLE_STATUS = { cut: 'truncated', damaged: 'damaged', absent: 'absent' } as const;

async function decodedMessage(
  message: FoundMessage,
  decode: (encoded: EncodedMessage) => Promise<DecodeAnswer>,
  isLastTry: boolean,
): Promise<Decoded> {
  const { length } = message;
  if (message.kind !== 'whole')
    return { decoded: null, message: { status: UNREADABLE_STATUS[message.kind], length } };
  const answer = await decode(message.encoded);
  if (answer.kind === 'unavailable' && !isLastTry) {
    throw new Failure(
      'STS_UNAVAILABLE',
      `STS is out of reach (${answer.because}); the item is tried again`,
      answer.cause,
    );
  }
  return decodedBy(answer, length);
}
