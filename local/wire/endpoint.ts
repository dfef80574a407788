// handler → [endpoint] → emulator: what stands before each emulator. It knows the caller by the access
// key, asks the synthesized role policy, and keeps a record of every call.
import { partitionOf } from '../partition';
import type { Decision, PolicyRequest } from '../policy/evaluate';
import { credentialOf, type Credential, type ReadRequests } from './aws-call';
import { type Loopback, type Reply, type Request, startLoopback } from './loopback';

/** Whoever holds the invented access key. */
export interface Caller {
  readonly accessKeyId: string;
  /** The role session: `role/session`. */
  readonly session: string;
  /** The account the function is deployed in; each partition has its own deployment. */
  accountIn(partition: string): string;
  decide(request: PolicyRequest): Decision;
}

/** Who the caller is in a Region. */
export interface Identity {
  readonly account: string;
  /** The ARN of the role session. */
  readonly arn: string;
}

/** The caller's identity where the request was signed for. */
export function identityIn(caller: Caller, region: string): Identity {
  const partition = partitionOf(region);
  const account = caller.accountIn(partition);
  return { account, arn: `arn:${partition}:sts::${account}:assumed-role/${caller.session}` };
}

/** One call of the handler, as it was on the wire. */
export interface AwsCall extends PolicyRequest {
  /** The Region the request was signed for. */
  readonly region: string;
  readonly decision: Decision;
  readonly status: number;
}

/** What one endpoint does with a call. */
export interface EndpointOptions {
  readonly caller: Caller;
  readonly read: ReadRequests;
  /** Answers a caller that is not known, or none. */
  readonly refuseStranger: () => Reply;
  /** Answers a call that the role policy does not allow. */
  readonly refuse: (request: PolicyRequest, decision: Decision, caller: Identity) => Reply;
  /** Answers a call that may be made. */
  readonly answer: (request: Request, credential: Credential) => Promise<Reply>;
  readonly record: (call: AwsCall) => void;
}

/** Starts an endpoint. A call on which the policy evaluator cannot decide goes through. */
export function startEndpoint(options: EndpointOptions): Promise<Loopback> {
  return startLoopback(async (request) => {
    const credential = credentialOf(request.headers.authorization);
    if (credential?.accessKeyId !== options.caller.accessKeyId) return options.refuseStranger();
    const asked = options.read(request).map((one) => ({
      ...one,
      decision: options.caller.decide(one),
    }));
    const denied = asked.find(({ decision }) => decision.endsWith('-deny'));
    const reply = denied
      ? options.refuse(denied, denied.decision, identityIn(options.caller, credential.region))
      : await options.answer(request, credential);
    for (const one of asked)
      options.record({ ...one, region: credential.region, status: reply.status });
    return reply;
  });
}
