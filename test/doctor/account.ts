// An AWS account on loopback: SDK clients ask it, and commands change it.
import { startLoopback } from '../../local/wire/loopback';
import { OPERATIONS } from './operations';
import { healthy, REGION, type State } from './state';
import { answerTo, type Call, errorTo, Fault, readCall } from './wire';

/** The running account. */
export interface Account {
  readonly url: string;
  /** What it holds; tests change it. */
  state: State;
  /** All calls since the last reset. */
  calls: Call[];
  /** Where SDK clients find it. */
  readonly connection: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  };
  /** Makes it a healthy home account again. */
  reset(): void;
  stop(): Promise<void>;
}

/** Starts an account in which all is well. */
export async function startAccount(): Promise<Account> {
  const held = { state: healthy(), calls: [] as Call[] };
  const server = await startLoopback(async (request) => {
    const call = readCall(request);
    held.calls.push(call);
    try {
      return answerTo(call, answer(held.state, call));
    } catch (error) {
      if (error instanceof Fault) return errorTo(call, error);
      throw error;
    }
  });
  const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'invented' };
  return Object.assign(held, {
    url: server.url,
    connection: { endpoint: server.url, region: REGION, credentials },
    reset: () => void Object.assign(held, { state: healthy(), calls: [] }),
    stop: () => server.stop(),
  });
}

function answer(state: State, { name, input, key, region }: Call): object {
  if (state.lacking.has(name) || state.denied.has(region))
    throw new Fault(
      name.startsWith('sns:') ? 'AuthorizationError' : 'AccessDeniedException',
      `User: ${state.caller} is not authorized to perform: ${name}`,
      403,
    );
  if (state.broken.has(name)) throw new Fault('InvalidRequestException', 'Something is off.');
  const other = state.callers.get(key);
  if (name === 'sts:GetCallerIdentity' && other !== undefined) return { Arn: other };
  const operation = OPERATIONS[name];
  if (operation === undefined) throw new Error(`the stand-in plays no ${name}`);
  return operation(state, input, region);
}
