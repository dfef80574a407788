// Policy documents as IAM's JSON has them, read into statements.
// @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
import * as v from 'valibot';
import { type Condition, conditionFault, readCondition } from './condition';
import { type PolicyText, readText } from './policy-text';

/** A statement of a policy that is attached to a principal or to an account. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  /** Patterns of `Action` or `NotAction`. */
  readonly actions: readonly string[];
  readonly isNotAction: boolean;
  /** Patterns of `Resource` or `NotResource`. */
  readonly resources: readonly PolicyText[];
  readonly isNotResource: boolean;
  readonly conditions: readonly Condition[];
}

const show = (value: unknown): string => JSON.stringify(value);

/** One item or several, as a list; no union, so that a fault is told by the item. */
export function oneOrMore<T extends v.GenericSchema>(item: T) {
  return v.pipe(
    v.unknown(),
    v.transform((given): unknown => (Array.isArray(given) ? given : [given])),
    v.array(item),
    v.readonly(),
  );
}

const action = v.pipe(
  v.string(),
  v.check(
    (text) => /^(?:\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$/.test(text),
    ({ input }) => `${show(input)} is no action: give "*" or one such as "ec2:RunInstances"`,
  ),
);

const resource = v.pipe(
  v.string(),
  v.check(
    (text) => /^(?:\*|arn:[^:]+:[a-z0-9-]+(?::.*)?)$/s.test(text),
    ({ input }) =>
      `${show(input)} is no resource: give "*" or an ARN with a whole service name and its variables behind the fifth colon`,
  ),
  v.check(
    (text) => !/^(?:[^:$]*:){0,4}[^:$]*\$\{/.test(text),
    ({ input }) => `${show(input)} has a variable too early: it may stand behind the fifth colon`,
  ),
);

const conditionValue = v.pipe(
  v.union([v.string(), v.number(), v.boolean()]),
  v.transform((value) => String(value)),
);

const conditions = v.record(v.string(), v.record(v.string(), oneOrMore(conditionValue)));

/** Each key of each operator with its values. */
function entriesOf(block: v.InferOutput<typeof conditions>) {
  return Object.entries(block).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({ operator, key, values })),
  );
}

const conditionBlock = v.pipe(
  conditions,
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const { operator, values } of entriesOf(dataset.value)) {
      const message = conditionFault(operator, values);
      if (message !== null) addIssue({ message });
    }
  }),
);

const statement = v.pipe(
  v.strictObject({
    Sid: v.optional(
      v.pipe(v.string(), v.regex(/^[A-Za-z0-9]*$/, 'a Sid has letters and digits only')),
    ),
    Effect: v.picklist(['Allow', 'Deny']),
    Action: v.optional(oneOrMore(action)),
    NotAction: v.optional(oneOrMore(action)),
    Resource: v.optional(oneOrMore(resource)),
    NotResource: v.optional(oneOrMore(resource)),
    Condition: v.optional(conditionBlock, {}),
  }),
  v.check(
    ({ Action, NotAction }) => (Action === undefined) !== (NotAction === undefined),
    'a statement has either Action or NotAction',
  ),
  v.check(
    ({ Resource, NotResource }) => (Resource === undefined) !== (NotResource === undefined),
    'a statement has either Resource or NotResource',
  ),
);

/** A policy document's statements, written as one or as a list. */
export const policyDocument = v.pipe(
  v.object({
    Version: v.optional(v.picklist(['2012-10-17', '2008-10-17']), '2008-10-17'),
    Statement: v.pipe(
      oneOrMore(statement),
      v.check((all) => areUnique(all.flatMap(({ Sid }) => Sid ?? [])), 'each Sid may stand once'),
    ),
  }),
  v.transform(({ Version, Statement }) =>
    Statement.map((written) => readStatement(written, Version === '2012-10-17')),
  ),
);

function areUnique(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}

function readStatement(written: v.InferOutput<typeof statement>, hasVariables: boolean): Statement {
  const resources = written.Resource ?? written.NotResource ?? [];
  return {
    effect: written.Effect,
    actions: written.Action ?? written.NotAction ?? [],
    isNotAction: written.NotAction !== undefined,
    resources: resources.map((text) => readText(text, hasVariables)),
    isNotResource: written.NotResource !== undefined,
    conditions: entriesOf(written.Condition).map(({ operator, key, values }) =>
      readCondition(operator, key, values, hasVariables),
    ),
  };
}
