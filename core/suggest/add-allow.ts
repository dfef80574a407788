// explained → [suggested] → alert: the statement that an implicit deny lacks.
import type { Principal } from '../contract';
import { principalName } from '../explain/names';
import { narrowingOf } from '../needs/narrowing';
import type { Suggestion } from '../suggestion';
import type { Need } from '../needs/need';
import { wholePolicy } from './launch-policy';
import { type PolicyPlace, targetOf } from './places';
import { ADD, FEDERATED } from './sentences';
import { fittedTo } from './fitted-statement';
import { statementFor } from './statement';
import type { Suggestible } from './suggestible';
import { assumptionsOf, confidenceOf, doubtsOf } from './doubts';

/**
 * Suggests the Allow that lets this request through, and apart from it a policy for what the launch
 * lacks besides.
 */
export function addAllow(known: Suggestible, need: Need): Suggestion {
  const { facts, launch } = known;
  const { place, who } = targetOf(facts);
  const conditions = narrowingOf(need, launch.scope, launch.context);
  const statement = fittedTo(place.kind, statementFor({ ...need, conditions }), facts.principal);
  const wrongIf = doubtsOf(known, need, statement);
  const launchPolicy = wholePolicy(known, place.kind, statement);
  return {
    kind: 'add-allow',
    appliesTo: place,
    who,
    what:
      facts.principal.kind === 'federated-user' && place.kind === 'session-policy'
        ? FEDERATED.what
        : ADD[place.kind](nameOf(place, facts.principal)),
    confidence: confidenceOf(wrongIf),
    wrongIf,
    statement,
    ...(launchPolicy === null
      ? {}
      : { launchPolicy, launchPolicyAssumes: assumptionsOf(known, launchPolicy) }),
    verifiedBy: null,
    unverified: 'not-asked',
  };
}

/** A policy is named by its ARN where AWS names it, else by whose it is. */
function nameOf({ kind, arn }: PolicyPlace, principal: Principal): string {
  const who = principalName(principal);
  if (kind === 'permissions-boundary') return arn ?? `of ${who}`;
  return kind === 'policy' && arn !== null ? arn : who;
}
