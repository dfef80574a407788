// decoded → [explained] → alert
import { conditionKey } from '../conditions/condition-keys';
import { mayHaveKey } from '../conditions/resource-keys';
import { decisiveConditions } from '../conditions/decisive-conditions';
import { orderContext } from '../conditions/order-context';
import { hintsBoundary, isQuarantine } from '../conditions/policy-hints';
import { readStatement } from '../conditions/read-statement';
import type { DecisiveCondition, Statement } from '../contract';
import type { DecodedMessage, KeyValues } from '../evidence';

/** A matched statement with how its conditions compare. */
interface Matched {
  readonly statement: Statement;
  readonly conditions: readonly DecisiveCondition[];
}

/** What the matched statements of a decoded message tell. */
export interface Reading {
  readonly matched: readonly Matched[];
  /** The statement to speak of: the first with a condition that is sure, else the first. */
  readonly decisive: Matched | null;
  /** The one or two conditions of it to name: sure, and no exception for other principals. */
  readonly named: readonly DecisiveCondition[];
  /** The request context in the order a person reads it. */
  readonly context: readonly KeyValues[];
  readonly isQuarantine: boolean;
  /** Whether a statement hints at a permissions boundary, which no decoded message names. */
  readonly hintsBoundary: boolean;
}

const NOTHING: Reading = {
  matched: [],
  decisive: null,
  named: [],
  context: [],
  isQuarantine: false,
  hintsBoundary: false,
};

/** Reads the matched statements against the request they decided. */
export function readingOf(decoded: DecodedMessage | null): Reading {
  if (decoded === null) return NOTHING;
  const statements = decoded.matchedStatements;
  const matched = statements.map((statement) => ({
    statement: readStatement(statement, decoded),
    conditions: decisiveConditions(statement, decoded),
  }));
  const conditions = matched.flatMap((each) => each.conditions);
  const decisive = matched.find((each) => namedOf(each).length > 0) ?? matched[0] ?? null;
  return {
    matched,
    decisive,
    named: decisive === null ? [] : namedOf(decisive),
    context: orderContext(decoded, conditions),
    isQuarantine: statements.some(isQuarantine),
    hintsBoundary: statements.some(hintsBoundary),
  };
}

function namedOf({ conditions }: Matched): readonly DecisiveCondition[] {
  const sure = conditions.filter(({ relation }) => relation !== 'unclear');
  const changeable = sure.filter(({ key }) => conditionKey(key).place !== 'principal');
  return (changeable.length > 0 ? changeable : sure).slice(0, 2);
}

/** How a condition is spoken of: its relation, or what is more telling for a key of its kind. */
export type Telling = DecisiveCondition['relation'] | 'beyond-limit' | 'key-not-on-resource';

/** Numbers and dates are compared with limits; a key may not exist on the denied type at all. */
export function tellingOf({ key, relation }: DecisiveCondition, type: string | null): Telling {
  const { type: valueType } = conditionKey(key);
  if (relation === 'value-not-allowed' && (valueType === 'number' || valueType === 'date'))
    return 'beyond-limit';
  if (relation === 'key-missing' && type !== null && !mayHaveKey(type, key))
    return 'key-not-on-resource';
  return relation;
}
