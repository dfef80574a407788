// [clock] → function: the time that the functions see. Timers, queues and tables keep the real one.

/** A clock that runs as the real one does, moved by so much. */
export interface Clock {
  /** Milliseconds between the real time and this one. */
  moved(): number;
  now(): Date;
  /** Moves it on, or back. */
  advance(minutes: number): void;
  /** Sets it; throws for a text that is no time. */
  set(iso: string): void;
}

/** Starts at the real time. */
export function createClock(): Clock {
  let moved = 0;
  return {
    moved: () => moved,
    now: () => new Date(Date.now() + moved),
    advance: (minutes) => void (moved += minutes * 60_000),
    set: (iso) => void (moved = timeIn(iso) - Date.now()),
  };
}

function timeIn(iso: string): number {
  const time = Date.parse(iso);
  if (Number.isNaN(time))
    throw new Error(`${iso} is no time: give one such as 2026-11-20T09:14:03Z`);
  return time;
}
