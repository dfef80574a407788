// Child processes of local mode: they speak over IPC and never outlive their parent.
import { type ChildProcess, fork, type ForkOptions } from 'node:child_process';

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts a child process; it ends with this process, however that ends. */
export function startChild(file: string, options: ForkOptions): ChildProcess {
  const child = fork(file, { ...options, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  running.add(child);
  child.once('exit', () => running.delete(child));
  // Whoever waits for a message is told; an error while nobody waits must not end this process.
  return child.on('error', () => undefined);
}

/** The next message of a child; rejects when the child ends without one. */
export function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void): void => {
      child.off('message', onMessage).off('exit', onExit).off('error', onError);
      end();
    };
    const onMessage = (message: unknown): void => settle(() => resolve(message));
    const onError = (error: Error): void => settle(() => reject(error));
    const onExit = (code: number | null, signal: string | null): void =>
      settle(() => reject(new Error(`Runtime exited with ${signal ?? `exit status ${code}`}`)));
    child.on('message', onMessage).on('exit', onExit).on('error', onError);
  });
}

/** Ends a child and waits until it is gone. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}
