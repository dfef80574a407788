// explained → grouped → [alert]: what a person receives about a group, before a face writes it.
import type { Explanation } from '../contract';
import type { AlertKind } from '../group/state';

/** What is told of a group; every face is written from this. */
export interface Alert {
  readonly kind: AlertKind;
  /** The group's key, readable: `v1:…`. */
  readonly fingerprint: string;
  /** Denials in the group. */
  readonly count: number;
  /** Denials that nobody was told of until now. */
  readonly heldBack: number;
  /** When the first of them was seen; ISO 8601, UTC. */
  readonly since: string;
  /** When the last of them was seen; ISO 8601, UTC. */
  readonly lastSeen: string;
  /** When somebody resolved the group; ISO 8601, UTC. @default - nobody did */
  readonly resolvedAt?: string;
  /** The latest explanation of the group. */
  readonly explanation: Explanation;
  /** Where the group is drawn; only an https address is shown. @default - there is no dashboard */
  readonly dashboardUrl?: string;
}

export const PRIVACIES = ['full', 'summary'] as const;

/** What may leave in a message: everything, or what names nobody and nothing. */
export type Privacy = (typeof PRIVACIES)[number];

/** How a face is written. */
export interface FaceOptions {
  readonly privacy: Privacy;
}
