// grouped → [sweep] → alert: what waits for no denial. Sends, tries again, counts again, explains again.
import type { GroupRecord, StoredGroup } from '../group/stored';
import { sendAfter } from '../group/waits';
import { hasCome } from '../group/time';
import { onSweep } from '../group/rules';
import type { BatchPorts } from './ports';
import { recounted } from './recount';
import { refined } from './refine';
import { sendDigest } from './send-digest';
import { sendWaiting } from './send-waiting';
import { updateGroup } from './update-group';

/** Groups that one sweep looks at, the longest waiting first; the others wait for the next. */
const MOST_GROUPS = 600;

/** What a sweep did. */
export interface SweepResult {
  /** Groups that had something to wait for. */
  readonly looked: number;
  /** Alerts that it tried to send, each on its own or folded with others. */
  readonly tried: number;
}

/** Looks after all groups that wait; a failure stays with its group. Throws where none can be read. */
export async function sweep(ports: BatchPorts): Promise<SweepResult> {
  const due = await ports.groups.due(ports.now(), MOST_GROUPS);
  const waiting: StoredGroup[] = [];
  for (const stored of due) {
    try {
      const latest = await lookedAfter(stored, ports);
      if (isDue(latest.record, ports.now())) waiting.push(latest);
    } catch (error) {
      ports.warn('a group could not be looked after; the next sweep tries again', error);
    }
  }
  const tried = await sendWaiting(waiting, ports);
  await sendDigest(ports);
  return { looked: due.length, tried };
}

function isDue(record: GroupRecord, now: string): boolean {
  const at = sendAfter(record);
  return at !== null && hasCome(at, now);
}

async function lookedAfter(stored: StoredGroup, ports: BatchPorts): Promise<StoredGroup> {
  const { fingerprint } = stored.record.group;
  const refine = await refined(stored.record, ports);
  const change = async (record: GroupRecord | null): Promise<GroupRecord | null> => {
    if (record === null) return null;
    // Where others wrote meanwhile, the next sweep takes over what was explained again.
    const isRefined = refine !== null && record === stored.record;
    const exact = await recounted(isRefined ? { ...record, ...refine } : record, ports);
    const { group } = onSweep(exact.group, ports.now());
    if (group === exact.group) return exact === record ? null : exact;
    // What is decided now, nobody has begun to send.
    return { ...exact, group, sending: null };
  };
  return (await updateGroup(ports.groups, fingerprint, change, stored)) ?? stored;
}
