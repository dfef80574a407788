// Event patterns as EventBridge reads them: JSON → alternatives of leaves with tests.
import { isObject, onlyEntry, type ReadOperand, type Test } from './operand';
import { readAnythingBut } from './anything-but';
import { readCidr } from './cidr';
import { isScalar } from './event-fields';
import { readNumeric } from './numeric';
import { PatternError, shown } from './pattern-error';
import { TEXT_OPERATORS } from './text-operators';

/** What one field of an event must satisfy: any of the tests, or absence where that is asked. */
export interface PatternLeaf {
  readonly path: string;
  readonly tests: readonly Test[];
  readonly mayBeAbsent: boolean;
}

/** Leaves that must all be satisfied. */
export type Alternative = readonly PatternLeaf[];

/** A valid event pattern: an event matches when one alternative does. */
export type EventPattern = readonly Alternative[];

type JsonObject = Readonly<Record<string, unknown>>;

/** The documented operators. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html */
const OPERATORS: Readonly<Record<string, ReadOperand>> = {
  ...TEXT_OPERATORS,
  numeric: readNumeric,
  cidr: readCidr,
  'anything-but': readAnythingBut,
};

/** Reads an event pattern; throws PatternError for one that EventBridge would refuse. */
export function readEventPattern(pattern: unknown): EventPattern {
  if (!isObject(pattern)) throw new PatternError('', `${shown(pattern)} is not an object`);
  const alternatives = alternativesOf(pattern, '');
  for (const alternative of alternatives) refuseRepeatedPaths(alternative);
  return alternatives;
}

function alternativesOf(pattern: JsonObject, at: string): EventPattern {
  const entries = Object.entries(pattern);
  if (entries.length === 0) throw new PatternError(at, 'an empty object matches nothing');
  return entries
    .map(([key, value]) => alternativesOfField(key, value, at))
    .reduce((all, more) => all.flatMap((left) => more.map((right) => [...left, ...right])));
}

function alternativesOfField(key: string, value: unknown, at: string): EventPattern {
  if (key === '$or') return alternativesOfOr(value, at);
  const path = at === '' ? key : `${at}.${key}`;
  if (isObject(value)) return alternativesOf(value, path);
  if (!Array.isArray(value) || value.length === 0)
    throw new PatternError(path, `${shown(value)} is neither an object nor a filled array`);
  return [[leafOf(value, path)]];
}

function alternativesOfOr(value: unknown, at: string): EventPattern {
  if (!Array.isArray(value) || value.length < 2 || !value.every(isObject))
    throw new PatternError(at, `$or takes two or more objects, not ${shown(value)}`);
  return value.flatMap((branch) => alternativesOf(branch, at));
}

function leafOf(items: readonly unknown[], path: string): PatternLeaf {
  return {
    path,
    tests: items.filter((item) => !isAbsence(item)).map((item) => readTest(item, path)),
    mayBeAbsent: items.some(isAbsence),
  };
}

function isAbsence(item: unknown): boolean {
  return isObject(item) && item.exists === false && Object.keys(item).length === 1;
}

function readTest(item: unknown, at: string): Test {
  if (isScalar(item)) return (value) => value === item;
  if (!isObject(item)) throw new PatternError(at, `${shown(item)} is not a value to match`);
  const [name, operand] = onlyEntry(item, at);
  if (name === 'exists') return readExists(operand, at);
  const read = OPERATORS[name];
  const known = ['exists', ...Object.keys(OPERATORS)].join(', ');
  if (!read) throw new PatternError(at, `${shown(name)} is none of ${known}`);
  return read(operand, at);
}

/** Any leaf exists; `exists: false` is no test of a leaf but of the whole event. */
function readExists(operand: unknown, at: string): Test {
  if (operand !== true)
    throw new PatternError(at, `exists takes true or false, not ${shown(operand)}`);
  return () => true;
}

function refuseRepeatedPaths(alternative: Alternative): void {
  const paths = alternative.map((leaf) => leaf.path);
  const repeated = paths.find((path, index) => paths.indexOf(path) !== index);
  if (repeated !== undefined)
    throw new PatternError(repeated, '$or and the object around it both name this field');
}
