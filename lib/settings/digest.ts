// When the digest is made.
import * as v from 'valibot';

/** Once a day, by the clocks of a time zone. */
export interface DigestHour {
  /** 0 to 23. */
  readonly hour: number;
  /**
   * By its IANA name, such as `Europe/Berlin`.
   *
   * @default UTC
   */
  readonly timeZone?: string;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const digestHour = v.pipe(
  v.strictObject({
    hour: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23)),
    // Offsets such as +02:00 are no names, and not every version of Node takes them.
    timeZone: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z]/), v.check(isTimeZone)), 'UTC'),
  }),
  v.readonly(),
);

const digestText = v.pipe(
  v.string(),
  v.regex(/^\d{1,2}(?: \S+)?$/),
  v.transform((text): unknown => {
    const [hour, timeZone] = text.split(' ');
    return { hour: Number(hour), ...(timeZone === undefined ? {} : { timeZone }) };
  }),
  digestHour,
);

/** When the digest is made; on the command line `off`, `8` or `8 Europe/Berlin`. */
export const digest = v.union([v.literal('off'), digestHour, digestText]);
