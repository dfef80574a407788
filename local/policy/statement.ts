// Policy statements of the synthesized role, after references to other resources are resolved.
import * as v from 'valibot';

const oneOrMore = v.union([
  v.pipe(
    v.string(),
    v.transform((text): readonly string[] => [text]),
  ),
  v.pipe(v.array(v.string()), v.readonly()),
]);

/** The elements that the evaluator decides by; `rest` holds those it cannot decide by. */
const statement = v.pipe(
  v.looseObject({
    Effect: v.picklist(['Allow', 'Deny']),
    Action: v.optional(oneOrMore),
    Resource: v.optional(oneOrMore),
  }),
  v.transform(({ Effect, Action = [], Resource = [], ...rest }) => ({
    effect: Effect,
    actions: Action,
    resources: Resource,
    undecidable: Object.keys(rest).filter((element) => element !== 'Sid'),
  })),
);

/** A policy document's statements, as one or as a list. */
export const policyDocument = v.pipe(
  v.object({ Statement: v.union([v.array(statement), statement]) }),
  v.transform(({ Statement }) => [Statement].flat()),
);

/** One statement; `undecidable` names elements such as `Condition` or `NotAction`. */
export type Statement = Readonly<v.InferOutput<typeof statement>>;
