// explained → [suggested] → alert: what to change, by verdict. A new kind of advice is one branch here.
import type { Suggestion } from '../suggestion';
import { askAboutAction, askAboutService, askForCause } from './ask';
import { addAllow } from './add-allow';
import { changeDeny, changeRequest, rotateCredentials } from './change';
import type { Suggestible } from './suggestible';

/**
 * Suggests what to change, the likeliest first. An Allow is suggested for an implicit deny alone:
 * none overrides an explicit deny.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function suggestionsFor(known: Suggestible): readonly Suggestion[] {
  const { facts, code } = known;
  if (code === 'CREDENTIALS_QUARANTINED') return [rotateCredentials(facts)];
  if (code === 'EXCERPT_INCOMPLETE') return [];
  switch (facts.verdict) {
    case 'explicit-deny':
      return [...changeRequest(known), changeDeny(known)];
    case 'implicit-deny':
      return [allowing(known)];
    case 'undetermined':
      return [askForCause(known)];
  }
}

/** Some principals have no policy that anybody could add a statement to. */
function allowing(known: Suggestible): Suggestion {
  const { principal, policyType } = known.facts;
  const { denied } = known.launch;
  if (denied === null) return askAboutAction(known);
  // Only explicit statements of these limit anything, and a policy cannot name the root user alone.
  if (policyType === 'resource-control-policy') return askForCause(known);
  if (principal.kind === 'root' && policyType !== 'service-control-policy')
    return askAboutService(known);
  const isOwn = policyType === null || policyType === 'identity-based';
  const hasNone = principal.serviceLinked === true || principal.kind === 'aws-service';
  if (!isOwn || !hasNone) return addAllow(known, denied);
  // A key's own policy can let a role in whose policies nobody can change.
  const isOfKey = denied.action.startsWith('kms:') && principal.arn !== null;
  const facts = { ...known.facts, policyType: 'resource-based' as const };
  return isOfKey ? addAllow({ ...known, facts }, denied) : askAboutService(known);
}
