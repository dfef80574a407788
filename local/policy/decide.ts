// What becomes of a request under all policies that bear on a principal.
// @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
import { applies, type PolicyRequest } from './applies';
import type { Policy } from './policy';
import type { RequestContext } from './policy-text';

/** The policies that bear on a principal, by the layers in which AWS evaluates them. */
export interface PolicyLayers {
  /** Attached to the principal. */
  readonly identity: readonly Policy[];
  /** The permissions boundary; null where there is none. */
  readonly boundary: Policy | null;
  /** The service control policies of each level from the root to the account; null outside of an organization. */
  readonly organization: readonly (readonly Policy[])[] | null;
}

/** A request with its context. */
export interface AuthorizationRequest extends PolicyRequest {
  readonly context: RequestContext;
}

/** What the layers say together, and each limiting layer on its own. */
export interface Verdict {
  readonly decision: 'allowed' | 'explicit-deny' | 'implicit-deny';
  readonly allowedByOrganization: boolean | null;
  readonly allowedByBoundary: boolean | null;
  /** The ids of the identity-based policies whose statements decided, as the simulator names no others. */
  readonly policies: readonly string[];
}

/** What one layer says: the ids of the policies with an applicable statement of each effect. */
interface Said {
  readonly denying: readonly string[];
  readonly allowing: readonly string[];
}

/**
 * Decides a request. What is open is decided against the request: an Allow that might apply does
 * not, a Deny that might apply does.
 */
export function decide(layers: PolicyLayers, request: AuthorizationRequest): Verdict {
  const identity = saidBy(layers.identity, request);
  const boundary = layers.boundary && saidBy([layers.boundary], request);
  const levels = layers.organization?.map((level) => saidBy(level, request)) ?? null;
  const allowedByBoundary = boundary && allows(boundary);
  const allowedByOrganization = levels && levels.every(allows);
  const shared = { allowedByOrganization, allowedByBoundary };
  if ([identity, boundary, ...(levels ?? [])].some((said) => said && said.denying.length > 0))
    return { decision: 'explicit-deny', ...shared, policies: identity.denying };
  const isLimited = allowedByBoundary === false || allowedByOrganization === false;
  return allows(identity) && !isLimited
    ? { decision: 'allowed', ...shared, policies: identity.allowing }
    : { decision: 'implicit-deny', ...shared, policies: [] };
}

function saidBy(policies: readonly Policy[], request: AuthorizationRequest): Said {
  const idsWith = (effect: 'Allow' | 'Deny'): readonly string[] =>
    policies
      .filter(({ statements }) =>
        statements.some((statement) => {
          if (statement.effect !== effect) return false;
          const answer = applies(statement, request, request.context);
          return answer === 'open' ? effect === 'Deny' : answer;
        }),
      )
      .map(({ id }) => id);
  return { denying: idsWith('Deny'), allowing: idsWith('Allow') };
}

function allows({ denying, allowing }: Said): boolean {
  return allowing.length > 0 && denying.length === 0;
}
