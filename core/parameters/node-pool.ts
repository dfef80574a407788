// suggested → [parameters]: requirements of a NodePool, which can list values and forbid them.
// @see https://karpenter.sh/docs/concepts/scheduling/#well-known-labels
import type { DecisiveCondition } from '../contract';
import type { Requirement } from './change';
import { isLiteral } from './listed';

/** A label of nodes, and how the values of a statement are said with it. */
interface Label {
  readonly key: string;
  readonly valueOf: (listed: string) => string | null;
}

type Labels = readonly [Label, ...Label[]];

const literal: Label['valueOf'] = (listed) => (isLiteral(listed) ? listed : null);

/** The labels that instance types are said with: alone, by family, by size. */
const INSTANCE_LABELS: Labels = [
  { key: 'node.kubernetes.io/instance-type', valueOf: literal },
  {
    key: 'karpenter.k8s.aws/instance-family',
    valueOf: (listed) => /^([a-z0-9-]+)\.\*$/.exec(listed)?.[1] ?? null,
  },
  {
    key: 'karpenter.k8s.aws/instance-size',
    valueOf: (listed) => /^\*\.([a-z0-9-]+)$/.exec(listed)?.[1] ?? null,
  },
];

/**
 * Requires instance types; families and sizes where the statement lists them by `m5.*` or `*.large`.
 * Nothing is required where a forbidden pattern, such as `p*`, is none of these.
 */
export function instanceTypes(condition: DecisiveCondition, value: string): readonly Requirement[] {
  return requirementsOf(INSTANCE_LABELS, condition, value);
}

/** Requires a label of one value each, such as an Availability Zone. */
export function labelled(
  key: string,
  condition: DecisiveCondition,
  value: string,
): readonly Requirement[] {
  return requirementsOf([{ key, valueOf: literal }], condition, value);
}

function requirementsOf(
  labels: Labels,
  { relation, statementValues: listed }: DecisiveCondition,
  value: string,
): readonly Requirement[] {
  const isForbidden = relation === 'value-forbidden';
  const said = labels
    .map(({ key, valueOf }) =>
      requirement(
        key,
        isForbidden,
        listed.flatMap((each) => valueOf(each) ?? []),
      ),
    )
    .filter(({ values }) => values.length > 0);
  // What no label says would still be launched.
  const isAllSaid = listed.every((each) => labels.some(({ valueOf }) => valueOf(each) !== null));
  if (isForbidden) return isAllSaid ? said : [];
  // Values of one label alone: requirements of several labels must all hold.
  const [allowed] = said.filter(
    ({ key, values }) => key !== labels[0].key || values.includes(value),
  );
  return [allowed ?? requirement(labels[0].key, false, [value])];
}

function requirement(key: string, isForbidden: boolean, values: readonly string[]): Requirement {
  return { key, operator: isForbidden ? 'NotIn' : 'In', values };
}
