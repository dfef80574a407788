// What a look into the past says beside its answer, on standard error.
import { inert } from '../../core/render/inert';
import { STATUS } from '../groups/outcome';

/** Says one line. */
export function note(text: string): void {
  process.stderr.write(`launch-denied: ${inert(text)}\n`);
}

/** Says why the command ends here; the exit status. */
export function failed(why: string): number {
  note(why);
  return STATUS.failed;
}
