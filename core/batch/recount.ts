// grouped → [sweep]: makes the count of a group exact again.
import { onRecount } from '../group/rules';
import type { GroupRecord } from '../group/stored';
import { hasCome, minutesAfter } from '../group/time';
import type { BatchPorts } from './ports';

/** Longer than the queue keeps a batch back before it delivers it again. */
const QUIET_MINUTES = 4;
/** A group that is not quiet is looked at again after so long. */
const AGAIN_MINUTES = 10;
const DAY_MINUTES = 24 * 60;

/**
 * Counts the stored denials where that is due and the group has been quiet. Denials expire, so a group
 * that is older than they get keeps the count it has.
 */
export async function recounted(
  record: GroupRecord,
  { groups, settings, now }: Pick<BatchPorts, 'groups' | 'settings' | 'now'>,
): Promise<GroupRecord> {
  const { group, recountAfter, countedAt } = record;
  if (recountAfter === null || !hasCome(recountAfter, now())) return record;
  const oldest = minutesAfter(group.firstSeen, (settings.retentionDays - 1) * DAY_MINUTES);
  if (hasCome(oldest, now())) return { ...record, recountAfter: null };
  if (!hasCome(minutesAfter(countedAt, QUIET_MINUTES), now()))
    return { ...record, recountAfter: minutesAfter(now(), AGAIN_MINUTES) };
  const count = await groups.countOccurrences(group.fingerprint);
  return { ...record, group: onRecount(group, count), recountAfter: null };
}
