// denial → [group]: what is known of all denials with one fingerprint.
import type { GroupState } from './transitions';

/** How long a group stays quiet: until a time (ISO 8601), until its count, or for good. */
export type Mute =
  { readonly until: string } | { readonly untilCount: number } | { readonly forever: true };

export const ALERT_KINDS = ['new', 'regressed', 'repeated'] as const;

/** Why a group speaks up. */
export type AlertKind = (typeof ALERT_KINDS)[number];

/** A decision to alert; it is kept with the group until the alert is sent. */
export interface GroupAlert {
  readonly kind: AlertKind;
  /** How many denials of the group people have been told of once it is sent. */
  readonly count: number;
  /** How many of them were held back until now; a new or regressed one is told of beside them. */
  readonly heldBack: number;
  /** When the first of those it tells of was denied; ISO 8601. */
  readonly since: string;
  /** When it was decided; ISO 8601. */
  readonly at: string;
}

/** A change of state, by a person (ARN) or by the rules. */
export interface StateChange {
  readonly at: string;
  readonly by: string;
  /** Null where the group began. */
  readonly from: GroupState | null;
  readonly to: GroupState;
  readonly note: string;
}

/** A group as the rules see it; times are ISO 8601. */
export interface Group {
  readonly fingerprint: string;
  readonly state: GroupState;
  readonly count: number;
  /** Denials before it regressed: thresholds count from there. */
  readonly countBefore: number;
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** How many denials people have been told of. */
  readonly alertedAtCount: number;
  readonly lastAlertAt: string | null;
  /** When the first denial was held back that no alert tells of yet. */
  readonly heldSince: string | null;
  /** The alert that is decided and not known to be sent. */
  readonly pending: GroupAlert | null;
  /** Only while muted. */
  readonly muted: Mute | null;
  /** Only while resolved. */
  readonly resolvedAt: string | null;
  /** When it last regressed. */
  readonly regressedAt: string | null;
  /** The latest changes, oldest first. */
  readonly history: readonly StateChange[];
}

/** What the rules make of an event: the group after it, and the alert that it brings about. */
export interface Ruling {
  readonly group: Group;
  readonly alert: GroupAlert | null;
}

/** How many denials no alert tells of, sent or pending; derived, so that a count may simply grow. */
export function heldBackOf({ count, alertedAtCount, pending }: Group): number {
  return count - (pending?.count ?? alertedAtCount);
}
