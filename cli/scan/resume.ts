// source ⇄ [file]: what CloudTrail answered, line by line, so that a scan can go on where it ended.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Checkpoint } from '../../adapters/lookup-events';
import { Failure } from '../../core/failure';
import type { TimeRange } from '../../core/review/query';

const header = v.object({
  scan: v.object({
    regions: v.array(v.string()),
    operations: v.array(v.string()),
    range: v.object({ from: v.string(), to: v.string() }),
  }),
});
const line = v.union([
  header,
  v.object({ record: v.string() }),
  v.object({
    checkpoint: v.object({ region: v.string(), operation: v.string(), reached: v.string() }),
  }),
]);

/** What a scan looks at. */
export interface Looked {
  readonly regions: readonly string[];
  readonly operations: readonly string[];
  readonly range: TimeRange;
}

/** A scan that was begun, and how what it hears is kept. */
export interface Resumed extends Looked {
  readonly records: readonly string[];
  readonly checkpoints: readonly Checkpoint[];
  readonly keep: (kept: { readonly record: string } | { readonly checkpoint: Checkpoint }) => void;
}

/**
 * Opens the file of a scan, or begins one; what was asked for then is asked for again. Throws a
 * `Failure` `RESUME_UNREADABLE`.
 */
export async function openResume(path: string, begin: () => Promise<Looked>): Promise<Resumed> {
  const keep: Resumed['keep'] = (kept) => append(path, kept);
  if (!existsSync(path)) {
    const looked = await begin();
    append(path, { scan: looked });
    return { ...looked, records: [], checkpoints: [], keep };
  }
  const lines = readLines(path);
  const [first] = lines.flatMap((one) => ('scan' in one ? [one.scan] : []));
  if (first === undefined) throw unreadable(path, 'it does not begin with what was looked for');
  return {
    ...first,
    records: lines.flatMap((one) => ('record' in one ? [one.record] : [])),
    checkpoints: lines.flatMap((one) => ('checkpoint' in one ? [one.checkpoint] : [])),
    keep,
  };
}

function readLines(path: string): readonly v.InferOutput<typeof line>[] {
  const texts = readFileSync(path, 'utf8')
    .split('\n')
    .filter((text) => text.trim() !== '');
  return texts.flatMap((text, at) => {
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), line), text);
    if (parsed.success) return [parsed.output];
    // The last line may have been cut when the scan ended.
    if (at === texts.length - 1 && at > 0) return [];
    throw unreadable(path, `line ${at + 1} is none of a scan`);
  });
}

function append(path: string, what: object): void {
  try {
    appendFileSync(path, `${JSON.stringify(what)}\n`);
  } catch (error) {
    throw new Failure(
      'RESUME_UNREADABLE',
      `${path} could not be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function unreadable(path: string, why: string): Failure {
  return new Failure(
    'RESUME_UNREADABLE',
    `${path} is no file of a scan: ${why}; give a new name, or the file that --resume wrote before`,
  );
}
