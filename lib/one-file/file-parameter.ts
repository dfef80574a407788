// What a file lets its reader choose: parameters as data, and the sections of the template made of them.
import type { JsonObject, Template } from './template';

/** One parameter of a file. */
export interface FileParameter {
  /** Under which heading the console shows it. */
  readonly group: string;
  /** What the console calls it. */
  readonly label: string;
  readonly type: 'String' | 'Number' | 'CommaDelimitedList';
  readonly description: string;
  /** @default - it has to be given */
  readonly default?: string | number;
  /** Of a list, each of its items. @default - all within the pattern */
  readonly values?: readonly (string | number)[];
  /** Of a list, of each item; CloudFormation compares all of the text with it. @default - any */
  readonly pattern?: string;
  /** The lowest and the highest number. @default - any */
  readonly range?: readonly [number, number];
  /** What is said of a value that is not allowed. @default - CloudFormation's own words */
  readonly allowed?: string;
  /** What the stack is made with in its place. @default - it decides conditions alone */
  readonly standIn?: string;
  /** What is there only where it is given. @default - it is always there */
  readonly optional?: 'resource' | 'property';
}

/** Parameters by name. */
export type FileParameters = Readonly<Record<string, FileParameter>>;

/** Texts that must be empty or in this form. */
export function emptyOr(pattern: string): string {
  return `^(${pattern})?$`;
}

/** The condition under which a parameter is given. */
export function given(name: string): string {
  return `Has${name}`;
}

/** The section `Parameters`. */
export function parameterSection(parameters: FileParameters): Template['Parameters'] {
  return mapValues(parameters, (one) => {
    const { type, description, values, pattern, range, allowed } = one;
    return {
      Type: type,
      Description: description,
      ...(one.default === undefined ? {} : { Default: one.default }),
      ...(values === undefined ? {} : { AllowedValues: values }),
      ...(pattern === undefined ? {} : { AllowedPattern: pattern }),
      ...(range === undefined ? {} : { MinValue: range[0], MaxValue: range[1] }),
      ...(allowed === undefined ? {} : { ConstraintDescription: allowed }),
    };
  });
}

/** How the console asks for the parameters. */
export function consoleInterface(parameters: FileParameters): JsonObject {
  const groups = [...new Set(Object.values(parameters).map(({ group }) => group))];
  const namesIn = (group: string) =>
    Object.keys(parameters).filter((name) => parameters[name]?.group === group);
  return {
    ParameterGroups: groups.map((group) => ({
      Label: { default: group },
      Parameters: namesIn(group),
    })),
    ParameterLabels: mapValues(parameters, ({ label }) => ({ default: label })),
  };
}

/** The conditions that what is optional is given. */
export function givenConditions(parameters: FileParameters): Template['Conditions'] {
  const optional = Object.entries(parameters).filter(([, one]) => one.optional !== undefined);
  return Object.fromEntries(
    optional.map(([name, { type }]) => [given(name), isGiven(name, type === 'CommaDelimitedList')]),
  );
}

/** That a parameter, which is no list, is empty. */
export function isEmpty(name: string): JsonObject {
  return { 'Fn::Equals': [{ Ref: name }, ''] };
}

/** That a parameter is not empty. */
export function isGiven(name: string, isList = false): JsonObject {
  const text = isList ? { 'Fn::Join': ['', { Ref: name }] } : { Ref: name };
  return { 'Fn::Not': [{ 'Fn::Equals': [text, ''] }] };
}

function mapValues<Value, Result>(
  record: Readonly<Record<string, Value>>,
  map: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
