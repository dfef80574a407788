// grouped → [alert]: sends pending alerts on every face that does not have them yet.
import type { Alert } from '../alert/alert';
import type { Explanation } from '../contract';
import { onAlertSent } from '../group/rules';
import type { GroupAlert } from '../group/state';
import { type Face, FACES, type GroupRecord, type StoredGroup } from '../group/stored';
import { alertOf } from './alert-of';
import type { BatchPorts } from './ports';
import { updateGroup } from './update-group';

/** A pending alert that somebody has begun to send. */
export interface Waiting {
  readonly stored: StoredGroup;
  readonly decision: GroupAlert;
  readonly alert: Alert;
}

/** Makes a pending alert ready; null where the group has none. */
export function waitingOf(
  stored: StoredGroup,
  explanation: Explanation,
  { settings }: Pick<BatchPorts, 'settings'>,
): Waiting | null {
  const decision = stored.record.group.pending;
  if (decision === null) return null;
  return { stored, decision, alert: alertOf(stored.record, decision, explanation, settings) };
}

/**
 * Sends alerts, on each face as one message, and notes which faces have them. What could not be sent
 * stays pending; never throws.
 */
export async function send(
  all: readonly [Waiting, ...Waiting[]],
  ports: BatchPorts,
): Promise<void> {
  const reached: Face[] = [];
  for (const face of facesOf(ports)) if (await reaches(face, all, ports)) reached.push(face);
  for (const waiting of all) {
    try {
      await note(waiting, reached, ports);
    } catch (error) {
      ports.warn('an alert was sent and could not be noted; it will be sent again', error);
    }
  }
}

function facesOf({ senders }: BatchPorts): readonly Face[] {
  return FACES.filter((face) => senders[face] !== undefined);
}

/** Whether all of them have been sent to the face, now or before. */
async function reaches(
  face: Face,
  all: readonly Waiting[],
  { senders, warn }: BatchPorts,
): Promise<boolean> {
  const [first, ...rest] = all.filter(
    ({ stored: { record } }) => !record.sending?.sentTo.includes(face),
  );
  if (first === undefined) return true;
  try {
    await senders[face]?.alerts([first.alert, ...rest.map(({ alert }) => alert)]);
    return true;
  } catch (error) {
    warn(`alerts could not be sent as ${face}; they are tried again`, error);
    return false;
  }
}

async function note(
  { stored, decision }: Waiting,
  reached: readonly Face[],
  ports: BatchPorts,
): Promise<void> {
  const change = (record: GroupRecord | null) => {
    if (record === null) return null;
    const { sending } = record;
    const sentTo = FACES.filter((face) => reached.includes(face) || sending?.sentTo.includes(face));
    // Meanwhile somebody may have muted the group, or another alert may have been decided.
    const isPending = isSame(record.group.pending, decision);
    if (facesOf(ports).every((face) => sentTo.includes(face))) {
      const sent = onAlertSent(record.group, decision, ports.now());
      return { ...record, group: sent, ...(isPending ? { sending: null } : {}) };
    }
    return isPending && sending ? { ...record, sending: { ...sending, sentTo } } : null;
  };
  await updateGroup(ports.groups, stored.record.group.fingerprint, change, stored);
}

/** Whether two decisions are one. */
export function isSame(one: GroupAlert | null, other: GroupAlert): boolean {
  return one?.at === other.at && one.kind === other.kind;
}
