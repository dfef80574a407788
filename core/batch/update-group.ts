// explained → [grouped] → alert: changes a stored group although others change it, too.
import { Failure } from '../failure';
import type { GroupRecord, Groups, StoredGroup } from '../group/stored';

/** More writers than functions run at once; each round, one of them gets through. */
const MOST_TRIES = 12;

/** Makes a record of the one before; null where nothing is to be written. */
export type Change = (
  record: GroupRecord | null,
) => GroupRecord | null | Promise<GroupRecord | null>;

/**
 * Changes a group, again from its latest state where somebody else wrote meanwhile; what the caller read
 * or wrote last saves a read. Resolves to null where nothing was written. Throws `GROUP_BUSY` after
 * twelve tries.
 */
export async function updateGroup(
  groups: Pick<Groups, 'read' | 'write'>,
  fingerprint: string,
  change: Change,
  known?: StoredGroup,
): Promise<StoredGroup | null> {
  let stored = known ?? (await groups.read(fingerprint));
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const record = await change(stored?.record ?? null);
    const version = stored?.version ?? null;
    if (record === null) return null;
    if (await groups.write(record, version)) return { record, version: (version ?? 0) + 1 };
    stored = await groups.read(fingerprint);
  }
  throw new Failure(
    'GROUP_BUSY',
    `the group ${fingerprint} was changed by others in each of ${MOST_TRIES} tries; try again`,
  );
}
