// reviewed → [grouped]: changes the state of a group as a person asks for it.
import type { Group } from '../group/state';
import type { GroupRecord, Groups } from '../group/stored';

/** Others who write at the same time let one of each round through. */
const MOST_TRIES = 5;

/** Moves a group; what it gives back unchanged is not written, and a text says what is wrong. */
export type Move = (
  group: Group,
  by: string,
  now: string,
) => Group | { readonly kind: 'refused'; readonly why: string };

/** What became of a move. */
export type Moved =
  | { readonly kind: 'moved'; readonly before: Group; readonly record: GroupRecord }
  | { readonly kind: 'stayed'; readonly record: GroupRecord }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'busy'; readonly tries: number };

/** Who moves a group (a person's ARN, or what stands for it), and when (ISO 8601). */
export interface Mover {
  readonly by: string;
  readonly now: string;
}

/** Moves the group, again from its latest state where somebody else wrote meanwhile. */
export async function moveGroup(
  groups: Pick<Groups, 'read' | 'write'>,
  fingerprint: string,
  move: Move,
  { by, now }: Mover,
): Promise<Moved> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const stored = await groups.read(fingerprint);
    if (stored === null) return { kind: 'not-found' };
    const { record, version } = stored;
    const group = move(record.group, by, now);
    if ('why' in group) return group;
    if (group === record.group) return { kind: 'stayed', record };
    const sending = group.pending === null ? null : record.sending;
    const next = { ...record, group, sending };
    if (await groups.write(next, version))
      return { kind: 'moved', before: record.group, record: next };
  }
  return { kind: 'busy', tries: MOST_TRIES };
}
