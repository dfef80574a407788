// The function behind the queue: wires the way to STS, the table and the topic.
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { alertTopic } from '../adapters/alert-topic';
import { denialTable } from '../adapters/denial-table';
import { iamSimulator } from '../adapters/iam-simulator';
import { remembering, within } from '../adapters/simulation-cache';
import type { Simulate } from '../core/simulate/simulator';
import { stsDecoder } from '../adapters/sts-decoder';
import { handleItem, type Outcome, type Ports } from '../core/pipeline';
import { type Environment, readEnvironment } from './environment';
import { logError, logInfo } from './log';

/** Takes one batch the whole way; an item that fails is that item's failure, the rest goes on. */
export async function handler(
  event: SQSEvent,
  { awsRequestId: requestId }: Pick<Context, 'awsRequestId'>,
): Promise<SQSBatchResponse> {
  const wiring = wire();
  const failed: string[] = [];
  for (const item of event.Records) {
    if (!(await succeeds(item, wiring, requestId))) failed.push(item.messageId);
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

interface Wiring {
  readonly ports: Ports;
  readonly maxReceives: number;
}

let wiring: Wiring | undefined;

function wire(): Wiring {
  if (wiring !== undefined) return wiring;
  const environment = readEnvironment(process.env);
  const table = denialTable({ ...environment, now: () => new Date() });
  const ports: Ports = {
    decode: stsDecoder(environment.region),
    publish: alertTopic(environment.topicArn),
    simulate: environment.simulate ? simulatorOf(environment) : null,
    ...table,
  };
  return (wiring = { ports, maxReceives: environment.maxReceives });
}

function simulatorOf({ region, account }: Environment): Simulate {
  return remembering(within(account, iamSimulator(region)), Date.now);
}

async function succeeds(
  { messageId, body, attributes }: SQSRecord,
  { ports, maxReceives }: Wiring,
  requestId: string,
): Promise<boolean> {
  const receives = Number(attributes.ApproximateReceiveCount);
  try {
    const outcomes = await handleItem(body, ports, receives >= maxReceives);
    for (const outcome of outcomes)
      logInfo(`denial ${outcome.kind}`, { requestId, ...told(outcome) });
    return true;
  } catch (error) {
    logError('item failed', error, { requestId, messageId, receives });
    return false;
  }
}

function told({ eventId, explanation, errorCode }: Outcome): Readonly<Record<string, unknown>> {
  if (explanation === undefined) return { eventId, errorCode };
  const { reason, encodedMessage } = explanation;
  return { eventId, reason: reason.code, encodedMessage: encodedMessage.status };
}
