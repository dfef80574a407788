// grouped → [sweep → alert]: sends what waits within the budget, and folds what exceeds it.
import { type Candidate, fold } from '../group/budget';
import type { GroupAlert } from '../group/state';
import type { GroupRecord, StoredGroup } from '../group/stored';
import { latestExplanation } from './alert-of';
import type { BatchPorts } from './ports';
import { isSame, send, type Waiting, waitingOf } from './send';
import { updateGroup } from './update-group';

interface Pending extends Candidate {
  readonly stored: StoredGroup;
  readonly decision: GroupAlert;
}

/** Sends pending alerts; resolves to how many it tried, each on its own or folded with others. */
export async function sendWaiting(
  groups: readonly StoredGroup[],
  ports: BatchPorts,
): Promise<number> {
  const pending = groups.flatMap(pendingOf);
  const { alertsPerMinute } = ports.settings;
  const got = await taken(pending.length, ports);
  const { send: single, folded } = fold(pending, alertsPerMinute - got, alertsPerMinute);
  let tried = 0;
  for (const message of [...single.map((one) => [one]), ...foldedMessages(folded, ports)]) {
    const [first, ...rest] = await claimed(message, ports);
    if (first === undefined) continue;
    if (tried > 0) await ports.pause();
    await send([first, ...rest], ports);
    tried += 1 + rest.length;
  }
  return tried;
}

/** A hub folds account by account, since some receivers are to read of one alone. */
function foldedMessages(
  folded: readonly Pending[],
  { hubAccount, settings }: BatchPorts,
): readonly (readonly Pending[])[] {
  if (hubAccount === undefined) return [folded];
  const accountOf = ({ stored }: Pending) => stored.record.shown.account;
  const accounts = [...new Set(folded.map(accountOf))];
  // Those of further accounts wait for the next sweep.
  return accounts
    .slice(0, settings.alertsPerMinute)
    .map((account) => folded.filter((one) => accountOf(one) === account));
}

function pendingOf(stored: StoredGroup): readonly Pending[] {
  const { group, shown } = stored.record;
  const { pending: decision, fingerprint } = group;
  if (decision === null) return [];
  const { kind, count } = decision;
  return [{ stored, decision, kind, count, fingerprint, summary: shown.summary }];
}

/**
 * The sweep sends one message after another with pauses, so that the seconds need no limit. One message
 * is its own, however many functions sent: no storm of theirs keeps others from being told.
 */
async function taken(wanted: number, { groups, settings, now, warn }: BatchPorts): Promise<number> {
  const most = settings.alertsPerMinute;
  try {
    const limits = { perMinute: most, perSecond: most };
    const got = await groups.takeFromBudget(now(), Math.min(wanted, most), limits);
    return Math.max(1, got);
  } catch (error) {
    warn('the budget of alerts could not be asked; the next sweep tries again', error);
    return 0;
  }
}

/** Notes that these are being sent, so that nobody else does; leaves out what somebody else has begun. */
async function claimed(
  message: readonly Pending[],
  ports: BatchPorts,
): Promise<readonly Waiting[]> {
  const waiting: Waiting[] = [];
  for (const pending of message) {
    try {
      const stored = await claim(pending, ports);
      const one =
        stored && waitingOf(stored, await latestExplanation(stored.record, ports.groups), ports);
      if (one !== null) waiting.push(one);
    } catch (error) {
      ports.warn('an alert could not be prepared; the next sweep tries again', error);
    }
  }
  return waiting;
}

function claim({ stored, decision }: Pending, ports: BatchPorts): Promise<StoredGroup | null> {
  const { group, sending } = stored.record;
  const change = (now: GroupRecord | null) => {
    const isFree = now?.sending?.triedAt === sending?.triedAt;
    if (now === null || !isFree || !isSame(now.group.pending, decision)) return null;
    return { ...now, sending: { triedAt: ports.now(), sentTo: now.sending?.sentTo ?? [] } };
  };
  return updateGroup(ports.groups, group.fingerprint, change, stored);
}
