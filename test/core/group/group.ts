// Groups that somebody sane might have.
import type { Batch } from '../../../core/group/rules';
import { onAlertSent, onDenials } from '../../../core/group/rules';
import type { Group } from '../../../core/group/state';

export const SETTINGS = { ignoredPrincipals: ['role/expected'], ignoredActions: [] };
export const ANNA = 'arn:aws:iam::111122223333:user/anna';

const START = Date.parse('2026-11-20T09:14:00.000Z');

/** The time so many minutes after the first denial. */
export function at(minutes: number): string {
  return new Date(START + minutes * 60_000).toISOString();
}

export function batch(n: number, minute: number, changed: Partial<Batch> = {}): Batch {
  return {
    fingerprint: 'v1:a',
    principals: ['role/ci-runner'],
    action: 'ec2:RunInstances',
    n,
    firstSeen: at(minute),
    lastSeen: at(minute),
    ...changed,
  };
}

/** A group whose first denial has been told at minute 0. */
export function told(n = 1): Group {
  const { group, alert } = onDenials(null, batch(n, 0), SETTINGS, at(0));
  if (alert === null) throw new Error('no alert');
  return onAlertSent(group, alert, at(0));
}

/** The group after more denials. */
export function denied(group: Group | null, n: number, minute: number): Group {
  return onDenials(group, batch(n, minute), SETTINGS, at(minute)).group;
}
