// [queue] → function: polls the queue as an event source mapping does, one batch at a time.
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { FunctionProcess, Invocation } from '../runtime/function-process';
import type { MappingPlan } from '../template/read-way';
import { failedItems } from './failed-items';
import { sqsEvent } from './sqs-event';

/** SQS hands out and takes back at most this many messages in one request. */
const SQS_BATCH = 10;

/** What is polled, and who takes the batches. */
export interface EventSource {
  readonly sqs: SQSClient;
  readonly queueUrl: string;
  readonly mapping: MappingPlan;
  readonly function: FunctionProcess;
  /** Told of each invocation that failed as a whole. */
  readonly onFailure: (failure: Extract<Invocation, { readonly kind: 'failed' }>) => void;
}

/** Hands over batches until the queue is empty; what fails again and again ends as a dead letter. */
export async function drainQueue(source: EventSource): Promise<void> {
  for (;;) {
    const batch = await receiveBatch(source);
    if (batch.length === 0) return;
    await handOver(source, batch);
  }
}

async function receiveBatch({ sqs, queueUrl, mapping }: EventSource): Promise<Message[]> {
  const batch: Message[] = [];
  while (batch.length < mapping.batchSize) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: Math.min(SQS_BATCH, mapping.batchSize - batch.length),
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
    );
    if (Messages.length === 0) break;
    batch.push(...Messages);
  }
  return batch;
}

async function handOver(source: EventSource, batch: readonly Message[]): Promise<void> {
  const { mapping, onFailure } = source;
  const invocation = await source.function.invoke(sqsEvent(batch, mapping.queueArn));
  if (invocation.kind === 'failed') onFailure(invocation);
  const ids = batch.map(({ MessageId = '' }) => MessageId);
  const failed = failedItems(invocation, ids, mapping.reportsBatchItemFailures);
  const hasFailed = ({ MessageId = '' }: Message): boolean => failed.has(MessageId);
  await inChunks(
    batch.filter((message) => !hasFailed(message)),
    (chunk) => deleteMessages(source, chunk),
  );
  await inChunks(batch.filter(hasFailed), (chunk) => returnMessages(source, chunk));
}

async function deleteMessages({ sqs, queueUrl }: EventSource, chunk: readonly Message[]) {
  await sqs.send(
    new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries: chunk.map(entryOf) }),
  );
}

/** AWS waits for the visibility timeout; here the messages come back at once. */
async function returnMessages({ sqs, queueUrl }: EventSource, chunk: readonly Message[]) {
  const Entries = chunk.map((message, index) => ({
    ...entryOf(message, index),
    VisibilityTimeout: 0,
  }));
  await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: queueUrl, Entries }));
}

function entryOf({ ReceiptHandle }: Message, index: number) {
  return { Id: String(index), ReceiptHandle };
}

async function inChunks(
  messages: readonly Message[],
  send: (chunk: readonly Message[]) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < messages.length; start += SQS_BATCH)
    await send(messages.slice(start, start + SQS_BATCH));
}
