// The function behind the queue: wires the way to STS, the table and the topic.
import { Logger } from '@aws-lambda-powertools/logger';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { alertTopic } from '../adapters/alert-topic';
import { denialTable } from '../adapters/denial-table';
import { stsDecoder } from '../adapters/sts-decoder';
import { handleItem, type Outcome, type Ports } from '../core/pipeline';
import { readEnvironment } from './environment';

const logger = new Logger();

/** Takes one batch the whole way; an item that fails is that item's failure, the rest goes on. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const wiring = wire();
  const failed: string[] = [];
  for (const item of event.Records) {
    if (!(await succeeds(item, wiring))) failed.push(item.messageId);
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
    ...table,
  };
  return (wiring = { ports, maxReceives: environment.maxReceives });
}

async function succeeds(item: SQSRecord, { ports, maxReceives }: Wiring): Promise<boolean> {
  const receives = Number(item.attributes.ApproximateReceiveCount);
  try {
    const outcomes = await handleItem(item.body, ports, receives >= maxReceives);
    for (const outcome of outcomes) log(outcome);
    return true;
  } catch (error) {
    logger.error('item failed', { messageId: item.messageId, receives, error });
    return false;
  }
}

function log({ kind, eventId, explanation, errorCode }: Outcome): void {
  logger.info(`denial ${kind}`, {
    eventId,
    ...(explanation === undefined
      ? { errorCode }
      : { reason: explanation.reason.code, message: explanation.encodedMessage.status }),
  });
}
