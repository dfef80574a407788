// Ref, Fn::GetAtt, Fn::Join, Fn::Sub: what a synthesized template says by reference.
// @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html

/** What the names in a template stand for. */
export interface Names {
  ref(logicalId: string): string;
  getAtt(logicalId: string, attribute: string): string;
}

type Resolve = (argument: unknown, names: Names) => unknown;

const FUNCTIONS: Readonly<Record<string, Resolve>> = {
  Ref: (id, names) => names.ref(String(id)),
  'Fn::GetAtt': (argument, names) => getAtt(argument, names),
  'Fn::Join': (argument, names) => {
    const [separator, parts] = Array.isArray(argument) ? argument : [];
    const resolved = resolve(parts, names);
    return Array.isArray(resolved) ? resolved.join(String(separator)) : undefined;
  },
  'Fn::Sub': (text, names) => {
    if (typeof text !== 'string')
      throw new Error('local mode reads Fn::Sub with a string, and this template has a list');
    return text.replace(/\$\{([^}!]+)\}/g, (_match, name: string) =>
      name.includes('.') ? getAtt(name, names) : names.ref(name),
    );
  },
};

/** Replaces every reference in a value; throws for a function that is not read here. */
export function resolve(value: unknown, names: Names): unknown {
  if (Array.isArray(value))
    return value.map((item) => resolve(item, names)).filter((item) => item !== undefined);
  if (typeof value !== 'object' || value === null) return value;
  if ('Ref' in value && value.Ref === 'AWS::NoValue') return undefined;
  const [entry, ...more] = Object.entries(value);
  if (entry && more.length === 0 && (entry[0] === 'Ref' || entry[0].startsWith('Fn::')))
    return call(...entry, names);
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, resolve(item, names)] as const)
      .filter(([, item]) => item !== undefined),
  );
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
