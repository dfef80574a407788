// Which condition keys a simulation would have needed and was not given.
import { applies } from '../policy/applies';
import type { Condition } from '../policy/condition';
import type { AuthorizationRequest } from '../policy/decide';
import type { Policy } from '../policy/policy';
import type { PolicyText } from '../policy/policy-text';
import type { Statement } from '../policy/statement';

/** The keys that statements for the action and the resource test and that the context lacks. */
export function missingKeys(
  policies: readonly Policy[],
  request: AuthorizationRequest,
): readonly string[] {
  const keys = policies
    .flatMap(({ statements }) => statements)
    .filter((statement) => applies({ ...statement, conditions: [] }, request, null) !== false)
    .flatMap(keysOf);
  return [...new Set(keys)].filter((key) => !request.context.has(key.toLowerCase()));
}

function keysOf({ conditions, resources }: Statement): readonly string[] {
  const tested = conditions.flatMap((condition) => [condition.key, ...keysOfValues(condition)]);
  return [...tested, ...resources.flatMap(variablesOf)];
}

function keysOfValues(condition: Condition): readonly string[] {
  return condition.kind === 'values' ? condition.listed.flatMap(variablesOf) : [];
}

function variablesOf(text: PolicyText): readonly string[] {
  return text.flatMap((part) => (part.kind === 'variable' ? [part.key] : []));
}
