// suggested → [parameters]: which value satisfies a statement, by the kind of the key.
import type { DecisiveCondition } from '../contract';
import { matchesGlob } from '../glob';
import type { Row, Value, Wanted } from './change';
import { isLiteral, named } from './listed';

type Read = Row['read'];

const REMOVED: Wanted = { value: null, others: [] };

/** Reads a key with free text, such as an image ID; `isOptional` where a request may lack it. */
export function text(noun: string, { isOptional = false } = {}): Read {
  return ({ relation, statementValues: values }) => {
    switch (relation) {
      case 'value-forbidden':
        return placeholder(noun, ' other than ', values);
      case 'value-not-allowed':
        return oneOf(noun, values);
      case 'key-missing':
        return isNullTest(values) ? placeholder(noun) : oneOf(noun, values);
      case 'key-present':
        return isOptional ? REMOVED : null;
      case 'unclear':
        return null;
    }
  };
}

/** Reads a key whose values are ARNs of a type; what is wanted is the name at the end. */
export function arn(noun: string, type: string, options: { isOptional?: boolean } = {}): Read {
  const read = text(noun, options);
  return (condition) =>
    read({
      ...condition,
      statementValues: condition.statementValues.map((value) => nameIn(value, type)),
    });
}

/** A part of the ARN may be a wildcard while the name is none. */
function nameIn(value: string, type: string): string {
  const lead = `:${type}/`;
  const at = value.startsWith('arn:') ? value.indexOf(lead) : -1;
  return at < 0 ? value : value.slice(value.lastIndexOf('/') + 1);
}

/** Reads a key with whole numbers; a limit is written as the number that the statement lists. */
export function number(noun: string, { isOptional = false } = {}): Read {
  const read = text(noun, { isOptional });
  return (condition) => {
    const wanted = read(condition);
    if (typeof wanted?.value !== 'string' || wanted.value.startsWith('<')) return wanted;
    const value = wanted.value;
    return /^\d{1,9}$/.test(value)
      ? { ...wanted, value: Number(value) }
      : placeholder(noun, ' near ', [value]);
  };
}

/**
 * Reads a key with few values, the likeliest first; `safe` satisfies every statement that asks for
 * a key that the request lacks.
 */
export function choice(choices: readonly string[], safe: string | null = null): Read {
  return (condition) => {
    const { relation, statementValues: values } = condition;
    if (relation === 'unclear' || relation === 'key-present') return null;
    if (relation === 'key-missing' && safe !== null) return { value: safe, others: [] };
    if (relation === 'key-missing' && isNullTest(values)) return placeholder(choices.join(' or '));
    const rank = (each: string) => values.findIndex((value) => fits(value, each));
    const isForbidden = relation === 'value-forbidden';
    const fitting = choices.filter((each) => rank(each) < 0 === isForbidden);
    return first(isForbidden ? fitting : fitting.toSorted((one, other) => rank(one) - rank(other)));
  };
}

/** Reads a key that is true or false. */
export function flag(safe: boolean): Read {
  const read = choice(['true', 'false'], String(safe));
  return (condition) => {
    const wanted = read(condition);
    return wanted && { value: wanted.value === 'true', others: [] };
  };
}

/** Leaves the other values out that would satisfy the statement too. */
export function alone(read: Read): Read {
  return (condition) => {
    const wanted = read(condition);
    return wanted && { ...wanted, others: [] };
  };
}

/** Turns the value of one key into a placeholder for another parameter that decides it. */
export function within(noun: string, read: Read): Read {
  return (condition) => {
    const wanted = read(condition);
    if (wanted === null) return null;
    const inside = [String(wanted.value).replaceAll(/[<>]/g, ''), named(wanted.others)];
    return { value: `<${noun} ${inside.filter(Boolean).join(', ')}>`, others: [] };
  };
}

/** Null tests list `true` for a key that must be there. */
function isNullTest(values: DecisiveCondition['statementValues']): boolean {
  return values.every((value) => value.toLowerCase() === 'true');
}

function fits(pattern: string, value: string): boolean {
  return matchesGlob(pattern.toLowerCase(), value);
}

function oneOf(noun: string, values: readonly string[]): Wanted {
  const literals = values.filter(isLiteral);
  const others = values.filter((value) => !isLiteral(value));
  return (
    first(literals, others) ??
    (named(values) === '' ? placeholder(noun) : placeholder('one of', ' ', values))
  );
}

function first([value, ...rest]: readonly string[], others: readonly string[] = []): Wanted | null {
  return value === undefined ? null : { value, others: [...rest, ...others] };
}

function placeholder(noun: string, link = '', values: readonly string[] = []): Wanted {
  const listed = named(values);
  const value: Value = `<${noun}${listed === '' ? '' : `${link}${listed}`}>`;
  return { value, others: [] };
}
