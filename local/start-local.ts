// event → rule → queue → function → table, alerts: the deployed way, on loopback.
import { type Emulators, startEmulators } from './emulators/emulators';
import type { EmulatorUrls } from './emulators/messages';
import { type StoredItem, storedItems } from './emulators/stored-items';
import type { PutBusEvent } from './events/event-bus';
import type { IamStandIn } from './iam/stand-in';
import { putEvent, type PutResult } from './put-event';
import { collector } from './queue/read-queue';
import { startFunctions } from './start-functions';
import type { StsStandIn } from './sts/stand-in';
import type { SynthesizedStack } from './synthesize';
import { createResources } from './template/create-resources';
import type { FunctionPlan } from './template/read-function';
import { readFunctions } from './template/read-functions';
import { readSubscriptions } from './template/read-subscriptions';
import { type Mailboxes, openMailboxes } from './topics/mailboxes';
import { readWay } from './way';
import type { AwsCall } from './wire/endpoint';
import type { FaultPlan } from './wire/fault';
import { type Work, workOn } from './work';

/** The running local stack. */
export interface Local extends Mailboxes, Work {
  /** The function behind the queue. */
  readonly function: FunctionPlan;
  /** That function first, then those that are scheduled. */
  readonly functions: readonly FunctionPlan[];
  readonly iam: Pick<IamStandIn, 'learn' | 'throttle'>;
  readonly sts: Pick<StsStandIn, 'issue' | 'withholdPermission' | 'throttle'>;
  /** Where the emulators listen for clients that may do everything, and the function's queue. */
  readonly urls: { readonly emulators: EmulatorUrls; readonly queue: string };
  /** Puts an EventBridge event through the rules' patterns, into the queues of those that match. */
  put(event: unknown): Promise<PutResult>;
  /** The events that functions put on the event bus so far. */
  busEvents(): readonly PutBusEvent[];
  /** The calls the functions made to AWS so far. */
  calls(): readonly AwsCall[];
  /** The items of every table. */
  items(): Promise<readonly StoredItem[]>;
  /** The bodies of the messages that failed as often as the queue allows. */
  deadLetters(): Promise<readonly string[]>;
  /** What the functions printed. */
  log(): string;
  /** Moves on the time that the functions see from their next invocation on. */
  advance(minutes: number): void;
  /** Sets that time; it goes on from there. */
  setClock(iso: string): void;
  /** Lets calls of functions fail as the plan says; null ends it. */
  fault(plan: FaultPlan | null): void;
  stop(): Promise<void>;
}

/** How local mode is started. */
export interface LocalOptions {
  /** @default - emulators of its own */
  readonly starting?: Promise<Emulators>;
  /** Environment variables of the functions, in place of what the template sets. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Creates what the stack describes in emulators, and the way between; nothing is repeated by hand. */
export async function startLocal(
  stack: SynthesizedStack,
  given: LocalOptions | Promise<Emulators> = {},
): Promise<Local> {
  const options = 'then' in given ? { starting: given } : given;
  const { starting = startEmulators(), environment = {} } = options;
  const emulators = await starting;
  try {
    return await localOn(stack, emulators, environment);
  } catch (error) {
    await emulators.stop();
    throw error;
  }
}

async function localOn(
  stack: SynthesizedStack,
  emulators: Emulators,
  environment: Readonly<Record<string, string>>,
): Promise<Local> {
  const { template } = stack;
  const { dynamodb, sqs } = emulators.clients;
  const resources = await createResources(template, emulators.clients);
  const { names, topics, tables } = resources;
  const way = readWay(template, resources);
  const plans = readFunctions(template, names, way.mapping.functionName, environment);
  const subscriptions = readSubscriptions(template, names);
  const put = (event: unknown): Promise<PutResult> => putEvent(sqs, way, event);
  const between = { stack, plans: plans.all, emulators: emulators.urls, put };
  const { endpoints, bus, clock, faults, ...running } = await startFunctions(between);
  return {
    ...workOn(sqs, way, plans, running.processes),
    ...openMailboxes(sqs, topics, subscriptions, plans.handler.environment),
    function: plans.handler,
    functions: plans.all,
    iam: endpoints.iam,
    sts: endpoints.sts,
    urls: { emulators: emulators.urls, queue: way.queueUrl },
    put,
    busEvents: () => bus.events,
    calls: () => endpoints.calls,
    items: () => storedItems(dynamodb, tables),
    deadLetters: collector(sqs, way.deadLetterUrl),
    log: () => running.printed.join(''),
    advance: (minutes) => clock.advance(minutes),
    setClock: (iso) => clock.set(iso),
    fault: (plan) => faults.set(plan),
    async stop() {
      await running.stop();
      await emulators.stop();
    },
  };
}
