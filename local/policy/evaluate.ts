// Whether the synthesized role policy allows a request whose context nobody knows. Where a condition
// would decide, it refuses to decide.
import { applies, type PolicyRequest } from './applies';
import type { Statement } from './statement';

export type { PolicyRequest } from './applies';

/** What the statements say together. */
export type Decision = 'allowed' | 'explicit-deny' | 'implicit-deny' | 'undecided';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html */
export function evaluate(statements: readonly Statement[], request: PolicyRequest): Decision {
  const answersOf = (effect: Statement['effect']) =>
    statements
      .filter((statement) => statement.effect === effect)
      .map((statement) => applies(statement, request, null));
  const [denies, allows] = [answersOf('Deny'), answersOf('Allow')];
  if (denies.includes(true)) return 'explicit-deny';
  if (denies.includes('open')) return 'undecided';
  if (allows.includes(true)) return 'allowed';
  return allows.includes('open') ? 'undecided' : 'implicit-deny';
}
