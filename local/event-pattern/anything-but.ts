// The `anything-but` operator: a leaf that is there and is none of what is listed.
import { isObject, onlyEntry, type ReadOperand, type Test } from './operand';
import { PatternError, shown } from './pattern-error';
import { TEXT_OPERATORS } from './text-operators';

/** Reads values of one type, or one text operator over one or several strings. */
export const readAnythingBut: ReadOperand = (operand, at) => {
  if (isObject(operand)) return anythingButText(...onlyEntry(operand, at), at);
  const values = listOf(operand);
  if (!allAre(values, 'string') && !allAre(values, 'number'))
    throw new PatternError(
      at,
      `anything-but takes only strings or only numbers, not ${shown(operand)}`,
    );
  return (value) => !values.includes(value);
};

function anythingButText(name: string, operand: unknown, at: string): Test {
  const read = TEXT_OPERATORS[name];
  if (!read) throw new PatternError(at, `anything-but knows no operator ${shown(name)}`);
  const texts = listOf(operand);
  if (!allAre(texts, 'string') || texts.includes(''))
    throw new PatternError(at, `anything-but ${name} takes strings, not ${shown(operand)}`);
  const excluded = texts.map((text) => read(text, at));
  return (value) => !excluded.some((test) => test(value));
}

function allAre(values: readonly unknown[], type: 'string' | 'number'): boolean {
  return values.length > 0 && values.every((value) => typeof value === type);
}

function listOf(operand: unknown): readonly unknown[] {
  return Array.isArray(operand) ? operand : [operand];
}
