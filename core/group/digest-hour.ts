// group → [digest]: when the next digest is due.

/** When the digest is made. */
export interface DigestSetting {
  /** 0 to 23, by the clocks of the time zone. */
  readonly hour: number;
  /** By its IANA name, such as `Europe/Berlin`. */
  readonly timeZone: string;
}

/**
 * Whether the hour has come since the last digest; times are ISO 8601. An hour that clocks skip comes
 * when they have skipped it, one that they repeat comes once. The first digest ever waits for its hour.
 * Throws a RangeError for a time zone that does not exist.
 */
export function digestDue(
  { hour, timeZone }: DigestSetting,
  lastDigestAt: string | null,
  now: string,
): boolean {
  const clock = clockOf(now, timeZone);
  if (lastDigestAt === null) return clock.hour === hour;
  return digestDay(clockOf(lastDigestAt, timeZone), hour) < digestDay(clock, hour);
}

interface Clock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
}

/** The day whose digest is the latest due, in milliseconds: before the hour it is the day before. */
function digestDay(clock: Clock, hour: number): number {
  return Date.UTC(clock.year, clock.month - 1, clock.day - (clock.hour < hour ? 1 : 0));
}

function clockOf(time: string, timeZone: string): Clock {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
  }).formatToParts(new Date(time));
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
  return { year: read('year'), month: read('month'), day: read('day'), hour: read('hour') };
}
