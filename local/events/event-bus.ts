// function → [event bus] → rule → queue: the default bus, with a record of what functions put on it.
import type { PutResult } from '../put-event';
import type { Clock } from '../runtime/clock';
import type { BusEvent } from './bus-event';

/** An event that a function put on the bus. */
export interface PutBusEvent {
  readonly event: BusEvent;
  /** Whether a rule of the stack itself matched it. */
  readonly matched: boolean;
}

/** The default bus as the functions reach it. */
export interface EventBus {
  put(event: BusEvent): Promise<void>;
  /** The time of an event that does not state its own. */
  now(): Date;
  /** Every event so far, oldest first. */
  readonly events: readonly PutBusEvent[];
}

/** Takes events of functions to the same rules as all other events. */
export function createEventBus(
  toRules: (event: unknown) => Promise<PutResult>,
  clock: Clock,
): EventBus {
  const events: PutBusEvent[] = [];
  return {
    events,
    now: () => clock.now(),
    async put(event) {
      const { matched } = await toRules(event);
      events.push({ event, matched });
    },
  };
}
