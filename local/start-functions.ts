// queue, schedule → [functions] → table, alerts: the processes of the functions with all that is theirs.
import type { EmulatorUrls } from './emulators/messages';
import { createEventBus, type EventBus } from './events/event-bus';
import type { Buses } from './buses';
import { type Clock, createClock } from './runtime/clock';
import { type EndpointUrls, functionEnvironment } from './runtime/environment';
import { type FunctionProcess, functionProcess } from './runtime/function-process';
import { type Endpoints, startEndpoints } from './start-endpoints';
import type { SynthesizedStack } from './synthesize';
import { codeFolderOf } from './runtime/code-folder';
import type { World } from './deployment';
import type { FunctionPlan } from './template/read-function';
import { createFaults, type Faults } from './wire/fault';

/** The processes of the functions by their names; each starts at its first invocation. */
export type FunctionProcesses = ReadonlyMap<string, FunctionProcess>;

/** What the functions stand between. */
export interface Between {
  readonly stack: SynthesizedStack;
  readonly plans: readonly FunctionPlan[];
  readonly world: World;
  readonly emulators: EmulatorUrls;
  readonly buses: Pick<Buses, 'put'>;
}

/** The functions, with what they reach, and what makes that late or fail. */
export interface RunningFunctions {
  readonly processes: FunctionProcesses;
  readonly endpoints: Endpoints;
  readonly bus: EventBus;
  readonly clock: Clock;
  readonly faults: Faults;
  /** What they printed so far. */
  readonly printed: readonly string[];
  stop(): Promise<void>;
}

/** Starts the endpoints, and prepares a process for each function. */
export async function startFunctions(between: Between): Promise<RunningFunctions> {
  const printed: string[] = [];
  const clock = createClock();
  const faults = createFaults();
  const bus = createEventBus((event) => between.buses.put(event), clock);
  const endpoints = await startEndpoints({
    functions: between.plans,
    world: between.world,
    clock,
    emulators: between.emulators,
    bus,
    faults,
    kill: async (name) => processes.get(name)?.stop(),
  });
  const processes: FunctionProcesses = new Map(
    between.plans.map((plan) => [
      plan.name,
      prepareProcess(between.stack, plan, endpoints.urls, clock, (text) => void printed.push(text)),
    ]),
  );
  return {
    processes,
    endpoints,
    bus,
    clock,
    faults,
    printed,
    async stop() {
      await Promise.all([...processes.values()].map((process) => process.stop()));
      await endpoints.stop();
    },
  };
}

function prepareProcess(
  stack: SynthesizedStack,
  plan: FunctionPlan,
  endpoints: EndpointUrls,
  clock: Clock,
  log: (text: string) => void,
): FunctionProcess {
  const codeFolder = codeFolderOf(stack, plan);
  const environment = functionEnvironment(plan, codeFolder, endpoints);
  return functionProcess({ ...plan, codeFolder, environment, movedBy: () => clock.moved(), log });
}

/** The process of a function. */
export function processOf(processes: FunctionProcesses, { name }: FunctionPlan): FunctionProcess {
  const process = processes.get(name);
  if (process === undefined) throw new Error(`the function ${name} has no process`);
  return process;
}
