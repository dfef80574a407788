// LookupEvents → [coverage] → progress, checkpoints: how far back each operation of a Region is read.

/** How far one operation of a Region is read. */
export interface Checkpoint {
  readonly region: string;
  readonly operation: string;
  /**
   * An ISO time: all that is newer is heard, and what is as old might be heard again; or `end`, where
   * all is heard.
   */
  readonly reached: string;
}

/** A time between two, in milliseconds. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** What is read, and how far; a part is an operation of a Region. */
export interface Coverage {
  readonly from: number;
  readonly operations: readonly string[];
  /** Milliseconds; null where the part is read to its end. */
  readonly reached: (region: string, operation: string) => number | null;
  readonly move: (region: string, operation: string, reached: number | null) => void;
  /** Milliseconds of the span, over all parts. */
  readonly done: () => number;
  readonly of: number;
}

/** Begins where the checkpoints of an earlier run end. */
export function coverageOf(
  span: Span,
  regions: readonly string[],
  operations: readonly string[],
  resume: readonly Checkpoint[],
): Coverage {
  const known = new Map(resume.map((one) => [keyOf(one.region, one.operation), one.reached]));
  const marks = new Map<string, number | null>();
  for (const region of regions)
    for (const operation of operations) {
      const key = keyOf(region, operation);
      marks.set(key, markOf(known.get(key), span));
    }
  const covered = (mark: number | null): number => span.to - (mark ?? span.from);
  return {
    from: span.from,
    operations,
    reached: (region, operation) => marks.get(keyOf(region, operation)) ?? null,
    move: (region, operation, reached) => {
      const mark = reached === null ? null : Math.min(span.to, Math.max(span.from, reached));
      marks.set(keyOf(region, operation), mark);
    },
    done: () => [...marks.values()].reduce<number>((sum, mark) => sum + covered(mark), 0),
    of: (span.to - span.from) * marks.size,
  };
}

function keyOf(region: string, operation: string): string {
  return `${region} ${operation}`;
}

function markOf(reached: string | undefined, { from, to }: Span): number | null {
  if (reached === undefined) return to;
  const time = reached === 'end' ? -Infinity : Date.parse(reached);
  return time < from ? null : Math.min(to, time);
}
