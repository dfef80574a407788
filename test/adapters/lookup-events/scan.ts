// Runs a source against a stand-in, on a clock that the test moves.
import { types } from 'node:util';
import * as v from 'valibot';
import { lookupEvents, type LookupOptions } from '../../../adapters/lookup-events';

/**
 * Under jest the errors of Node's own modules are of another realm, and the SDK wraps what is no Error
 * of its realm; outside of tests it never does.
 */
export function acceptErrorsOfNode(): void {
  const plain = Function.prototype[Symbol.hasInstance];
  Object.defineProperty(Error, Symbol.hasInstance, {
    value(this: unknown, error: unknown) {
      return this === Error ? types.isNativeError(error) : plain.call(this, error);
    },
  });
}

/** A clock whose waits end at once. */
export function fakeClock(latency: () => number = () => 40) {
  let time = 0;
  const waits: number[] = [];
  return {
    waits,
    now: () => time,
    pass: () => void (time += latency()),
    sleep: async (milliseconds: number, signal: AbortSignal): Promise<void> => {
      signal.throwIfAborted();
      waits.push(milliseconds);
      time += milliseconds;
    },
  };
}

/** Where a stand-in is asked. */
export const connectionTo = (url: string) => ({
  endpoint: url,
  credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'an-invented-secret' },
});

const record = v.object({ eventID: v.string() });

/** Reads all, and returns what was heard. */
export async function scan(options: LookupOptions, signal = new AbortController().signal) {
  const heard: string[] = [];
  const damaged: (readonly [string, string])[] = [];
  const progress: (readonly [number, number | null])[] = [];
  const listener = {
    record: (json: string) => void heard.push(v.parse(record, JSON.parse(json)).eventID),
    damaged: (where: string, why: string) => void damaged.push([where, why]),
    progress: (done: number, of: number | null) => void progress.push([done, of]),
  };
  let thrown: unknown = null;
  try {
    await lookupEvents(options)(listener, signal);
  } catch (error) {
    thrown = error;
  }
  return { heard, damaged, progress, thrown };
}
