// facts → [check] → report: what the rule of this version matches.

/** EC2 itself, and a source of our own for test events. @see lib/denial-pattern.ts, which deploys the same */
export const SOURCES = ['aws.ec2', 'launch-denied.test'];
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

/** What EventBridge calls events of CloudTrail. */
export const DETAIL_TYPE = 'AWS API Call via CloudTrail';

/** Whose events a pattern takes; without Regions or accounts it takes those of each. */
export interface Origins {
  readonly accounts?: readonly string[];
  readonly regions?: readonly string[];
}

/** The pattern that this version deploys for these operations. */
export function patternFor(
  operations: readonly string[],
  { accounts = [], regions = [] }: Origins = {},
) {
  return {
    source: SOURCES,
    'detail-type': [DETAIL_TYPE],
    ...(accounts.length === 0 ? {} : { account: accounts }),
    ...(regions.length === 0 ? {} : { region: regions }),
    detail: {
      eventSource: ['ec2.amazonaws.com'],
      errorCode: ERROR_CODES,
      eventName: operations,
    },
  };
}

/** The operations that a deployed pattern names, or those watched by default. */
export function watchedOperations(deployed: string): readonly string[] {
  return operationsOf(fieldsOf(parse(deployed)));
}

function operationsOf(deployed: Fields): readonly string[] {
  const named = [...(deployed.get('detail.eventName') ?? [])].map(textOf);
  const operations = WATCHABLE_OPERATIONS.filter((each) => named.includes(each));
  return operations.length === 0 ? WATCHED_BY_DEFAULT : operations;
}

/** An operation that a deployed pattern watches. */
export function watchedOperation(deployed: string): string {
  const [first] = watchedOperations(deployed);
  return `${first}`;
}

/** How a deployed pattern differs, field by field, and the pattern that this version would deploy. */
export interface PatternAnswer {
  readonly differences: readonly string[];
  readonly expected: string;
}

/** What a pattern has to name where the settings are known. */
export interface Wanted {
  /** @default - those that it names */
  readonly operations?: readonly string[];
  /** Regions that it lets through if it looks at Regions. @default - it looks at none */
  readonly regions?: readonly string[];
  /** Whose events alone a forwarder takes if it looks at that; those of older versions do not. */
  readonly own?: { readonly account: string; readonly region: string };
}

/** Compares a pattern by its content; what it has to name is up to the settings. */
export function comparePattern(deployed: string, wanted: Wanted = {}): PatternAnswer {
  const fields = fieldsOf(parse(deployed));
  const { operations = operationsOf(fields), own } = wanted;
  const pattern = patternFor(operations, originsOf(fields, wanted));
  const expected = [...fieldsOf(pattern)].filter(
    ([path]) => own === undefined || fields.has(path) || !['account', 'region'].includes(path),
  );
  return {
    differences: differencesOf(fields, new Map(expected)),
    expected: JSON.stringify(pattern),
  };
}

function originsOf(deployed: Fields, { regions, own }: Wanted): Origins {
  if (own !== undefined) return { accounts: [own.account], regions: [own.region] };
  return regions === undefined ? {} : { regions: regionsOf(deployed, regions) };
}

/** Those that are named already stay. */
function regionsOf(deployed: Fields, wanted: readonly string[]): readonly string[] {
  const named = [...(deployed.get('region') ?? [])].map(textOf);
  return named.length === 0 ? [] : [...new Set([...named, ...wanted])];
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
