// The `numeric` operator: one comparison, or a range from a lower to an upper bound.
import type { Test } from './operand';
import { PatternError, shown } from './pattern-error';

type Compare = (value: number, bound: number) => boolean;

const COMPARISONS: Readonly<Record<string, Compare>> = {
  '=': (value, bound) => value === bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
};

/** EventBridge compares numbers between -5.0e9 and +5.0e9. */
const LIMIT = 5e9;

/** Reads `["=", 5]`, `[">", 0]`, or `[">", 0, "<=", 5]`. */
export function readNumeric(operand: unknown, at: string): Test {
  if (!Array.isArray(operand) || (operand.length !== 2 && operand.length !== 4))
    throw new PatternError(at, `numeric takes one or two comparisons, not ${shown(operand)}`);
  const [first, low, second, high] = operand;
  const lower = comparison(first, low, at);
  if (operand.length === 2) return (value) => typeof value === 'number' && lower(value);
  if (!String(first).startsWith('>') || !String(second).startsWith('<') || !(low < high))
    throw new PatternError(
      at,
      `a numeric range goes from ">" or ">=" to a greater "<" or "<=", not ${shown(operand)}`,
    );
  const upper = comparison(second, high, at);
  return (value) => typeof value === 'number' && lower(value) && upper(value);
}

function comparison(name: unknown, bound: unknown, at: string): (value: number) => boolean {
  const compare = typeof name === 'string' ? COMPARISONS[name] : undefined;
  if (!compare)
    throw new PatternError(at, `numeric compares with =, >, >=, <, or <=, not ${shown(name)}`);
  if (typeof bound !== 'number' || Math.abs(bound) > LIMIT)
    throw new PatternError(at, `numeric takes numbers from -5e9 to 5e9, not ${shown(bound)}`);
  return (value) => compare(value, bound);
}
