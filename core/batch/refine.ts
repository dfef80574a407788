// grouped → [sweep → decoded → explained]: explains again what STS was out of reach for.
import { denialOf } from '../event/denial';
import { readRecord } from '../event/cloudtrail-record';
import type { GroupRecord, StoredExplanation } from '../group/stored';
import { hasCome, minutesAfter } from '../group/time';
import { explained } from './explained';
import { readOrNull, RETRY_MINUTES } from './explanations';
import type { BatchPorts } from './ports';

/** What becomes of a record by being refined. */
type Refined = Pick<GroupRecord, 'refineAfter' | 'shown'>;

/** Asks STS again for each launch shape that it was out of reach for; null where that is not due. */
export async function refined(record: GroupRecord, ports: BatchPorts): Promise<Refined | null> {
  const { group, shown, refineAfter } = record;
  if (refineAfter === null || !hasCome(refineAfter, ports.now())) return null;
  let latest = shown;
  for (const shape of shown.shapes) {
    const stored = await readOrNull(ports.groups, group.fingerprint, shape);
    if (stored === null || stored.undecodedRecord === null) continue;
    const again = await explainedAgain(stored.undecodedRecord, shape, ports);
    if (again?.undecodedRecord !== null)
      return { shown: latest, refineAfter: minutesAfter(ports.now(), RETRY_MINUTES) };
    await ports.groups.writeExplanation(group.fingerprint, again);
    const { summary, reason } = again.explanation;
    latest = { ...latest, summary, reasonCode: reason.code };
  }
  return { shown: latest, refineAfter: null };
}

async function explainedAgain(
  json: string,
  shape: string,
  ports: BatchPorts,
): Promise<StoredExplanation | null> {
  const record = readRecord(JSON.parse(json));
  return record && explained({ record, denial: denialOf(record) }, shape, ports);
}
