// What the operators of an event pattern have in common.
import type { Scalar } from './event-fields';
import { PatternError, shown } from './pattern-error';

/** Whether one leaf of an event satisfies an operator. */
export type Test = (value: Scalar) => boolean;

/** Reads an operator's operand; `at` is the field's path, for errors. */
export type ReadOperand = (operand: unknown, at: string) => Test;

/** Whether a value of parsed JSON is an object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The one operator of an object; EventBridge allows no second. */
export function onlyEntry(item: Readonly<Record<string, unknown>>, at: string): [string, unknown] {
  const [entry, ...more] = Object.entries(item);
  if (!entry || more.length > 0)
    throw new PatternError(at, `an operator object has exactly one key, unlike ${shown(item)}`);
  return entry;
}
