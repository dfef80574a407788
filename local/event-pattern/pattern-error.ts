// Event patterns are refused as EventBridge refuses them: before any event is put.

/** Says where an event pattern is invalid, and why. */
export class PatternError extends Error {
  override readonly name = 'PatternError';

  constructor(path: string, problem: string) {
    super(`the event pattern is invalid at ${path || 'its top'}: ${problem}`);
  }
}

/** A value as an error names it. */
export function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
