// Numbers and dates of conditions, as numbers that can be compared.

const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)$/;

const DAY = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[-+]\d\d:\d\d)$/;

/** An integer or a decimal; NaN for any other text. */
export function numberOf(text: string): number {
  return NUMBER.test(text) ? Number(text) : NaN;
}

/**
 * Milliseconds since 1970 of an ISO 8601 date in a W3C form, or of seconds since 1970; NaN for any
 * other text. Four digits are a year.
 * @see https://www.w3.org/TR/NOTE-datetime
 */
export function timeOf(text: string): number {
  if (TIME.test(text) || DAY.test(text)) return Date.parse(text);
  return numberOf(text) * 1_000;
}
