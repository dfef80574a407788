// denial → [group]: times as ISO 8601 texts; what the time is comes in as an argument.

const MINUTE = 60_000;

/** Whether the time has come; one that cannot be read has, so that nothing waits for it for ever. */
export function hasCome(time: string, now: string): boolean {
  return !(Date.parse(time) > Date.parse(now));
}

/** The time some minutes later, in UTC; a time that cannot be read stays as it is. */
export function minutesAfter(time: string, minutes: number): string {
  const then = Date.parse(time) + minutes * MINUTE;
  return Number.isNaN(then) ? time : new Date(then).toISOString();
}

/** The earlier of two times; of two that do not compare, the one that can be read. */
export function earlier(one: string | null, other: string): string {
  return one !== null && (Date.parse(one) <= Date.parse(other) || !isReadable(other)) ? one : other;
}

/** The later of two times; of two that do not compare, the one that can be read. */
export function later(one: string | null, other: string): string {
  return one !== null && (Date.parse(one) >= Date.parse(other) || !isReadable(other)) ? one : other;
}

function isReadable(time: string): boolean {
  return !Number.isNaN(Date.parse(time));
}
