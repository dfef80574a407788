// One condition of a statement: an operator, a key, and the values it lists.
import { allOf, type Answer, anyOf, not } from './answer';
import { type Operator, OPERATORS } from './operators';
import { fillText, type PolicyText, readText, type RequestContext } from './policy-text';

/** Tests the values of a key. */
interface ValueCondition {
  readonly kind: 'values';
  readonly key: string;
  readonly operator: Operator;
  /** How many of the request's values have to satisfy the operator. */
  readonly quantifier: 'only' | 'all' | 'any';
  readonly ifExists: boolean;
  readonly listed: readonly PolicyText[];
}

/** Tests whether a key is there. */
interface NullCondition {
  readonly kind: 'null';
  readonly key: string;
  readonly listed: readonly string[];
}

/** A condition; every one of a statement has to hold. */
export type Condition = ValueCondition | NullCondition;

/** What a name such as `ForAllValues:StringLikeIfExists` says. */
interface OperatorName {
  readonly quantifier: ValueCondition['quantifier'];
  readonly name: string;
  readonly ifExists: boolean;
}

const NAME = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/;
const QUANTIFIERS = { ForAllValues: 'all', ForAnyValue: 'any' } as const;

function readName(text: string): OperatorName {
  const [, prefix, name = text, suffix] = NAME.exec(text) ?? [];
  const quantifier =
    prefix === 'ForAllValues' || prefix === 'ForAnyValue' ? QUANTIFIERS[prefix] : 'only';
  return { quantifier, name, ifExists: suffix !== undefined };
}

/** What is wrong with an operator and the values it lists, and what is allowed; null where nothing is. */
export function conditionFault(operator: string, values: readonly string[]): string | null {
  if (operator === 'Null') return valueFault(operator, values, isTruth, 'true or false');
  const known = OPERATORS.get(readName(operator).name);
  if (known !== undefined)
    return valueFault(
      operator,
      values,
      (value) => known.values.accepts(value),
      known.values.allowed,
    );
  return `operator ${JSON.stringify(operator)} is none of IAM: use one of ${[...OPERATORS.keys(), 'Null'].join(', ')}`;
}

function valueFault(
  operator: string,
  values: readonly string[],
  accepts: (value: string) => boolean,
  allowed: string,
): string | null {
  const wrong = values.find((value) => !accepts(value));
  if (wrong === undefined) return null;
  return `a value of ${operator} is ${JSON.stringify(wrong)}: give ${allowed}`;
}

function isTruth(value: string): boolean {
  return /^(?:true|false)$/i.test(value);
}

/** Reads a condition without fault. */
export function readCondition(
  operatorName: string,
  key: string,
  values: readonly string[],
  hasVariables: boolean,
): Condition {
  const { name, ...modifiers } = readName(operatorName);
  const operator = OPERATORS.get(name);
  if (operator === undefined) return { kind: 'null', key, listed: values };
  const takesVariables = hasVariables && operator.values.hasVariables;
  const listed = values.map((value) => readText(value, takesVariables));
  return { kind: 'values', key, operator, ...modifiers, listed };
}

/** Whether a condition holds in the context of a request. */
export function holds(condition: Condition, context: RequestContext): Answer {
  const asked = context.get(condition.key.toLowerCase()) ?? [];
  return condition.kind === 'null'
    ? condition.listed.some((value) => value.toLowerCase() === String(asked.length === 0))
    : holdsFor(condition, asked, context);
}

function holdsFor(
  condition: ValueCondition,
  asked: readonly string[],
  context: RequestContext,
): Answer {
  if (asked.length === 0) return holdsWithoutKey(condition);
  const answers = asked.map((value) => satisfies(condition, value, context));
  // To a set operator an empty text is as if the key were not there.
  const isEmpty = asked.every((value) => value === '');
  switch (condition.quantifier) {
    case 'all':
      return isEmpty || allOf(answers);
    case 'any':
      return !isEmpty && anyOf(answers);
    case 'only':
      // AWS asks for a set operator here, and does not say what happens without one.
      return answers.length === 1 ? anyOf(answers) : 'open';
  }
}

function holdsWithoutKey({ quantifier, ifExists, operator }: ValueCondition): Answer {
  switch (quantifier) {
    case 'all':
      return true;
    case 'any':
      // What the prefix and the suffix say of a missing key contradicts each other.
      return ifExists ? 'open' : false;
    case 'only':
      return ifExists || operator.isNegated;
  }
}

/** Whether one value of the request satisfies the operator. */
function satisfies(
  { operator, listed }: ValueCondition,
  asked: string,
  context: RequestContext,
): Answer {
  const matches = listed.map((text): Answer => {
    const filled = fillText(text, context);
    // A variable without a value matches nothing; whether a negated operator then holds is not said.
    return filled === null ? operator.isNegated && 'open' : operator.compare(filled, asked);
  });
  return operator.isNegated ? not(anyOf(matches)) : anyOf(matches);
}
