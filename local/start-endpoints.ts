// handler → [endpoints] → emulators: everything the function can reach, and its record.
import { evaluate } from './policy/evaluate';
import { ACCESS_KEY_ID, type EndpointUrls } from './runtime/environment';
import type { EmulatorUrls } from './emulators/messages';
import { type IamStandIn, startIam } from './iam/stand-in';
import { type StsStandIn, startSts } from './sts/stand-in';
import { accountIn, addressOf } from './template/addresses';
import type { FunctionPlan } from './template/read-function';
import { startDynamoDbEndpoint } from './wire/dynamodb-endpoint';
import type { AwsCall, Caller } from './wire/endpoint';
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

/** Starts STS and IAM, and an endpoint before each emulator. */
export async function startEndpoints(
  plan: FunctionPlan,
  emulators: EmulatorUrls,
): Promise<Endpoints> {
  const calls: AwsCall[] = [];
  const record = (call: AwsCall): void => void calls.push(call);
  const caller = callerOf(plan);
  const arnOfTable = (name: string): string =>
    addressOf('AWS::DynamoDB::Table', name).attributes.Arn ?? '';
  const upstream = { url: emulators.dynamodb, arnOfTable };
  const [sts, iam, dynamodb, sns] = await Promise.all([
    startSts(caller, record),
    startIam(caller, record),
    startDynamoDbEndpoint(upstream, caller, record),
    startSnsEndpoint(emulators.messaging, caller, record),
  ]);
  return {
    urls: { sts: sts.url, iam: iam.url, dynamodb: dynamodb.url, sns: sns.url },
    sts,
    iam,
    calls,
    async stop() {
      await Promise.all([sts.stop(), iam.stop(), dynamodb.stop(), sns.stop()]);
    },
  };
}

/** The session of the function's role, allowed what the synthesized policy allows. */
function callerOf({ roleName, name, statements }: FunctionPlan): Caller {
  return {
    accessKeyId: ACCESS_KEY_ID,
    session: `${roleName}/${name}`,
    accountIn,
    decide: (request) => evaluate(statements, request),
  };
}
