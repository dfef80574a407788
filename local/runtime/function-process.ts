// queue → [function] → table, alerts: the deployed bundle in a process of its own.
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as v from 'valibot';
import { nextMessage, startChild, stopChild } from '../process';

/** How one invocation ended. */
export type Invocation =
  | { readonly kind: 'returned'; readonly payload: unknown }
  | { readonly kind: 'failed'; readonly errorType: string; readonly errorMessage: string };

/** What the process runs, where, and for how long. */
export interface FunctionProcessOptions {
  readonly name: string;
  readonly codeFolder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  /** Milliseconds between the real time and the one that the function sees, asked at each invocation. */
  readonly movedBy: () => number;
  /** Takes what the function prints. */
  readonly log: (text: string) => void;
}

/** The function: started at its first invocation, and again after a timeout or a crash. */
export interface FunctionProcess {
  /** Invocations follow one another, as in one execution environment. */
  invoke(event: unknown): Promise<Invocation>;
  /** Ends the process, even in the middle of an invocation, which then fails. */
  stop(): Promise<void>;
}

const answer = v.union([
  v.pipe(
    v.object({ payload: v.pipe(v.string(), v.parseJson()) }),
    v.transform(({ payload }) => ({ kind: 'returned' as const, payload })),
  ),
  v.pipe(
    v.object({ errorType: v.string(), errorMessage: v.string() }),
    v.transform((error) => ({ kind: 'failed' as const, ...error })),
  ),
]);

/** Prepares the function; nothing runs before the first invocation. */
export function functionProcess(options: FunctionProcessOptions): FunctionProcess {
  let child: ChildProcess | null = null;
  const alive = (): ChildProcess => {
    if (child?.connected !== true) child = startFunction(options);
    return child;
  };
  const stop = async (): Promise<void> => {
    const ending = child;
    // At once: an invocation that comes meanwhile starts a process of its own.
    child = null;
    if (ending) await stopChild(ending);
  };
  return {
    async invoke(event) {
      const running = alive();
      running.send({ event, movedBy: options.movedBy(), context: contextOf(options) });
      try {
        return v.parse(answer, await within(options.timeoutSeconds, nextMessage(running)));
      } catch (error) {
        await stop();
        return failureOf(error);
      }
    },
    stop,
  };
}

function startFunction({ environment, codeFolder, log }: FunctionProcessOptions): ChildProcess {
  const bootstrap = join(__dirname, 'bootstrap.cjs');
  const child = startChild(bootstrap, { env: environment, cwd: codeFolder, execArgv: [] });
  child.stdout?.on('data', (text) => log(String(text)));
  child.stderr?.on('data', (text) => log(String(text)));
  return child;
}

function contextOf({ name, timeoutSeconds, memoryMegabytes }: FunctionProcessOptions) {
  return {
    awsRequestId: randomUUID(),
    functionName: name,
    functionVersion: '$LATEST',
    memoryLimitInMB: String(memoryMegabytes),
    deadline: Date.now() + timeoutSeconds * 1_000,
  };
}

async function within<T>(seconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const error = new Error(`Task timed out after ${seconds.toFixed(2)} seconds`);
    timer = setTimeout(() => reject(error), seconds * 1_000);
  });
  work.catch(() => undefined);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function failureOf(error: unknown): Invocation {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { kind: 'failed', errorType: name, errorMessage: message };
}
