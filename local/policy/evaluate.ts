// Whether the synthesized role policy allows a request of whose context little is known. Where a
// condition on anything else would decide, it refuses to decide.
import { applies, type PolicyRequest } from './applies';
import type { RequestContext } from './policy-text';
import type { Statement } from './statement';

export type { PolicyRequest } from './applies';

/** A request with what is known of its context. */
export interface AskedRequest extends PolicyRequest {
  /** @default - nothing is known */
  readonly context?: RequestContext;
}

/** What the statements say together. */
export type Decision = 'allowed' | 'explicit-deny' | 'implicit-deny' | 'undecided';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html */
export function evaluate(statements: readonly Statement[], request: AskedRequest): Decision {
  const answersOf = (effect: Statement['effect']) =>
    statements
      .filter((statement) => statement.effect === effect)
      .map((statement) => applies(statement, request, contextFor(statement, request)));
  const [denies, allows] = [answersOf('Deny'), answersOf('Allow')];
  if (denies.includes(true)) return 'explicit-deny';
  if (denies.includes('open')) return 'undecided';
  if (allows.includes(true)) return 'allowed';
  return allows.includes('open') ? 'undecided' : 'implicit-deny';
}

/** The context where it tells all that the statement asks for; null where it does not. */
function contextFor(
  { conditions, resources }: Statement,
  { context }: AskedRequest,
): RequestContext | null {
  const variables = resources.flat().filter((part) => part.kind === 'variable');
  const keys = [...conditions, ...variables].map(({ key }) => key.toLowerCase());
  return context !== undefined && keys.every((key) => context.has(key)) ? context : null;
}
