// functions → [endpoints] → emulators: everything the functions can reach, and its record.
import { evaluate } from './policy/evaluate';
import { accessKeyIdOf, type EndpointUrls } from './runtime/environment';
import type { EmulatorUrls } from './emulators/messages';
import type { EventBus } from './events/event-bus';
import { startEventBusEndpoint } from './events/event-bus-endpoint';
import { type IamStandIn, startIam } from './iam/stand-in';
import { type StsStandIn, startSts } from './sts/stand-in';
import type { World } from './deployment';
import type { Clock } from './runtime/clock';
import type { Assuming } from './sts/assume-role';
import { addressOf } from './template/addresses';
import { accountIn } from './template/place';
import type { FunctionPlan } from './template/read-function';
import { startDynamoDbEndpoint } from './wire/dynamodb-endpoint';
import type { AwsCall, Caller } from './wire/endpoint';
import type { Faults } from './wire/fault';
import { startSnsEndpoint } from './wire/sns-endpoint';

/** The endpoints with what they saw. */
export interface Endpoints {
  readonly urls: EndpointUrls;
  readonly sts: StsStandIn;
  readonly iam: IamStandIn;
  /** Every call so far, in the order of the answers. */
  readonly calls: readonly AwsCall[];
  stop(): Promise<void>;
}

/** What stands around the endpoints. */
export interface Surroundings {
  /** Those who call. */
  readonly functions: readonly FunctionPlan[];
  readonly world: World;
  readonly clock: Clock;
  readonly emulators: EmulatorUrls;
  readonly bus: EventBus;
  readonly faults: Faults;
  /** Ends the process of a function. */
  kill(name: string): Promise<void>;
}

/** Starts STS, IAM and EventBridge, and an endpoint before each emulator. */
export async function startEndpoints(around: Surroundings): Promise<Endpoints> {
  const { emulators, bus } = around;
  const calls: AwsCall[] = [];
  const record = (call: AwsCall): void => void calls.push(call);
  // Sessions of assumed roles follow the functions.
  const callers: Caller[] = around.functions.map((plan) => callerOf(plan, around));
  const assuming: Assuming = {
    ...around.world,
    now: () => around.clock.now(),
    admit: (session) => void callers.push(session),
  };
  const arnOfTable = (name: string): string =>
    addressOf('AWS::DynamoDB::Table', name, around.world.home.place).attributes.Arn ?? '';
  const upstream = { url: emulators.dynamodb, arnOfTable };
  const [sts, iam, dynamodb, sns, eventBridge] = await Promise.all([
    startSts(callers, record, assuming),
    startIam(callers, record),
    startDynamoDbEndpoint(upstream, callers, record),
    startSnsEndpoint(emulators.messaging, callers, record),
    startEventBusEndpoint(bus, callers, record),
  ]);
  return {
    urls: {
      sts: sts.url,
      iam: iam.url,
      dynamodb: dynamodb.url,
      sns: sns.url,
      eventBridge: eventBridge.url,
    },
    sts,
    iam,
    calls,
    async stop() {
      await Promise.all([sts, iam, dynamodb, sns, eventBridge].map((server) => server.stop()));
    },
  };
}

/** The session of a function's role, allowed what the synthesized policy allows. */
function callerOf({ roleName, name, statements }: FunctionPlan, around: Surroundings): Caller {
  return {
    accessKeyId: accessKeyIdOf(name),
    session: `${roleName}/${name}`,
    accountIn: (partition) => accountIn(partition, around.world.home.place),
    decide: (request) => evaluate(statements, request),
    trouble: {
      next: (request) => around.faults.next(name, request),
      kill: () => around.kill(name),
    },
  };
}
