// event → rule → queue → function → table, alerts: the deployed way, on loopback.
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { type Emulators, startEmulators } from './emulators/emulators';
import type { EmulatorUrls } from './emulators/messages';
import { type StoredItem, storedItems } from './emulators/stored-items';
import { type Mail, readMail } from './mail';
import { putEvent, type PutResult } from './put-event';
import { drainQueue, type EventSource } from './queue/event-source';
import { queueDepth, takeAll } from './queue/read-queue';
import { type EndpointUrls, functionEnvironment } from './runtime/environment';
import { type FunctionProcess, functionProcess } from './runtime/function-process';
import { startEndpoints } from './start-endpoints';
import type { IamStandIn } from './iam/stand-in';
import type { StsStandIn } from './sts/stand-in';
import type { SynthesizedStack } from './synthesize';
import { createResources } from './template/create-resources';
import { type FunctionPlan, readFunction } from './template/read-function';
import type { AwsCall } from './wire/endpoint';
import { readWay, type Way } from './way';

/** The running local stack. */
export interface Local {
  readonly function: FunctionPlan;
  readonly iam: Pick<IamStandIn, 'learn' | 'throttle'>;
  readonly sts: Pick<StsStandIn, 'issue' | 'withholdPermission' | 'throttle'>;
  /** Where the emulators listen for clients that may do everything, and the function's queue. */
  readonly urls: { readonly emulators: EmulatorUrls; readonly queue: string };
  /** Puts an EventBridge event through the rules' patterns, into the queues of those that match. */
  put(event: unknown): Promise<PutResult>;
  /** Puts a text into the function's queue as it is, past the rules. */
  enqueue(body: string): Promise<void>;
  /** Lets the function work until its queue is empty. */
  settle(): Promise<void>;
  /** The e-mails received so far, oldest first. */
  mails(): Promise<readonly Mail[]>;
  /** The calls the function made to AWS so far. */
  calls(): readonly AwsCall[];
  /** The items of every table. */
  items(): Promise<readonly StoredItem[]>;
  /** Messages in the function's queue. */
  queueDepth(): Promise<number>;
  /** The bodies of the messages that failed as often as the queue allows. */
  deadLetters(): Promise<readonly string[]>;
  /** What failed invocations ended with. */
  failures(): readonly string[];
  /** What the function printed. */
  log(): string;
  stop(): Promise<void>;
}

/** Creates what the stack describes in emulators, and the way between; nothing is repeated by hand. */
export async function startLocal(
  stack: SynthesizedStack,
  starting: Promise<Emulators> = startEmulators(),
): Promise<Local> {
  const emulators = await starting;
  try {
    return await localOn(stack, emulators);
  } catch (error) {
    await emulators.stop();
    throw error;
  }
}

async function localOn(stack: SynthesizedStack, emulators: Emulators): Promise<Local> {
  const { dynamodb, sqs } = emulators.clients;
  const resources = await createResources(stack.template, emulators.clients);
  const way = readWay(stack.template, resources);
  const plan = readFunction(stack.template, resources.names);
  const endpoints = await startEndpoints(plan, emulators.urls);
  const printed: string[] = [];
  const running = startFunction(stack, plan, endpoints.urls, (text) => void printed.push(text));
  const captured = resources.topics.map((topic) => collector(sqs, topic.captureQueueUrl));
  return {
    ...workOn(sqs, way, running),
    function: plan,
    iam: endpoints.iam,
    sts: endpoints.sts,
    urls: { emulators: emulators.urls, queue: way.queueUrl },
    put: (event) => putEvent(sqs, way, event),
    mails: async () => (await Promise.all(captured.map((take) => take()))).flat().map(readMail),
    calls: () => endpoints.calls,
    items: () => storedItems(dynamodb, resources.tables),
    deadLetters: collector(sqs, way.deadLetterUrl),
    log: () => printed.join(''),
    async stop() {
      await running.stop();
      await Promise.all([endpoints.stop(), emulators.stop()]);
    },
  };
}

/** Puts into the function's queue, and empties it: one worker at a time, however often it is asked. */
function workOn(sqs: SQSClient, { queueUrl, mapping }: Way, running: FunctionProcess) {
  const failures: string[] = [];
  const source: EventSource = {
    sqs,
    queueUrl,
    mapping,
    function: running,
    onFailure: ({ errorType, errorMessage }) => void failures.push(`${errorType}: ${errorMessage}`),
  };
  let working: Promise<void> = Promise.resolve();
  return {
    async enqueue(body: string) {
      await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body }));
    },
    settle: () => (working = working.then(() => drainQueue(source))),
    queueDepth: () => queueDepth(sqs, queueUrl),
    failures: () => failures,
  };
}

function startFunction(
  { assetFolders }: SynthesizedStack,
  plan: FunctionPlan,
  endpoints: EndpointUrls,
  log: (text: string) => void,
): FunctionProcess {
  const codeFolder = assetFolders.get(plan.codeKey);
  if (codeFolder === undefined) throw new Error(`the assembly has no asset ${plan.codeKey}`);
  const environment = functionEnvironment(plan, codeFolder, endpoints);
  return functionProcess({ ...plan, codeFolder, environment, log });
}

/** Takes what a queue received since, and returns all it ever received. */
function collector(sqs: SQSClient, queueUrl: string): () => Promise<readonly string[]> {
  const all: string[] = [];
  return async () => {
    all.push(...(await takeAll(sqs, queueUrl)));
    return all;
  };
}
