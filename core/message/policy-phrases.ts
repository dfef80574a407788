// The words in which AWS names what refused a request, as data.
import type { PolicyType } from '../contract';
import type { Sentence } from '../evidence';

/**
 * How a sentence names each policy type, in lower case.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export const POLICY_PHRASES: readonly (readonly [phrase: string, type: PolicyType])[] = [
  ['identity-based policy', 'identity-based'],
  ['resource-based policy', 'resource-based'],
  ['permissions boundary', 'permissions-boundary'],
  ['permission boundary', 'permissions-boundary'],
  ['service control policy', 'service-control-policy'],
  ['resource control policy', 'resource-control-policy'],
  ['session policy', 'session-policy'],
  // The IAM User Guide itself prints the plural.
  ['sessions policy', 'session-policy'],
  ['vpc endpoint policy transitively through a service control policy', 'vpc-endpoint-policy'],
  ['vpc endpoint policy', 'vpc-endpoint-policy'],
  ['role trust policy', 'role-trust-policy'],
];

/** The words with which AWS says that a request was refused, up to where the action stands. */
export const REFUSAL =
  /(?:not|n't)\s{1,200}(?:authori[sz]ed|have\s{1,200}permissions?)\s{1,200}to\s{1,200}(?:perform|call|execute)/gi;

/** How the reason of a sentence begins, and what that beginning alone says. */
export const REASON_LEADS: readonly {
  readonly words: RegExp;
  readonly verdict: NonNullable<Sentence['verdict']>;
}[] = [
  { words: /because\s{1,200}no\s/i, verdict: 'implicit-deny' },
  { words: /with\s{1,200}an\s{1,200}explicit(?:\s{1,200}deny\b)?/i, verdict: 'explicit-deny' },
];
