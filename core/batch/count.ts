// explained → [grouped] → alert: counts the denials of a batch, and decides whether people are told.
import type { Group } from '../group/state';
import { type Batch, onDenials, onPastDenials } from '../group/rules';
import { shownOf } from '../group/shown';
import type { GroupRecord, StoredGroup } from '../group/stored';
import { earlier, later, minutesAfter } from '../group/time';
import { budgetLimits } from './budget-limits';
import { RETRY_MINUTES } from './explanations';
import type { Arrived } from './group-arrivals';
import type { BatchPorts, PastPorts } from './ports';
import { type AllTold, latestOf } from './told';
import { updateGroup } from './update-group';

/** After so long the stored denials are counted, since events may come twice. */
const RECOUNT_MINUTES = 30;

/** A counted group, and whether an alert was decided that is to be sent now or by the sweep. */
interface Counted {
  readonly group: StoredGroup | null;
  readonly decision: 'now' | 'later' | 'none';
}

/** Counts denials; throws where the group could not be written. */
export async function count(arrived: Arrived, told: AllTold, ports: BatchPorts): Promise<Counted> {
  const { fingerprint } = arrived;
  // Asked once, however often the group has to be written.
  let mayLeave: Promise<boolean> | undefined;
  let decision: Counted['decision'] = 'none';
  const change = async (before: GroupRecord | null): Promise<GroupRecord> => {
    const now = ports.now();
    const batch = batchOf(arrived, told, now);
    const { group, alert } = onDenials(before?.group ?? null, batch, ports.settings, now);
    decision = alert === null ? 'none' : (await (mayLeave ??= takeOne(ports))) ? 'now' : 'later';
    const counted = countedRecord(before, group, { arrived, told, now });
    if (decision === 'none') return counted;
    return { ...counted, sending: decision === 'now' ? { triedAt: now, sentTo: [] } : null };
  };
  const group = await updateGroup(ports.groups, fingerprint, change);
  return { group, decision };
}

/** Counts denials of the history; nobody is told of them. Throws where the group could not be written. */
export async function countPast(
  arrived: Arrived,
  told: AllTold,
  { groups, settings, now: clock }: Pick<PastPorts, 'groups' | 'settings' | 'now'>,
): Promise<void> {
  await updateGroup(groups, arrived.fingerprint, (before) => {
    const now = clock();
    const batch = batchOf(arrived, told, now);
    const group = onPastDenials(before?.group ?? null, batch, settings, now);
    return countedRecord(before, group, { arrived, told, now });
  });
}

interface Added {
  readonly arrived: Arrived;
  readonly told: AllTold;
  readonly now: string;
}

function countedRecord(
  before: GroupRecord | null,
  group: Group,
  { arrived, told, now }: Added,
): GroupRecord {
  const { stored } = latestOf(told);
  const isOut = told.some(({ stored: { undecodedRecord } }) => undecodedRecord !== null);
  const added = told.map(({ occurrence }) => occurrence);
  const principal = arrived.names.principals[0] ?? '';
  return {
    group,
    shown: shownOf(before?.shown ?? null, principal, stored.explanation, added),
    sending: before?.sending ?? null,
    countedAt: now,
    recountAfter: before?.recountAfter ?? minutesAfter(now, RECOUNT_MINUTES),
    refineAfter: before?.refineAfter ?? (isOut ? minutesAfter(now, RETRY_MINUTES) : null),
  };
}

function batchOf({ fingerprint, names }: Arrived, told: AllTold, now: string): Batch {
  const times = told.map(({ occurrence }) => occurrence.time || now);
  const [first = now] = times;
  return {
    ...names,
    fingerprint,
    n: times.length,
    firstSeen: times.reduce(earlier, first),
    lastSeen: times.reduce(later, first),
  };
}

/** Whether the budget lets one more alert leave; where it cannot be asked, the sweep asks it. */
async function takeOne({ groups, settings, now, warn }: BatchPorts): Promise<boolean> {
  try {
    return (await groups.takeFromBudget(now(), 1, budgetLimits(settings))) === 1;
  } catch (error) {
    warn('the budget of alerts could not be asked; the sweep sends the alert', error);
    return false;
  }
}
