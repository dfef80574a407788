// suggested → [parameters] → rendered: what to write in a request so that a guardrail lets it through.
import { mayHaveKey } from '../conditions/resource-keys';
import type { DecisiveCondition } from '../contract';
import type { Parameter } from '../suggestion';
import { commentOn } from './listed';
import { rowOf } from './rows';
import { written } from './written';

/** What was denied. */
export interface Denied {
  /** By its IAM name, such as `volume`; null where nobody named it. */
  readonly resourceType: string | null;
  /** Such as `RunInstances`, which null is taken for. */
  readonly operation: string | null;
}

/** Says what to write in the request so that the condition no longer denies it; a tool that cannot is left out. */
export function parametersFor(
  condition: DecisiveCondition,
  { resourceType, operation }: Denied,
): readonly Parameter[] {
  const row = rowOf(condition.key);
  const isOnResource = resourceType === null || mayHaveKey(resourceType, condition.key);
  const wanted = isOnResource ? row?.read(condition) : null;
  if (!row || !wanted) return [];
  const name = condition.key.slice(`${condition.key}/`.indexOf('/') + 1);
  const change = row.write(wanted.value, { resourceType: resourceType ?? '', name, condition });
  return written(change, operation, commentOn(wanted.others));
}

/** Whether every parameter can be taken over as it is, with no placeholder left to fill. */
export function isConcrete(parameters: readonly Parameter[]): boolean {
  return parameters.every(({ text }) => !/<[^>]*>/.test(text));
}
