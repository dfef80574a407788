// explained → [suggested] → alert: needs as statements of a policy.
import type { Narrowing, Need } from '../needs/need';
import type { OneOrMore, PolicyDocument, PolicyStatement } from '../suggestion';

/** An action on a resource, with the conditions that keep it narrow. */
export interface NarrowNeed extends Pick<Need, 'action' | 'resource' | 'resourceType' | 'isOpen'> {
  readonly conditions: readonly Narrowing[];
}

/** A statement before it is written down. */
interface Draft {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly types: readonly string[];
  readonly conditions: readonly Narrowing[];
}

/** Writes one statement. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export function statementFor(need: NarrowNeed): PolicyStatement {
  const draft = draftOf(need);
  return written(draft, sidOf(draft));
}

/**
 * Writes a policy that allows the needs and nothing else: resources are joined under one action, and
 * actions on one resource, where the conditions are the same.
 */
export function policyFor(needs: readonly NarrowNeed[]): PolicyDocument {
  const byAction = joined(needs.map(draftOf), ({ actions, conditions }) => [actions, conditions]);
  const drafts = joined(byAction, ({ resources, conditions }) => [resources, conditions]);
  const taken = new Set<string>();
  const Statement = drafts.map((draft) => {
    const sid = freeSid(sidOf(draft), taken);
    taken.add(sid);
    return written(draft, sid);
  });
  return { Version: '2012-10-17', Statement };
}

function freeSid(sid: string, taken: ReadonlySet<string>): string {
  let [free, count] = [sid, 1];
  while (taken.has(free)) free = `${sid}${(count += 1)}`;
  return free;
}

function draftOf(need: NarrowNeed): Draft {
  const { action, resourceType, conditions } = need;
  const resources = [literalResource(need)];
  return { actions: [action], resources, types: [resourceType], conditions };
}

function joined(
  drafts: readonly Draft[],
  keyOf: (draft: Draft) => readonly unknown[],
): readonly Draft[] {
  const groups = new Map<string, Draft>();
  for (const draft of drafts) {
    const key = JSON.stringify(keyOf(draft));
    const known = groups.get(key);
    groups.set(key, known === undefined ? draft : join(known, draft));
  }
  return [...groups.values()];
}

function join(one: Draft, other: Draft): Draft {
  return {
    actions: union(one.actions, other.actions),
    resources: union(one.resources, other.resources),
    types: union(one.types, other.types),
    conditions: one.conditions,
  };
}

function union(one: readonly string[], other: readonly string[]): readonly string[] {
  return [...new Set([...one, ...other])].toSorted();
}

/** Letters and digits: `RunInstancesOnInstance`, `PassRole`. */
function sidOf({ actions, types }: Draft): string {
  const [action] = actions.map((each) => each.slice(each.indexOf(':') + 1));
  const name = String(action);
  const type = pascal(String(types[0]));
  if (actions.length > 1) return letters(`Use${type}`);
  const isSaid = types.length > 1 || type === '' || name.endsWith(type);
  return letters(isSaid ? name : `${name}On${type}`);
}

function letters(text: string): string {
  return text.replace(/[^A-Za-z0-9]/g, '');
}

function pascal(type: string): string {
  return type.replace(/(^|-)([a-z])/g, (_all, _hyphen, letter: string) => letter.toUpperCase());
}

function written({ actions, resources, conditions }: Draft, Sid: string): PolicyStatement {
  return {
    Sid,
    Effect: 'Allow',
    Action: oneOrMore(actions),
    Resource: oneOrMore(resources),
    ...(conditions.length > 0 ? { Condition: conditionBlock(conditions) } : {}),
  };
}

/** ARNs are compared with wildcards, as resources are. */
const WRITERS: Readonly<Record<string, (value: string) => string>> = { Arn: literalName };

type ConditionBlock = Record<string, Record<string, OneOrMore>>;

function conditionBlock(conditions: readonly Narrowing[]): ConditionBlock {
  const block: ConditionBlock = {};
  for (const { operator, key, values } of conditions)
    block[operator] = {
      ...block[operator],
      [key]: oneOrMore(values.map(WRITERS[operator.slice(0, 3)] ?? literal)),
    };
  return block;
}

function oneOrMore(values: readonly string[]): OneOrMore {
  const [first] = values;
  return values.length === 1 && first !== undefined ? first : values;
}

/** Names may hold what a policy reads as a variable. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
function literal(text: string): string {
  return text.replace(/\$(?=\{)/g, '${$}');
}

/** Where wildcards count, a sign of a name has to mean itself. */
export function literalName(text: string): string {
  return text.replace(/\$(?=\{)|[*?]/g, (sign) => `\${${sign}}`);
}

/** A wildcard stands for what does not exist yet, and for nothing else. */
function literalResource({ resource, isOpen = false }: NarrowNeed): string {
  if (resource === '*') return resource;
  return isOpen ? `${literalName(resource.slice(0, -1))}*` : literalName(resource);
}
