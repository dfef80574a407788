// history → [records] → grouped → shown: what every source of past denials tells while it is read.

/** Hears what a source finds. */
export interface Listener {
  /** One CloudTrail record as JSON that looks like a denial; whoever hears it looks again. */
  readonly record: (json: string) => void;
  /** A part that could not be read and was passed over, and why. */
  readonly damaged: (where: string, why: string) => void;
  /** How much is done, of how much; null where nobody knows. The unit is the source's own. */
  readonly progress: (done: number, of: number | null) => void;
}

/**
 * Reads a history from its begin to its end, or until it is told to stop; then it resolves with what
 * was heard so far. Throws where the history as a whole cannot be read.
 */
export type Source = (listener: Listener, signal: AbortSignal) => Promise<void>;
