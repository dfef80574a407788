// decoded → [explained] → alert
// STS drops the condition operators: what each must have been follows from its having matched.
import type { DecisiveCondition } from '../contract';
import type { KeyValues } from '../evidence';
import { conditionKey, type ValueType } from './condition-keys';
import { resolveVariables } from './policy-variables';
import { isRedacted } from './redacted';
import type { RequestValues } from './request-values';
import { type Match, matchValue } from './value-match';

type Relation = DecisiveCondition['relation'];

type Read = (key: string) => RequestValues;

/** Types of which no value reads `true` or `false`: the statement tests whether the key is there. */
const NEVER_BOOLEAN: readonly ValueType[] = ['text', 'number', 'date', 'network', 'principal-arn'];

/**
 * How a condition of a matched Deny statement relates to the request. The statement matched, so the
 * condition held: a value among the listed is forbidden, a value outside means that only the listed
 * are allowed, and a key that the request lacks was tested for its absence. A key that the denied
 * resource cannot have (the instance type of a subnet) is missing too: the statement was written for
 * another type of resource. A number or a date on the wrong side of a limit is a value outside.
 */
export function relationOf(condition: KeyValues, read: Read): Relation {
  const request = read(condition.key);
  if (isRedacted(condition.key) || condition.values.every(isRedacted)) return 'unclear';
  switch (request.kind) {
    case 'told':
      return relationOfValues(condition, request.values, read);
    case 'absent':
      return 'key-missing';
    case 'hidden':
      return relationOfPresence(condition);
    case 'untold':
      return 'unclear';
  }
}

function relationOfValues(
  { key, values }: KeyValues,
  asked: readonly string[],
  read: Read,
): Relation {
  const { type } = conditionKey(key);
  const matches = asked.map((value) => matchAny(type, values, value, read));
  if (matches.length === 0) return 'unclear';
  if (matches.every((match) => match === 'same')) return 'value-forbidden';
  // Of several values some listed and some not: ForAnyValue forbids these or allows no others.
  if (!matches.every((match) => match === 'other')) return 'unclear';
  if (!areAll(values, 'false') || type === 'boolean') return 'value-not-allowed';
  // Null or StringNotEquals: a free text that reads `true` leaves both possible.
  return asked.some((value) => isText(value, 'true')) ? 'unclear' : 'key-present';
}

function matchAny(type: ValueType, listed: readonly string[], asked: string, read: Read): Match {
  if (isRedacted(asked)) return 'open';
  const matches = listed.map((value) => matchListed(type, value, asked, read));
  return matches.find((match) => match === 'same') ?? matches.find((m) => m === 'open') ?? 'other';
}

function matchListed(type: ValueType, listed: string, asked: string, read: Read): Match {
  if (isRedacted(listed)) return 'open';
  const { text, isLoose } = resolveVariables(listed, read);
  const match = matchValue(type, text, asked);
  return isLoose && match === 'same' ? 'open' : match;
}

function relationOfPresence({ key, values }: KeyValues): Relation {
  if (!NEVER_BOOLEAN.includes(conditionKey(key).type)) return 'unclear';
  if (areAll(values, 'true')) return 'key-missing';
  return areAll(values, 'false') ? 'key-present' : 'unclear';
}

function areAll(values: readonly string[], word: string): boolean {
  return values.every((value) => isText(value, word));
}

function isText(value: string, word: string): boolean {
  return value.toLowerCase() === word;
}
