// Log lines of the functions, written past the console: Lambda's would wrap each line in another JSON, and
// metrics in it would not be found.
// @see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-logging.html

/** What is known of an event worth a line. */
export type Fields = Readonly<Record<string, unknown>>;

/** Writes a line about something that went as planned. */
export function logInfo(message: string, fields: Fields): void {
  print(line('INFO', message, fields));
}

/** Writes a line about something that failed, with what caused it. */
export function logError(message: string, error: unknown, fields: Fields): void {
  print(line('ERROR', message, { ...fields, error: told(error) }));
}

/** Writes lines that CloudWatch makes metrics of. */
export function logMetrics(lines: readonly unknown[]): void {
  for (const each of lines) print(JSON.stringify(each));
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
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
