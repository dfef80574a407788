// Ctrl-C: the first ends the work in order, the second at once.

/** Runs work that a signal ends; resolves to what it resolves to. */
export async function interruptible<T>(
  work: (signal: AbortSignal) => Promise<T>,
  onStop: () => void,
): Promise<T> {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    onStop();
    controller.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    return await work(controller.signal);
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

/** The exit status of what Ctrl-C ended, as shells have it. */
export const INTERRUPTED = 130;
