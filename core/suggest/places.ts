// explained → [suggested] → alert: where a change belongs, and who makes it.
import { lastSegment } from '../arn';
import { ownArn } from '../event/own-arn';
import type { PolicyType, Principal } from '../contract';
import { principalName } from '../explain/names';
import type { Place } from '../suggestion';
import { FEDERATED, WHO } from './sentences';

/** A place that is a policy, or holds the policies of one principal. */
export interface PolicyPlace extends Place {
  readonly kind: Exclude<Place['kind'], 'request' | 'credentials'>;
}

/** A place with the person who can change it. */
export interface Target {
  readonly place: PolicyPlace;
  readonly who: string;
}

/** What decides where a change belongs. */
interface Deciding {
  readonly principal: Principal;
  readonly policyType: PolicyType | null;
  readonly policyArn: string | null;
}

/** The place that lacks the Allow or holds the Deny; untyped evidence points at the principal. */
export function targetOf(deciding: Deciding): Target {
  const { principal, policyType, policyArn: arn } = deciding;
  if (policyType === null || policyType === 'identity-based') return ownPolicy(deciding);
  const kind = policyType === 'resource-based' ? 'resource-based-policy' : policyType;
  const name = arn === null ? null : lastSegment(arn);
  return { place: { kind, name, arn }, who: WHO[kind](principalName(principal)) };
}

function ownPolicy({ principal, policyArn: arn }: Deciding): Target {
  const who = principalName(principal);
  const { permissionSet } = principal;
  if (principal.kind === 'federated-user')
    return { place: { kind: 'session-policy', name: null, arn: null }, who: FEDERATED.who(who) };
  if (permissionSet !== undefined)
    return {
      place: { kind: 'permission-set', name: permissionSet, arn: null },
      who: WHO['permission-set'](who),
    };
  if (arn !== null)
    return { place: { kind: 'policy', name: lastSegment(arn), arn }, who: WHO.policy(who) };
  const kind = OWN_PLACES[principal.kind] ?? 'policy';
  return { place: { kind, name: principal.name, arn: ownArn(principal) }, who: WHO[kind](who) };
}

const OWN_PLACES: Partial<Record<Principal['kind'], 'role' | 'user'>> = {
  'iam-user': 'user',
  'role-session': 'role',
};
