// The operators that compare strings.
import { isObject, onlyEntry, type ReadOperand } from './operand';
import { PatternError, shown } from './pattern-error';
import { matchesWildcard, readWildcard } from './wildcard';

type Compare = (value: string, text: string) => boolean;

const ignoringCase = (text: string): string => text.toLowerCase();

const readEqualsIgnoreCase = onString(
  'equals-ignore-case',
  (value, text) => ignoringCase(value) === ignoringCase(text),
);

const readWildcardText: ReadOperand = (operand, at) => {
  const parts = readWildcard(stringOf('wildcard', operand, at), at);
  return (value) => typeof value === 'string' && matchesWildcard(parts, value);
};

/** The operators on strings by their names. */
export const TEXT_OPERATORS: Readonly<Record<string, ReadOperand>> = {
  prefix: onStringOrFolded('prefix', (value, text) => value.startsWith(text)),
  suffix: onStringOrFolded('suffix', (value, text) => value.endsWith(text)),
  'equals-ignore-case': readEqualsIgnoreCase,
  wildcard: readWildcardText,
};

function onString(name: string, compare: Compare): ReadOperand {
  return (operand, at) => {
    const text = stringOf(name, operand, at);
    return (value) => typeof value === 'string' && compare(value, text);
  };
}

/** An operator whose operand may also be `{"equals-ignore-case": "text"}`. */
function onStringOrFolded(name: string, compare: Compare): ReadOperand {
  const plain = onString(name, compare);
  return (operand, at) => {
    if (!isObject(operand)) return plain(operand, at);
    const [fold, inner] = onlyEntry(operand, at);
    if (fold !== 'equals-ignore-case')
      throw new PatternError(at, `${name} knows no operator ${shown(fold)}`);
    const text = ignoringCase(stringOf(name, inner, at));
    return (value) => typeof value === 'string' && compare(ignoringCase(value), text);
  };
}

function stringOf(name: string, operand: unknown, at: string): string {
  if (typeof operand === 'string') return operand;
  throw new PatternError(at, `${name} takes a string, not ${shown(operand)}`);
}
