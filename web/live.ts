// table → [changes]: tells open pages when the groups changed.
import type { Groups } from '../core/group/stored';

/** Somebody who wants to hear. */
export type Listener = (event: 'changed' | 'still') => void;

/** What changes are looked for in. */
export interface LiveOptions {
  readonly groups: Pick<Groups, 'list' | 'hours'>;
  readonly now: () => string;
  readonly pollMilliseconds: number;
}

/** The changes of the groups while somebody listens. */
export interface Live {
  /** Adds a listener; gives what ends it. */
  readonly listen: (listener: Listener) => () => void;
  readonly close: () => void;
}

/** After a failure it waits longer, so that a throttled table is not asked in vain. */
const LONGEST_WAIT = 60_000;

/** Looks at the table while somebody listens: one look for all of them. */
export function startLive(options: LiveOptions): Live {
  const listeners = new Set<Listener>();
  let timer: NodeJS.Timeout | undefined;
  let before: string | null = null;
  let wait = options.pollMilliseconds;
  const look = async (): Promise<void> => {
    try {
      const state = await stateOf(options);
      const event = before === null || before === state ? 'still' : 'changed';
      before = state;
      wait = options.pollMilliseconds;
      for (const listener of listeners) listener(event);
    } catch {
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
    if (listeners.size > 0) schedule();
  };
  const schedule = (): void => {
    timer = setTimeout(() => void look(), wait);
    timer.unref();
  };
  const close = (): void => {
    clearTimeout(timer);
    timer = undefined;
    before = null;
    listeners.clear();
  };
  return {
    listen: (listener) => {
      listeners.add(listener);
      if (listeners.size === 1) void look();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) close();
      };
    },
    close,
  };
}

/** A text that differs when a denial was counted or a state was changed. */
async function stateOf({ groups, now }: LiveOptions): Promise<string> {
  const time = now();
  const nextHour = new Date(Date.parse(time) + 3_600_000).toISOString();
  const [{ items }, counts] = await Promise.all([groups.list(), groups.hours(time, nextHour)]);
  const versions = items.map(({ record, version }) => [record.group.fingerprint, version]);
  return JSON.stringify([versions, [...counts].reduce((sum, [, count]) => sum + count, 0)]);
}
