// explained → suggested → [simulated] → alert: what to ask the simulator about a launch.
import { AUTHORIZED, KEY_TYPES } from '../needs/authorization';
import type { AssessedLaunch } from '../needs/assess';
import { narrowingOf } from '../needs/narrowing';
import type { Need } from '../needs/need';
import { hasPlaceholder, type Scope } from '../needs/scope';
import type { KeyValues } from '../evidence';
import { ownArn } from '../event/own-arn';
import type { ContextEntry, ContextType, SimulationQuery } from './simulator';

/**
 * Makes one query for each action and resource type of a launch. What is not known for sure, such as
 * the resources that a launch template names, is left out.
 * @returns nothing for principals that the simulator does not take
 */
export function launchQueries(launch: AssessedLaunch): readonly SimulationQuery[] {
  const principalArn = simulatedPrincipal(launch);
  if (principalArn === null) return [];
  const queries = new Map<string, SimulationQuery>();
  const { needs, denied } = launch;
  const asked = needs.length === 0 && denied !== null ? [denied] : needs;
  for (const need of asked) {
    for (const query of queriesFor(need, launch, principalArn)) {
      const key = JSON.stringify([need.action, need.resourceType, query.context]);
      const resources = [...(queries.get(key)?.resources ?? []), need.resource];
      queries.set(key, { ...query, resources });
    }
  }
  return [...queries.values()];
}

/** The queries about one pair, as if policies were attached too; nothing where it cannot be asked. */
export function pairQueries(
  launch: AssessedLaunch,
  need: Need,
  addedPolicies: readonly string[],
): readonly SimulationQuery[] {
  const principalArn = simulatedPrincipal(launch);
  if (principalArn === null) return [];
  return queriesFor(need, launch, principalArn).map((query) => ({ ...query, addedPolicies }));
}

/** The simulator takes IAM users and roles; service-linked roles are AWS's own. */
function simulatedPrincipal({ principal }: AssessedLaunch): string | null {
  const isTaken = principal.kind === 'iam-user' || principal.kind === 'role-session';
  const arn = isTaken && !principal.serviceLinked ? ownArn(principal) : null;
  return arn === null || hasPlaceholder(arn) ? null : arn;
}

/** What a launch template names is any resource of a type, which no policy is asked about. */
const NAMED_TYPES = ['image', 'subnet', 'security-group'];

function isCertain({ resource, resourceType, isGuess = false, isOpen = false }: Need): boolean {
  const isAny = isOpen && NAMED_TYPES.includes(resourceType);
  return !isGuess && !hasPlaceholder(resource) && !isAny;
}

/** A request may choose among so many instance types that not each is asked about. */
const MOST_CHOICES = 5;

/** One query for each value that the request chooses among: only a list may have several at once. */
function queriesFor(
  need: Need,
  launch: AssessedLaunch,
  principalArn: string,
): readonly SimulationQuery[] {
  if (!isCertain(need)) return [];
  const context = contextOf(need, launch);
  const choices = context.map(({ type, values }) => (type === 'stringList' ? 1 : values.length));
  const count = Math.min(MOST_CHOICES, Math.max(1, ...choices));
  return Array.from({ length: count }, (_none, at) => ({
    principalArn,
    action: need.action,
    resources: [need.resource],
    context: context.map((entry) => chosen(entry, at)),
    addedPolicies: [],
  }));
}

function chosen({ key, type, values }: ContextEntry, at: number): ContextEntry {
  if (type === 'stringList') return { key, type, values };
  const choice = Math.min(at, values.length - 1);
  return { key, type, values: values.slice(choice, choice + 1) };
}

/** Only keys that the pair supports: a foreign key would let an unsound statement pass. */
function contextOf(need: Need, launch: AssessedLaunch): readonly ContextEntry[] {
  const { scope, context } = launch;
  const own = need === launch.denied ? context : [];
  const entries = new Map<string, ContextEntry>();
  for (const { key, values } of [...stated(need, scope, own), ...own]) {
    const name = key.toLowerCase();
    const isSaid = values.every((value) => !hasPlaceholder(value) && !value.endsWith('*'));
    if (isSaid && values.length > 0 && supports(need, name) && !entries.has(name))
      entries.set(name, { key, type: typeOf(name), values });
  }
  return [...entries.values()];
}

/** What the request says of a pair, by the keys that policies test. */
function stated(need: Need, scope: Scope, context: readonly KeyValues[]): readonly KeyValues[] {
  const { launch, region, templateArn } = scope;
  const id = need.resource.slice(need.resource.lastIndexOf('/') + 1);
  const tags = Object.entries(launch.taggedTypes?.[need.resourceType] ?? {});
  return [
    ...narrowingOf(need, scope, context).map(({ key, values }) => ({ key, values })),
    { key: 'aws:RequestedRegion', values: [region] },
    { key: 'ec2:Region', values: [region] },
    ...(templateArn === null ? [] : [{ key: 'ec2:LaunchTemplate', values: [templateArn] }]),
    ...ID_KEYS.filter(([type]) => type === need.resourceType).map(([, key]) => ({
      key,
      values: [id],
    })),
    ...(launch.market === 'spot' ? [{ key: 'ec2:InstanceMarketType', values: ['spot'] }] : []),
    ...tags.map(([key, value]) => ({ key: `aws:RequestTag/${key}`, values: [value] })),
    ...(tags.length === 0 ? [] : [{ key: 'aws:TagKeys', values: tags.map(([key]) => key) }]),
  ];
}

const ID_KEYS = [
  ['image', 'ec2:ImageID'],
  ['subnet', 'ec2:SubnetID'],
  ['security-group', 'ec2:SecurityGroupID'],
  ['key-pair', 'ec2:KeyPairName'],
  ['snapshot', 'ec2:SnapshotID'],
] as const;

/** Whether requests for the pair can carry a key, given in lower case. */
export function supports({ action, resourceType }: Need, key: string): boolean {
  if (key === 'aws:requestedregion') return true;
  const types = Object.hasOwn(AUTHORIZED, action) ? AUTHORIZED[action] : undefined;
  const keys = Object.entries(types ?? {}).flatMap(([type, own]) =>
    type === resourceType ? own : [],
  );
  return keys.some((known) => {
    const name = known.toLowerCase();
    const variable = name.indexOf('${');
    return variable === -1 ? name === key : key.startsWith(name.slice(0, variable));
  });
}

const TYPES: Readonly<Record<string, ContextType>> = {
  Bool: 'boolean',
  Numeric: 'numeric',
  Date: 'date',
  ArrayOfString: 'stringList',
};

function typeOf(key: string): ContextType {
  return key === 'aws:tagkeys' ? 'stringList' : (TYPES[KEY_TYPES[key] ?? ''] ?? 'string');
}
