// handler → [endpoint] → emulator: what stands before each emulator. It knows the caller by the access
// key, asks the synthesized role policy, and keeps a record of every call.
import { partitionOf } from '../partition';
import type { AskedRequest, Decision, PolicyRequest } from '../policy/evaluate';
import { credentialOf, type ReadRequests } from './aws-call';
import { type AnsweredFault, endUnder, type Trouble } from './fault';
import { type Loopback, type Reply, type Request, startLoopback } from './loopback';

/** Whoever holds an invented access key. */
export interface Caller {
  readonly accessKeyId: string;
  /** The role session: `role/session`. */
  readonly session: string;
  /** The account the function is deployed in; each partition has its own deployment. */
  accountIn(partition: string): string;
  decide(request: AskedRequest): Decision;
  /** Whether the credentials are past their time. @default - they never are */
  isOver?(): boolean;
  /** @default - nothing goes wrong */
  readonly trouble?: Trouble;
}

/** One caller, or several that are told apart by their keys; of a list that grows the newest count, too. */
export type Callers = Caller | readonly Caller[];

/** Who the caller is in a Region. */
export interface Identity {
  readonly account: string;
  /** The ARN of the role session. */
  readonly arn: string;
  readonly roleArn: string;
  /** The Region the request was signed for. */
  readonly region: string;
}

function identityIn(caller: Caller, region: string): Identity {
  const partition = partitionOf(region);
  const account = caller.accountIn(partition);
  return {
    account,
    arn: `arn:${partition}:sts::${account}:assumed-role/${caller.session}`,
    roleArn: `arn:${partition}:iam::${account}:role/${caller.session.replace(/\/.*/s, '')}`,
    region,
  };
}

/** One call of a function, as it was on the wire. */
export interface AwsCall extends PolicyRequest {
  /** The name of the role session, which is the name of the function. */
  readonly by: string;
  /** The account of the role. */
  readonly account: string;
  /** The Region the request was signed for. */
  readonly region: string;
  readonly decision: Decision;
  /** 0 where a fault left the call without an answer. */
  readonly status: number;
}

/** What one endpoint does with a call. */
export interface EndpointOptions {
  readonly callers: Callers;
  readonly read: ReadRequests;
  /** Answers a caller that is not known, or none, or one whose credentials are past their time. */
  readonly refuseStranger: (isOver: boolean) => Reply;
  /** Answers a call that the role policy does not allow. */
  readonly refuse: (request: PolicyRequest, decision: Decision, caller: Identity) => Reply;
  /** Answers a call that a fault befell. */
  readonly fail: (fault: AnsweredFault) => Reply;
  /** Answers a call that may be made. */
  readonly answer: (request: Request, identity: Identity, caller: Caller) => Promise<Reply>;
  /** Decides in place of the caller's policy. @default - the policy decides */
  readonly decide?: (caller: Caller, request: AskedRequest) => Decision;
  readonly record: (call: AwsCall) => void;
}

/** Starts an endpoint. A call on which the policy evaluator cannot decide goes through. */
export function startEndpoint(options: EndpointOptions): Promise<Loopback> {
  return startLoopback((request) => {
    const callers = [options.callers].flat();
    const credential = credentialOf(request.headers.authorization);
    const caller = callers.find(({ accessKeyId }) => accessKeyId === credential?.accessKeyId);
    if (credential === null || caller === undefined)
      return Promise.resolve(options.refuseStranger(false));
    if (caller.isOver?.() === true) return Promise.resolve(options.refuseStranger(true));
    return answerCaller(options, request, caller, identityIn(caller, credential.region));
  });
}

async function answerCaller(
  options: EndpointOptions,
  request: Request,
  caller: Caller,
  identity: Identity,
): Promise<Reply> {
  const { decide = (by, one) => by.decide(one) } = options;
  const asked = options.read(request, identity).map((one) => ({
    action: one.action,
    resource: one.resource,
    decision: decide(caller, one),
  }));
  const denied = asked.find(({ decision }) => decision.endsWith('-deny'));
  const [first] = asked;
  const end = await endUnder(
    (first && caller.trouble?.next(first)) ?? null,
    async () =>
      denied
        ? options.refuse(denied, denied.decision, identity)
        : options.answer(request, identity, caller),
    options.fail,
    async () => caller.trouble?.kill(),
  );
  const status = typeof end === 'string' ? 0 : end.status;
  const by = caller.session.slice(caller.session.indexOf('/') + 1);
  const { region, account } = identity;
  for (const one of asked) options.record({ ...one, by, account, region, status });
  if (end === 'silent') return new Promise<never>(() => undefined);
  if (end === 'broken') throw new Error('a fault ends the connection');
  return end;
}
