// widget → [group]: a change of state that somebody asked for on a dashboard.
import type { Groups } from '../../core/group/stored';
import { moveGroup } from '../../core/review/move-group';
import { movedWords, readMove } from '../../core/review/moves';

/** A change that was asked for, before it is checked. */
export interface AskedMove {
  readonly name: string;
  readonly fingerprint: string;
  /** How long to mute. */
  readonly length: string | undefined;
}

/** CloudWatch does not say who is looking. */
const BY = 'CloudWatch dashboard';

/** Makes the change, and says in one sentence what became of it. */
export async function moved(
  groups: Pick<Groups, 'read' | 'write'>,
  { name, fingerprint, length }: AskedMove,
  now: string,
): Promise<string> {
  const move = readMove(name, length, now);
  if (move === null) return 'Nothing was changed: the widget asked for no change that exists.';
  const result = await moveGroup(groups, fingerprint, move, { by: BY, now });
  return movedWords(result) ?? 'The change was made.';
}
