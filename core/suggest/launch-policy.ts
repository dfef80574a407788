// explained → [suggested] → alert: one policy for all that a launch lacks.
import { narrowingOf } from '../needs/narrowing';
import type { Need } from '../needs/need';
import type { LaunchPair, PolicyDocument, PolicyStatement } from '../suggestion';
import type { PolicyPlace } from './places';
import { policyFor } from './statement';
import type { Suggestible } from './suggestible';

/** The needs whose pairs are in one of the states. */
export function needsIn(
  states: readonly LaunchPair['state'][],
  needs: readonly Need[],
  pairs: readonly LaunchPair[],
): readonly Need[] {
  const keyOf = ({ action, resource }: Pick<Need, 'action' | 'resource'>) =>
    `${action} ${resource}`;
  const found = new Set(pairs.filter(({ state }) => states.includes(state)).map(keyOf));
  return needs.filter((need) => found.has(keyOf(need)));
}

/** Places that hold the permissions of one principal. */
const WHOLE: readonly PolicyPlace['kind'][] = [
  'role',
  'user',
  'policy',
  'permission-set',
  'permissions-boundary',
  'session-policy',
];

/**
 * Writes a policy with all pairs of the launch that are not known to be allowed. What is explicitly
 * denied is left out: an Allow does not help there.
 * @returns null where it would say no more than the one statement
 */
export function wholePolicy(
  { launch, pairs }: Pick<Suggestible, 'launch' | 'pairs'>,
  kind: PolicyPlace['kind'],
  statement: PolicyStatement,
): PolicyDocument | null {
  if (launch.needs.length === 0 || !WHOLE.includes(kind)) return null;
  const lacking = needsIn(['missing', 'not-checked'], launch.needs, pairs);
  const policy = policyFor(
    lacking.map((need) => ({
      ...need,
      conditions: narrowingOf(need, launch.scope, need === launch.denied ? launch.context : []),
    })),
  );
  const [first, ...rest] = policy.Statement;
  const isSame = rest.length === 0 && JSON.stringify(first) === JSON.stringify(statement);
  return first === undefined || isSame ? null : policy;
}
