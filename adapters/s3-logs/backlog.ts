// s3:// → [backlog] → bytes: what is still to list and to read, some of it at the same time.

/** Never rejects; may add others to the backlog. */
type Task = () => Promise<void>;

/** What is to do. */
export interface Backlog {
  readonly addLists: (lists: readonly Task[]) => void;
  readonly addObjects: (objects: readonly Task[]) => void;
  /** Whether all is listed. */
  readonly isListed: () => boolean;
  /** Works until nothing is left, or the signal aborts and what runs has ended. */
  readonly work: (most: number, signal: AbortSignal) => Promise<void>;
}

/** While so many objects wait, no more are listed: buckets hold millions. */
const MOST_WAITING = 20_000;

/** Makes an empty one; what is added last is done first. */
export function backlogOf(): Backlog {
  const lists: Task[] = [];
  const objects: Task[] = [];
  let listing = 0;
  const next = (most: number): Task | undefined => {
    // Half of what runs may list, so that the first objects are read early and all are known soon.
    const isListing = listing < most / 2 && objects.length < MOST_WAITING;
    const list = isListing || objects.length === 0 ? lists.pop() : undefined;
    if (list === undefined) return objects.pop();
    listing += 1;
    return async () => {
      await list();
      listing -= 1;
    };
  };
  return {
    addLists: (more) => void lists.push(...more),
    addObjects: (more) => void objects.push(...more),
    isListed: () => lists.length === 0 && listing === 0,
    work: async (most, signal) => {
      const running = new Set<Promise<void>>();
      while (!signal.aborted) {
        const task = running.size < most ? next(most) : undefined;
        if (task === undefined && running.size === 0) return;
        if (task === undefined) await Promise.race(running);
        else {
          const run: Promise<void> = task().finally(() => void running.delete(run));
          running.add(run);
        }
      }
      await Promise.all(running);
    },
  };
}
