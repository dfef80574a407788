// core/batch/README.md → [rows]: what its table says of the calls of a batch.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AwsCall } from '../../local/wire/endpoint';

/** One row: a call, or several of one kind that follow one another. */
export interface Row {
  readonly action: string;
  /** Whether a repeat makes the call, too. */
  readonly isRepeated: boolean;
  /** What becomes of it where the call fails. */
  readonly failing: string;
}

const README = join(__dirname, '..', '..', 'core', 'batch', 'README.md');
const ROW = /^\| `(\w+:\w+)`(?<dot> ·)?[^|]*\|[^|]*\|(?<failing>[^|]*)\|/gm;

/** The rows for a denial of a new cause, and after them those for a repeat. */
export function rowsOfDenialAndRepeat(): readonly Row[] {
  const rows = [...readFileSync(README, 'utf8').matchAll(ROW)].map(
    ([, action = '', dot, failing = '']) => ({
      action,
      isRepeated: dot !== undefined,
      failing: failing.trim(),
    }),
  );
  return [...rows, ...rows.filter(({ isRepeated }) => isRepeated)];
}

/** The calls without those that follow one of the same action: these share its row. */
export function inRuns(calls: readonly AwsCall[]): readonly AwsCall[] {
  return calls.filter(({ action }, at) => action !== calls[at - 1]?.action);
}

/** The row of the call with this index. */
export function rowOf(index: number, calls: readonly AwsCall[]): Row | undefined {
  return rowsOfDenialAndRepeat()[inRuns(calls.slice(0, index + 1)).length - 1];
}
