// Whether the synthesized role policy allows a request: just enough of IAM for the role's own
// statements. Where a statement with a condition would decide, it refuses to decide.
import { matchesGlob } from '../../core/glob';
import type { Statement } from './statement';

/** A request as a policy sees it. */
export interface PolicyRequest {
  /** `service:Name` */
  readonly action: string;
  /** An ARN, or `*` for an action without resource types. */
  readonly resource: string;
}

/** What the statements say together. */
export type Decision = 'allowed' | 'explicit-deny' | 'implicit-deny' | 'undecided';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html */
export function evaluate(statements: readonly Statement[], request: PolicyRequest): Decision {
  const applicable = statements.filter((statement) => mayApply(statement, request));
  const says = (effect: Statement['effect'], decidable: boolean): boolean =>
    applicable.some(
      (statement) =>
        statement.effect === effect && (statement.undecidable.length === 0) === decidable,
    );
  if (says('Deny', true)) return 'explicit-deny';
  if (says('Deny', false)) return 'undecided';
  if (says('Allow', true)) return 'allowed';
  return says('Allow', false) ? 'undecided' : 'implicit-deny';
}

/** Whether the statement covers the request, as far as its decidable elements say. */
function mayApply({ actions, resources, undecidable }: Statement, request: PolicyRequest): boolean {
  const action = request.action.toLowerCase();
  return (
    (undecidable.includes('NotAction') ||
      actions.some((pattern) => matchesGlob(pattern.toLowerCase(), action))) &&
    (undecidable.includes('NotResource') ||
      resources.some((pattern) => matchesGlob(pattern, request.resource)))
  );
}
