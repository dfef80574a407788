// Log lines of the function. Lambda takes a line of JSON as it is and filters by its level.
// @see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-logging.html

/** What is known of an event worth a line. */
export type Fields = Readonly<Record<string, unknown>>;

/** Writes a line about something that went as planned. */
export function logInfo(message: string, fields: Fields): void {
  console.info(line('INFO', message, fields));
}

/** Writes a line about something that failed, with what caused it. */
export function logError(message: string, error: unknown, fields: Fields): void {
  console.error(line('ERROR', message, { ...fields, error: told(error) }));
}

/** Writes lines that CloudWatch makes metrics of. */
export function logMetrics(lines: readonly unknown[]): void {
  for (const each of lines) console.log(JSON.stringify(each));
}

function line(level: string, message: string, fields: Fields): string {
  return JSON.stringify({ timestamp: new Date().toISOString(), level, message, ...fields });
}

/** An error's own words, and those of what caused it. */
function told(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const { name, message, stack, cause } = error;
  return { name, message, stack, ...(cause === undefined ? {} : { cause: told(cause) }) };
}
