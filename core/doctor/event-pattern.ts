// facts → [check] → report: what the rule of this version matches.

/** @see lib/denial-rule.ts, which deploys the same. */
const SOURCES = ['aws.ec2', 'launch-denied.test'];
const ERROR_CODES = [
  'Client.UnauthorizedOperation',
  'UnauthorizedOperation',
  'AccessDenied',
  'AccessDeniedException',
];

/** The operations that the setting `operations` may name; the first five are watched without it. */
export const WATCHABLE_OPERATIONS = [
  'RunInstances',
  'CreateFleet',
  'RequestSpotInstances',
  'RequestSpotFleet',
  'StartInstances',
  'CreateLaunchTemplate',
  'CreateLaunchTemplateVersion',
  'ModifyFleet',
  'ModifySpotFleetRequest',
] as const;

const WATCHED_BY_DEFAULT = WATCHABLE_OPERATIONS.slice(0, 5);

/** The pattern that this version deploys for these operations. */
export function patternFor(operations: readonly string[]) {
  return {
    source: SOURCES,
    'detail-type': ['AWS API Call via CloudTrail'],
    detail: {
      eventSource: ['ec2.amazonaws.com'],
      errorCode: ERROR_CODES,
      eventName: operations,
    },
  };
}

/** The operations that a deployed pattern names, or those watched by default. */
function operationsOf(deployed: Fields): readonly string[] {
  const named = [...(deployed.get('detail.eventName') ?? [])].map(textOf);
  const operations = WATCHABLE_OPERATIONS.filter((each) => named.includes(each));
  return operations.length === 0 ? WATCHED_BY_DEFAULT : operations;
}

/** An operation that a deployed pattern watches. */
export function watchedOperation(deployed: string): string {
  const [first] = operationsOf(fieldsOf(parse(deployed)));
  return `${first}`;
}

/** How a deployed pattern differs, field by field, and the pattern that this version would deploy. */
export interface PatternAnswer {
  readonly differences: readonly string[];
  readonly expected: string;
}

/** Compares a pattern by its content; which operations it names is up to the settings. */
export function comparePattern(deployed: string): PatternAnswer {
  const fields = fieldsOf(parse(deployed));
  const pattern = patternFor(operationsOf(fields));
  return {
    differences: differencesOf(fields, fieldsOf(pattern)),
    expected: JSON.stringify(pattern),
  };
}

/** Each list of the pattern under its path; items as JSON. */
type Fields = ReadonlyMap<string, ReadonlySet<string>>;

function fieldsOf(pattern: unknown, path: readonly string[] = []): Fields {
  if (Array.isArray(pattern))
    return new Map([[path.join('.'), new Set(pattern.map((item) => JSON.stringify(item)))]]);
  if (typeof pattern !== 'object' || pattern === null) return new Map();
  const inner = Object.entries(pattern).map(([name, value]) => fieldsOf(value, [...path, name]));
  return new Map(inner.flatMap((fields) => [...fields]));
}

function differencesOf(deployed: Fields, expected: Fields): readonly string[] {
  const paths = [...new Set([...expected.keys(), ...deployed.keys()])];
  return paths.flatMap((path) => {
    const [have, want] = [deployed.get(path), expected.get(path)];
    if (have === undefined) return [`it does not look at ${path}`];
    if (want === undefined) return [`it looks at ${path} too`];
    const missing = [...want].filter((item) => !have.has(item)).map(textOf);
    const more = [...have].filter((item) => !want.has(item)).map(textOf);
    return [
      ...(missing.length === 0 ? [] : [`${path} lacks ${missing.join(', ')}`]),
      ...(more.length === 0 ? [] : [`${path} has ${more.join(', ')} too`]),
    ];
  });
}

function textOf(item: string): string {
  const value = parse(item);
  return typeof value === 'string' ? value : item;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
