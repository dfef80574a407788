// queue, schedules → [work] → functions: what starts the functions, and what they failed with.
import { randomUUID } from 'node:crypto';
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { drainQueue, type EventSource } from './queue/event-source';
import { queueDepth } from './queue/read-queue';
import { sqsEvent } from './queue/sqs-event';
import type { Invocation } from './runtime/function-process';
import { type FunctionProcesses, processOf } from './start-functions';
import type { FunctionPlans } from './template/read-functions';
import type { Way } from './way';

/** What makes the functions work. */
export interface Work {
  /** Puts a text into the handler's queue as it is, past the rules. */
  enqueue(body: string): Promise<void>;
  /** Hands texts to the handler as one batch, past the queue; resolves to what it answered. */
  deliver(bodies: readonly string[]): Promise<Invocation>;
  /** Lets the handler work until its queue is empty. */
  settle(): Promise<void>;
  /** Invokes what each schedule invokes, once; beside `settle`, where that is not awaited. */
  sweep(): Promise<void>;
  /** Messages in the handler's queue. */
  queueDepth(): Promise<number>;
  /** What failed invocations ended with. */
  failures(): readonly string[];
}

/** One worker at a time for the queue and one for the schedules, however often they are asked. */
export function workOn(
  sqs: SQSClient,
  { queueUrl, mapping }: Way,
  { handler, schedules }: FunctionPlans,
  processes: FunctionProcesses,
): Work {
  const failures: string[] = [];
  const onFailure: EventSource['onFailure'] = ({ errorType, errorMessage }) =>
    void failures.push(`${errorType}: ${errorMessage}`);
  const invoke = processOf(processes, handler);
  const source: EventSource = { sqs, queueUrl, mapping, function: invoke, onFailure };
  const settle = oneByOne(() => drainQueue(source));
  const sweep = oneByOne(async () => {
    for (const schedule of schedules) {
      const process = processOf(processes, schedule.function);
      const invocation = await process.invoke(schedule.payload);
      if (invocation.kind === 'failed') onFailure(invocation);
    }
  });
  return {
    async enqueue(body) {
      await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body }));
    },
    deliver: async (bodies) => {
      const messages = bodies.map((Body) => ({ Body, MessageId: randomUUID() }));
      const invocation = await invoke.invoke(sqsEvent(messages, mapping.queueArn));
      if (invocation.kind === 'failed') onFailure(invocation);
      return invocation;
    },
    settle,
    sweep,
    queueDepth: () => queueDepth(sqs, queueUrl),
    failures: () => failures,
  };
}

function oneByOne(work: () => Promise<void>): () => Promise<void> {
  let working = Promise.resolve();
  return () => (working = working.then(work));
}
