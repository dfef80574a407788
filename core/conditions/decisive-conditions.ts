// decoded → [explained] → alert
import type { DecisiveCondition } from '../contract';
import type { DecodedMessage, KeyValues, MatchedStatement } from '../evidence';
import { conditionKey } from './condition-keys';
import { isAffordable } from './effort';
import { relationOf } from './relation';
import { requestReader } from './request-values';

/**
 * The conditions of a matched Deny statement with what the request and the statement say of their
 * keys, what the reader can change first and exceptions for other principals last. An Allow has none,
 * nor has a statement larger than any policy.
 */
export function decisiveConditions(
  statement: MatchedStatement,
  decoded: DecodedMessage,
): readonly DecisiveCondition[] {
  if (statement.effect === 'ALLOW' || statement.conditions.length === 0) return [];
  if (!isAffordable(textsOf(statement.conditions), textsOfRequest(decoded))) return [];
  const read = requestReader(decoded);
  const conditions = statement.conditions.map((condition): DecisiveCondition => {
    const request = read(condition.key);
    return {
      key: condition.key,
      requestValues: request.kind === 'told' ? [...request.values] : [],
      statementValues: [...condition.values],
      relation: relationOf(condition, read),
    };
  });
  return conditions.toSorted((one, other) => rank(one) - rank(other));
}

function textsOf(conditions: readonly KeyValues[]): readonly string[] {
  const texts: string[] = [];
  for (const { key, values } of conditions) {
    texts.push(key);
    for (const value of values) texts.push(value);
  }
  return texts;
}

function textsOfRequest(decoded: DecodedMessage): readonly string[] {
  const { principalArn, principalId, resource } = decoded;
  return [...textsOf(decoded.conditions), principalArn ?? '', principalId ?? '', resource ?? ''];
}

/** A principal that is not among the listed is only not excepted: the least of what decided. */
const PRINCIPAL_RANKS = {
  'value-forbidden': 2,
  'key-present': 2,
  'key-missing': 2,
  'value-not-allowed': 3,
  unclear: 4,
} as const satisfies Record<DecisiveCondition['relation'], number>;

function rank({ key, relation }: DecisiveCondition): number {
  if (conditionKey(key).place === 'principal') return PRINCIPAL_RANKS[relation];
  return relation === 'unclear' ? 1 : 0;
}
