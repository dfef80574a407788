// event → rule → queue → function → table, alerts: the deployed way, on loopback.
import { type Emulators, startEmulators } from './emulators/emulators';
import type { EmulatorUrls } from './emulators/messages';
import { type StoredItem, storedItems } from './emulators/stored-items';
import type { PutBusEvent } from './events/event-bus';
import type { IamStandIn } from './iam/stand-in';
import { type Buses, busesOf } from './buses';
import { deploymentOf, worldOf } from './deployment';
import { deployFurther, type FurtherStack } from './further';
import { collector } from './queue/read-queue';
import { startFunctions } from './start-functions';
import type { StsStandIn } from './sts/stand-in';
import type { SynthesizedStack } from './synthesize';
import { chooseResources } from './template/choose';
import { createResources, type EmulatorClients } from './template/create-resources';
import type { GivenParameters } from './template/parameters';
import { HOME, type Place } from './template/place';
import type { FunctionPlan } from './template/read-function';
import { readFunctions } from './template/read-functions';
import { readSubscriptions } from './template/read-subscriptions';
import { type Mailboxes, openMailboxes } from './topics/mailboxes';
import { readWay } from './way';
import type { AwsCall } from './wire/endpoint';
import type { FaultPlan } from './wire/fault';
import { type Work, workOn } from './work';

/** The running local stack. */
export interface Local extends Buses, Mailboxes, Work {
  /** The function behind the queue. */
  readonly function: FunctionPlan;
  /** That function first, then those that are scheduled. */
  readonly functions: readonly FunctionPlan[];
  readonly iam: Pick<IamStandIn, 'learn' | 'throttle'>;
  readonly sts: Pick<StsStandIn, 'issue' | 'withholdPermission' | 'throttle'>;
  /** Where the emulators listen for clients that may do everything, and the function's queue. */
  readonly urls: { readonly emulators: EmulatorUrls; readonly queue: string };
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
  /** Where the stack is deployed. @default - the invented account, in no organization, in any Region */
  readonly place?: Partial<Place>;
  /** What the template is deployed with. @default - the defaults of its parameters */
  readonly parameters?: GivenParameters;
  /** Stacks in other Regions and accounts. @default - none */
  readonly further?: readonly FurtherStack[];
}

/** Creates what the stack describes in emulators, and the way between; nothing is repeated by hand. */
export async function startLocal(
  stack: SynthesizedStack,
  given: LocalOptions | Promise<Emulators> = {},
): Promise<Local> {
  const options = 'then' in given ? { starting: given } : given;
  const emulators = await (options.starting ?? startEmulators());
  try {
    return await localOn(stack, emulators, options);
  } catch (error) {
    await emulators.stop();
    throw error;
  }
}

/** Creates the resources of the home stack, then those of the stacks around it. */
async function deploy(
  stack: SynthesizedStack,
  clients: EmulatorClients,
  { parameters = {}, further = [], place: given }: LocalOptions,
) {
  const region = stack.region ?? HOME.region;
  const place: Place = { ...HOME, region, ...given };
  const template = chooseResources(stack.template, parameters, place);
  const resources = await createResources(template, clients, place);
  const home = deploymentOf(template, place, resources);
  return { template, resources, world: worldOf(home, await deployFurther(further, home, clients)) };
}

async function localOn(
  stack: SynthesizedStack,
  emulators: Emulators,
  options: LocalOptions,
): Promise<Local> {
  const { dynamodb, sqs } = emulators.clients;
  const { template, resources, world } = await deploy(stack, emulators.clients, options);
  const { names, topics, tables } = resources;
  const way = readWay(template, resources);
  const plans = readFunctions(template, names, way.mapping.functionName, options.environment);
  const subscriptions = readSubscriptions(template, names);
  const buses = busesOf(sqs, world);
  const between = { stack, plans: plans.all, world, emulators: emulators.urls, buses };
  const { endpoints, bus, clock, faults, ...running } = await startFunctions(between);
  return {
    ...buses,
    ...workOn(sqs, way, plans, running.processes),
    ...openMailboxes(sqs, topics, subscriptions, plans.handler.environment),
    function: plans.handler,
    functions: plans.all,
    iam: endpoints.iam,
    sts: endpoints.sts,
    urls: { emulators: emulators.urls, queue: way.queueUrl },
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
