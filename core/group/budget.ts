// group → [alert]: how many alerts leave in a minute, and what becomes of the others.
import { ALERT_KINDS, type AlertKind } from './state';

/** Far below the 10 messages a second at which SNS suspends an e-mail subscription. @see https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html */
export const ALERTS_A_MINUTE = 20;

/** One alert lists so many causes: their first lines fit into the 256 KiB of an SNS message. */
const LONGEST_LIST = 500;

/** An alert that waits to be sent. */
export interface Candidate {
  readonly fingerprint: string;
  /** The first line of its explanation. */
  readonly summary: string;
  readonly count: number;
  readonly kind: AlertKind;
}

/** What becomes of the alerts that wait; each of them is in exactly one list. */
export interface Folded<T> {
  /** Each as an alert of its own. */
  readonly send: readonly T[];
  /** All in one alert; empty or at least two. */
  readonly folded: readonly T[];
  /** Left for the next time: the minute is full. */
  readonly waiting: readonly T[];
}

/**
 * Shares out what is left of a minute's alerts: new causes first, then regressed, then the loudest.
 * What exceeds it is folded into the minute's last alert. A limit below one counts as one.
 */
export function fold<T extends Candidate>(
  pending: readonly T[],
  sentInLastMinute: number,
  limit: number = ALERTS_A_MINUTE,
): Folded<T> {
  const room = Math.max(0, Math.max(1, Math.floor(limit)) - sentInLastMinute);
  const ranked = pending.toSorted(byRank);
  if (ranked.length <= room) return { send: ranked, folded: [], waiting: [] };
  if (room === 0) return { send: [], folded: [], waiting: ranked };
  const end = room - 1 + LONGEST_LIST;
  return {
    send: ranked.slice(0, room - 1),
    folded: ranked.slice(room - 1, end),
    waiting: ranked.slice(end),
  };
}

function byRank(one: Candidate, other: Candidate): number {
  return (
    ALERT_KINDS.indexOf(one.kind) - ALERT_KINDS.indexOf(other.kind) ||
    other.count - one.count ||
    (one.fingerprint < other.fingerprint ? -1 : 1)
  );
}
