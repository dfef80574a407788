// Ref, Fn::GetAtt, Fn::Join, Fn::Sub and the like: what a synthesized template says by reference.
// @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
import * as v from 'valibot';

/** What the names in a template stand for. */
export interface Names {
  ref(logicalId: string): string;
  getAtt(logicalId: string, attribute: string): string;
}

type Resolve = (argument: unknown, names: Names) => unknown;

const split = v.tuple([v.string(), v.string()]);
const selection = v.tuple([v.pipe(v.unknown(), v.transform(Number)), v.array(v.unknown())]);
const substitution = v.tuple([v.string(), v.record(v.string(), v.unknown())]);

const FUNCTIONS: Readonly<Record<string, Resolve>> = {
  Ref: (id, names) => names.ref(String(id)),
  'Fn::GetAtt': (argument, names) => getAtt(argument, names),
  'Fn::Join': (argument, names) => {
    const [separator, parts] = Array.isArray(argument) ? argument : [];
    const resolved = resolve(parts, names);
    return Array.isArray(resolved) ? resolved.join(String(separator)) : undefined;
  },
  'Fn::Split': (argument, names) => {
    const [separator, text] = v.parse(split, resolve(argument, names));
    return text.split(separator);
  },
  'Fn::Select': (argument, names) => {
    const [index, items] = v.parse(selection, resolve(argument, names));
    if (index in items) return items[index];
    throw new Error(`Fn::Select has no item ${index} in a list of ${items.length}`);
  },
  'Fn::Sub': (argument, names) => {
    const [text, values] = typeof argument === 'string' ? [argument, {}] : given(argument);
    const resolved = v.parse(v.record(v.string(), v.unknown()), resolve(values, names));
    return substitute(text, (name) =>
      name in resolved ? String(resolved[name]) : named(name, names),
    );
  },
};

function given(argument: unknown): v.InferOutput<typeof substitution> {
  return v.parse(substitution, argument);
}

/** Replaces `${Name}` in a text; `${!Name}` stays for `Fn::Sub` itself. */
export function substitute(text: string, value: (name: string) => string): string {
  return text.replace(/\$\{([^}!]+)\}/g, (_match, name: string) => value(name));
}

function named(name: string, names: Names): string {
  return name.includes('.') ? getAtt(name, names) : names.ref(name);
}

/** Replaces every reference in a value; throws for a function that is not read here. */
export function resolve(value: unknown, names: Names): unknown {
  if (Array.isArray(value))
    return value.map((item) => resolve(item, names)).filter((item) => item !== undefined);
  if (typeof value !== 'object' || value === null) return value;
  if ('Ref' in value && value.Ref === 'AWS::NoValue') return undefined;
  const called = callIn(value);
  if (called !== null) return call(...called, names);
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, resolve(item, names)] as const)
      .filter(([, item]) => item !== undefined),
  );
}

/** The function that an object calls, and its argument; null for any other object. */
export function callIn(value: object): readonly [name: string, argument: unknown] | null {
  const [entry, ...more] = Object.entries(value);
  if (entry === undefined || more.length > 0) return null;
  return entry[0] === 'Ref' || entry[0].startsWith('Fn::') ? entry : null;
}

function call(name: string, argument: unknown, names: Names): unknown {
  const apply = FUNCTIONS[name];
  const known = Object.keys(FUNCTIONS).join(', ');
  if (!apply) throw new Error(`local mode reads ${known}, and this template has ${name}`);
  return apply(argument, names);
}

function getAtt(argument: unknown, names: Names): string {
  const [id, ...attribute] = Array.isArray(argument)
    ? argument.map(String)
    : String(argument).split('.');
  return names.getAtt(id ?? '', attribute.join('.'));
}
