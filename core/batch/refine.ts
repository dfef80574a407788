// grouped → [sweep → decoded → explained]: explains again what STS was out of reach for.
import { denialOf } from '../event/denial';
import { readRecord } from '../event/cloudtrail-record';
import type { GroupRecord, ShownGroup, StoredExplanation } from '../group/stored';
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
  let latest: StoredExplanation | null = null;
  for (const shape of shown.shapes) {
    const stored = await readOrNull(ports.groups, group.fingerprint, shape);
    const isOut = stored !== null && stored.undecodedRecord !== null;
    latest = isOut ? await explainedAgain(stored.undecodedRecord, shape, ports) : stored;
    if (latest === null) continue;
    if (latest.undecodedRecord !== null)
      return { shown, refineAfter: minutesAfter(ports.now(), RETRY_MINUTES) };
    if (isOut) await ports.groups.writeExplanation(group.fingerprint, latest);
  }
  return { shown: wordedBy(latest, shown), refineAfter: null };
}

/** What is shown, in the words of the latest launches as far as these are not lost. */
function wordedBy(latest: StoredExplanation | null, shown: ShownGroup): ShownGroup {
  if (latest === null) return shown;
  const { summary, reason } = latest.explanation;
  return { ...shown, summary, reasonCode: reason.code };
}

async function explainedAgain(
  json: string,
  shape: string,
  ports: BatchPorts,
): Promise<StoredExplanation | null> {
  const record = readRecord(JSON.parse(json));
  return record && explained({ record, denial: denialOf(record) }, shape, ports);
}
