// What CloudFormation makes of a file once its parameters are given, as far as these tests need it.
import type { Template } from '../../lib/one-file/template';

/** Values of parameters, as texts; the others have their defaults. */
export type Given = Readonly<Record<string, string>>;

/**
 * Takes away what is not there and resolves what parameters decide; other references stay.
 *
 * @param place values of pseudo parameters that conditions ask for @default - they ask for none
 */
export function resolved(
  template: Template,
  stackName: string,
  given: Given = {},
  place: Given = {},
) {
  const known = { ...parametersOf(template, given), 'AWS::StackName': stackName, ...place };
  const context = { known, conditions: template.Conditions };
  const kept = <Item extends { readonly Condition?: unknown }>(items: Record<string, Item>) =>
    Object.fromEntries(
      Object.entries(items)
        .filter(([, { Condition }]) => Condition === undefined || holds({ Condition }, context))
        .map(([id, item]) => [id, resolve({ ...item, Condition: undefined }, context)]),
    );
  return { Resources: kept(template.Resources), Outputs: kept(template.Outputs) };
}

interface Context {
  readonly known: Readonly<Record<string, unknown>>;
  readonly conditions: Template['Conditions'];
}

const ABSENT = Symbol('absent');

function parametersOf({ Parameters }: Template, given: Given): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(Parameters).map(([name, definition]) => {
      const { Type, Default } = Object(definition);
      const text = String(given[name] ?? Default);
      return [name, Type === 'CommaDelimitedList' ? text.split(',') : text];
    }),
  );
}

function resolve(value: unknown, context: Context): unknown {
  if (Array.isArray(value))
    return value.map((item) => resolve(item, context)).filter((item) => item !== ABSENT);
  if (typeof value !== 'object' || value === null) return value;
  const [first, ...more] = Object.entries(value);
  const [name, argument] = first ?? [''];
  if (more.length === 0 && name in FUNCTIONS) return FUNCTIONS[name]?.(argument, context);
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, resolve(item, context)])
      .filter(([, item]) => item !== ABSENT),
  );
}

const FUNCTIONS: Readonly<Record<string, (argument: unknown, context: Context) => unknown>> = {
  Ref: (name, { known }) =>
    name === 'AWS::NoValue' ? ABSENT : (known[String(name)] ?? { Ref: name }),
  'Fn::If': (argument, context) => {
    const [condition, then, otherwise] = listOf(argument);
    return resolve(holds({ Condition: condition }, context) ? then : otherwise, context);
  },
  'Fn::Join': (argument, context) => {
    const [separator, parts] = listOf(argument);
    return joined(String(separator), listOf(resolve(parts, context)));
  },
  'Fn::Split': (argument, context) => {
    const [separator, text] = listOf(argument);
    return split(String(separator), resolve(text, context));
  },
};

/** Neighbouring texts become one, so that two ways to write a text are the same. */
function joined(separator: string, parts: readonly unknown[]): unknown {
  const all = parts
    .flatMap((part, at) => (at === 0 || separator === '' ? [part] : [separator, part]))
    .flatMap((part) => {
      const inner = Object(part)['Fn::Join'];
      return inner === undefined ? [part] : listOf(listOf(inner)[1]);
    });
  const short = all.reduce<unknown[]>((before, part) => {
    const last = before.at(-1);
    if (typeof last !== 'string' || typeof part !== 'string') return [...before, part];
    return [...before.slice(0, -1), last + part];
  }, []);
  return short.length === 1 ? short[0] : { 'Fn::Join': ['', short] };
}

/** Splits a text of which some parts are not known here. */
function split(separator: string, text: unknown): unknown {
  const parts = typeof text === 'string' ? [text] : listOf(listOf(Object(text)['Fn::Join'])[1]);
  const lists = parts.map((part) => (typeof part === 'string' ? part.split(separator) : [part]));
  return lists.reduce<unknown[]>((before, list) => {
    const [first, ...rest] = list;
    const edge = joined(
      '',
      [before.at(-1) ?? '', first].filter((part) => part !== ''),
    );
    return [...before.slice(0, -1), edge, ...rest];
  }, []);
}

function holds(expression: unknown, context: Context): boolean {
  const [name, argument] = Object.entries(Object(expression))[0] ?? [''];
  if (name === 'Condition') return holds(context.conditions[String(argument)], context);
  const parts = listOf(argument);
  if (name === 'Fn::Not') return !holds(parts[0], context);
  if (name === 'Fn::Or') return parts.some((part) => holds(part, context));
  if (name === 'Fn::And') return parts.every((part) => holds(part, context));
  if (name !== 'Fn::Equals') throw new Error(`these tests do not know the condition ${name}`);
  const [one, other] = parts.map((part) => JSON.stringify(resolve(part, context)));
  return one === other;
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`not a list: ${JSON.stringify(value)}`);
  return value;
}

/** Whether the rules of a file let parameters pass, and what is said where they do not. */
export function brokenRules(template: Template, given: Given): readonly string[] {
  const context = { known: parametersOf(template, given), conditions: {} };
  return Object.values(template.Rules).flatMap((rule) => {
    const { RuleCondition, Assertions } = Object(rule);
    if (RuleCondition !== undefined && !holds(RuleCondition, context)) return [];
    return listOf(Assertions)
      .map(Object)
      .filter(({ Assert }) => !holds(Assert, context))
      .map(({ AssertDescription }) => String(AssertDescription));
  });
}
