// query → [simulator] → answer: what IAM's policy simulator would say, without the wire.
import { numberOf, timeOf } from '../policy/measures';
import { isInNetwork } from '../../core/conditions/network';
import type {
  ContextEntry,
  ContextType,
  Decision,
  SimulationAnswer,
  SimulationQuery,
  Simulate,
} from '../../core/simulate/simulator';
import { decide, type PolicyLayers } from '../policy/decide';
import { type Policy, readPolicyText } from '../policy/policy';
import type { RequestContext } from '../policy/policy-text';
import { missingKeys } from './missing-keys';
import { type PolicySet, policySourceOf, readPolicySet } from './policy-set';

/** What the register knows of principals, by ARN. */
export type KnownPolicies = ReadonlyMap<string, PolicyLayers>;

/** Which values a context entry of each type may have. */
const ACCEPTED: Readonly<Record<ContextType, (value: string) => boolean>> = {
  string: () => true,
  stringList: () => true,
  numeric: (value) => !Number.isNaN(numberOf(value)),
  boolean: (value) => /^(?:true|false)$/i.test(value),
  date: (value) => !Number.isNaN(timeOf(value)),
  ip: (value) => isInNetwork(value, value.replace(/\/.*/s, '')) !== null,
};

/**
 * Makes a simulator of the policies of roles and users.
 *
 * @throws Error where one of the policies is not valid
 */
export function simulateLocally(policySets: ReadonlyMap<string, PolicySet>): Simulate {
  const known: KnownPolicies = new Map(
    [...policySets].map(([arn, set]) => [arn, readPolicySet(arn, set)]),
  );
  return async (query) => simulateKnown(known, query);
}

/** Answers one query from the policies that are known now. */
export function simulateKnown(known: KnownPolicies, query: SimulationQuery): SimulationAnswer {
  const added = readAdded(query.addedPolicies);
  if (added === null || policySourceOf(query.principalArn) === null || !isValid(query))
    return { kind: 'refused', because: 'not-valid' };
  const layers = known.get(query.principalArn);
  if (layers === undefined) return { kind: 'refused', because: 'not-found' };
  const all = { ...layers, identity: [...layers.identity, ...added] };
  return {
    kind: 'decided',
    decisions: query.resources.map((resource) => decideOn(resource, all, query)),
  };
}

function decideOn(resource: string, layers: PolicyLayers, query: SimulationQuery): Decision {
  const request = { action: query.action, resource, context: contextOf(query.context) };
  const { identity, boundary } = layers;
  const keys = missingKeys(boundary === null ? identity : [...identity, boundary], request);
  return { resource, ...decide(layers, request), missingKeys: keys };
}

function readAdded(documents: readonly string[]): readonly Policy[] | null {
  try {
    return documents.map((text, index) => readPolicyText(text, `PolicyInputList.${index + 1}`));
  } catch {
    return null;
  }
}

function isValid({ action, resources, context }: SimulationQuery): boolean {
  return (
    /^[A-Za-z0-9-]+:[A-Za-z0-9]+$/.test(action) &&
    resources.every((resource) => resource === '*' || /^arn:(?:[^:]*:){4}./s.test(resource)) &&
    context.every(
      ({ key, type, values }) =>
        /^[\w.-]+:\S/.test(key) &&
        (type === 'stringList' || values.length === 1) &&
        values.every(ACCEPTED[type]),
    )
  );
}

/** Entries that differ in case alone are one key. */
function contextOf(entries: readonly ContextEntry[]): RequestContext {
  const context = new Map<string, readonly string[]>();
  for (const { key, values } of entries) {
    const name = key.toLowerCase();
    context.set(name, [...(context.get(name) ?? []), ...values]);
  }
  return context;
}
