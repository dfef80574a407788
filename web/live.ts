// table → [changes]: tells open pages when the groups changed.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Groups } from '../core/group/stored';

/**
 * Somebody who wants to hear; `still` says that the server is there. The first word is `changed`, as
 * nobody knows what changed between a page and its listening.
 */
type Listener = (event: 'changed' | 'still') => void;

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
  const greeted = new WeakSet<Listener>();
  const tell = (state: 'changed' | 'same' | 'failed'): void => {
    for (const listener of listeners) {
      const isNew = state !== 'failed' && !greeted.has(listener);
      if (isNew) greeted.add(listener);
      listener(isNew || state === 'changed' ? 'changed' : 'still');
    }
  };
  let watching: AbortController | undefined;
  const close = (): void => {
    watching?.abort();
    watching = undefined;
    listeners.clear();
  };
  return {
    listen: (listener) => {
      listeners.add(listener);
      if (watching === undefined) {
        watching = new AbortController();
        void watch(options, tell, watching.signal);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) close();
      };
    },
    close,
  };
}

async function watch(
  options: LiveOptions,
  tell: (state: 'changed' | 'same' | 'failed') => void,
  signal: AbortSignal,
): Promise<void> {
  const { pollMilliseconds } = options;
  let before: string | null = null;
  let wait = pollMilliseconds;
  while (!signal.aborted) {
    const state = await stateOf(options).catch(() => null);
    if (signal.aborted) return;
    const isSame = before === null || before === state;
    tell(state === null ? 'failed' : isSame ? 'same' : 'changed');
    before = state ?? before;
    wait = state === null ? Math.min(wait * 2, LONGEST_WAIT) : pollMilliseconds;
    await sleep(wait, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

/** A text that differs when a denial was counted or a state was changed. */
async function stateOf({ groups, now }: LiveOptions): Promise<string> {
  const time = now();
  const nextHour = new Date(Date.parse(time) + 3_600_000).toISOString();
  const [{ items }, counts] = await Promise.all([groups.list(), groups.hours(time, nextHour)]);
  const versions = items.map(({ record, version }) => [record.group.fingerprint, version]);
  return JSON.stringify([versions, [...counts.values()].reduce((sum, count) => sum + count, 0)]);
}
