// decoded → [explained] → alert
import { conditionKey } from '../conditions/condition-keys';
import { decisiveConditions } from '../conditions/decisive-conditions';
import { orderContext } from '../conditions/order-context';
import { hintsBoundary, isQuarantine } from '../conditions/policy-hints';
import { readStatement } from '../conditions/read-statement';
import type { DecisiveCondition, Statement } from '../contract';
import type { DecodedMessage, KeyValues } from '../evidence';

/** What the matched statements of a decoded message tell. */
export interface Reading {
  readonly statements: readonly Statement[];
  /** Of all statements, what decided first. */
  readonly conditions: readonly DecisiveCondition[];
  /** The request context in the order a person reads it. */
  readonly context: readonly KeyValues[];
  readonly isQuarantine: boolean;
  /** Whether a statement hints at a permissions boundary, which no decoded message names. */
  readonly hintsBoundary: boolean;
}

const NOTHING: Reading = {
  statements: [],
  conditions: [],
  context: [],
  isQuarantine: false,
  hintsBoundary: false,
};

/** Reads the matched statements against the request they decided. */
export function readingOf(decoded: DecodedMessage | null): Reading {
  if (decoded === null) return NOTHING;
  const matched = decoded.matchedStatements;
  const conditions = matched.flatMap((statement) => decisiveConditions(statement, decoded));
  return {
    statements: matched.map((statement) => readStatement(statement, decoded)),
    conditions,
    context: orderContext(decoded, conditions),
    isQuarantine: matched.some(isQuarantine),
    hintsBoundary: matched.some(hintsBoundary),
  };
}

/** The one or two conditions to name in a sentence: sure, and not an exception for other principals. */
export function namedConditions(
  conditions: readonly DecisiveCondition[],
): readonly DecisiveCondition[] {
  const sure = conditions.filter(({ relation }) => relation !== 'unclear');
  const changeable = sure.filter(({ key }) => conditionKey(key).place !== 'principal');
  return (changeable.length > 0 ? changeable : sure).slice(0, 2);
}
