// decoded → [explained] → alert
import type { PolicyType, Verdict } from '../contract';

/** What a reason code stands for: a policy type and a verdict where AWS names them. */
interface Reason {
  readonly policyType: PolicyType | null;
  readonly verdict: Verdict;
  /** The reason in a few words, as heading of its page. */
  readonly title: string;
}

/**
 * The closed list of reason codes; a code is public and never renamed.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export const REASONS = {
  IDENTITY_BASED_POLICY_NO_ALLOW: reason(
    'identity-based',
    'implicit-deny',
    'No identity-based policy allows the action',
  ),
  IDENTITY_BASED_POLICY_EXPLICIT_DENY: reason(
    'identity-based',
    'explicit-deny',
    'An identity-based policy denies the action',
  ),
  RESOURCE_BASED_POLICY_NO_ALLOW: reason(
    'resource-based',
    'implicit-deny',
    'No resource-based policy allows the action',
  ),
  RESOURCE_BASED_POLICY_EXPLICIT_DENY: reason(
    'resource-based',
    'explicit-deny',
    'A resource-based policy denies the action',
  ),
  PERMISSIONS_BOUNDARY_NO_ALLOW: reason(
    'permissions-boundary',
    'implicit-deny',
    'No permissions boundary allows the action',
  ),
  PERMISSIONS_BOUNDARY_EXPLICIT_DENY: reason(
    'permissions-boundary',
    'explicit-deny',
    'A permissions boundary denies the action',
  ),
  SERVICE_CONTROL_POLICY_NO_ALLOW: reason(
    'service-control-policy',
    'implicit-deny',
    'No service control policy allows the action',
  ),
  SERVICE_CONTROL_POLICY_EXPLICIT_DENY: reason(
    'service-control-policy',
    'explicit-deny',
    'A service control policy denies the action',
  ),
  RESOURCE_CONTROL_POLICY_EXPLICIT_DENY: reason(
    'resource-control-policy',
    'explicit-deny',
    'A resource control policy denies the action',
  ),
  SESSION_POLICY_NO_ALLOW: reason(
    'session-policy',
    'implicit-deny',
    'No session policy allows the action',
  ),
  SESSION_POLICY_EXPLICIT_DENY: reason(
    'session-policy',
    'explicit-deny',
    'A session policy denies the action',
  ),
  VPC_ENDPOINT_POLICY_NO_ALLOW: reason(
    'vpc-endpoint-policy',
    'implicit-deny',
    'No VPC endpoint policy allows the action',
  ),
  VPC_ENDPOINT_POLICY_EXPLICIT_DENY: reason(
    'vpc-endpoint-policy',
    'explicit-deny',
    'A VPC endpoint policy denies the action',
  ),
  ROLE_TRUST_POLICY_NO_ALLOW: reason(
    'role-trust-policy',
    'implicit-deny',
    'No role trust policy allows the action',
  ),
  ROLE_TRUST_POLICY_EXPLICIT_DENY: reason(
    'role-trust-policy',
    'explicit-deny',
    'The role trust policy denies the action',
  ),
  NO_ALLOW: reason(null, 'implicit-deny', 'No policy allows the action'),
  EXPLICIT_DENY: reason(null, 'explicit-deny', 'A policy denies the action'),
  CREDENTIALS_QUARANTINED: reason(null, 'explicit-deny', 'AWS quarantined the credentials'),
  UNREADABLE: reason(
    null,
    'undetermined',
    'The reason stands in a message that could not be decoded',
  ),
  NOT_STATED: reason(null, 'undetermined', 'AWS does not say why'),
  EXCERPT_INCOMPLETE: reason(
    null,
    'undetermined',
    'The excerpt ends before it says whether AWS refused the request',
  ),
} as const satisfies Record<string, Reason>;

/** A code of the closed list. */
export type ReasonCode = keyof typeof REASONS;

function reason(policyType: PolicyType | null, verdict: Verdict, title: string): Reason {
  return { policyType, verdict, title };
}

const CODES = Object.keys(REASONS).filter((code): code is ReasonCode => code in REASONS);

/** The codes for evidence that names no policy type. */
const UNTYPED = {
  'explicit-deny': 'EXPLICIT_DENY',
  'implicit-deny': 'NO_ALLOW',
  undetermined: 'NOT_STATED',
} as const satisfies Record<Verdict, ReasonCode>;

/** Finds the code for what the evidence names; a type without a code of its own falls back to the verdict's. */
export function reasonCode(verdict: Verdict, policyType: PolicyType | null): ReasonCode {
  const typed = CODES.find((code) => {
    const reason: Reason = REASONS[code];
    return (
      reason.policyType !== null && reason.policyType === policyType && reason.verdict === verdict
    );
  });
  return typed ?? UNTYPED[verdict];
}
