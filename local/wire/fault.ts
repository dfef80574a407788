// handler → [fault] → endpoint: what a test lets go wrong with a call, in one place for every service.
import type { PolicyRequest } from '../policy/evaluate';
import type { Reply } from './loopback';

/**
 * What goes wrong with one call.
 *
 * - `refused`: status 500 of the service, nothing done
 * - `throttled`: the throttling error of the service, nothing done
 * - `no-answer`: the connection stays open and silent, nothing done
 * - `answer-lost`: it is done, and the connection ends without an answer
 * - `killed-before`, `killed-after`: the process of the caller ends before or after it is done
 */
export type Fault =
  'refused' | 'throttled' | 'no-answer' | 'answer-lost' | 'killed-before' | 'killed-after';

/** The faults that a service answers with an error of its own. */
export type AnsweredFault = Extract<Fault, 'refused' | 'throttled'>;

/** One request on the wire; an SDK client that tries again makes another. */
export interface FaultyCall extends PolicyRequest {
  /** Counts the requests of all functions to all endpoints from 0, since the plan was set. */
  readonly index: number;
  /** The function that calls. */
  readonly by: string;
}

/** Decides on each request of a function what goes wrong with it, if anything. */
export type FaultPlan = (call: FaultyCall) => Fault | null;

/** What may go wrong with the calls of one caller. */
export interface Trouble {
  next(request: PolicyRequest): Fault | null;
  /** Ends the process of the caller; resolves when it is gone. */
  kill(): Promise<void>;
}

/** The plan that is in force. */
export interface Faults {
  set(plan: FaultPlan | null): void;
  next(by: string, request: PolicyRequest): Fault | null;
}

/** Starts without a plan. */
export function createFaults(): Faults {
  let plan: FaultPlan | null = null;
  let index = 0;
  return {
    set(next) {
      plan = next;
      index = 0;
    },
    next: (by, { action, resource }) => plan && plan({ index: index++, by, action, resource }),
  };
}

/** How a call ends on the wire: with an answer, with a silent connection, or with a broken one. */
export type End = Reply | 'silent' | 'broken';

/** Carries a call out as far as the fault lets it. */
export async function endUnder(
  fault: Fault | null,
  carryOut: () => Promise<Reply>,
  fail: (fault: AnsweredFault) => Reply,
  kill: () => Promise<void>,
): Promise<End> {
  switch (fault) {
    case null:
      return carryOut();
    case 'refused':
    case 'throttled':
      return fail(fault);
    case 'no-answer':
      return 'silent';
    case 'answer-lost':
      await carryOut();
      return 'broken';
    case 'killed-before':
      await kill();
      return 'broken';
    case 'killed-after':
      await carryOut();
      await kill();
      return 'broken';
  }
}
