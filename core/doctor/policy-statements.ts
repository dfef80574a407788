// facts → [check] → report: what the policy of a resource says of a request.
import * as v from 'valibot';
import { matchesGlob } from '../glob';

const oneOrMore = v.pipe(
  v.union([v.string(), v.boolean(), v.array(v.string())]),
  v.transform((value) => (Array.isArray(value) ? value : [String(value)])),
);

const principal = v.union([
  v.pipe(
    v.string(),
    v.transform((any): Record<string, string[]> => ({ AWS: [any] })),
  ),
  v.record(v.string(), oneOrMore),
]);

/** Strict: what NotPrincipal, NotAction and NotResource leave over is not read. */
const statement = v.strictObject({
  Sid: v.optional(v.string(), ''),
  Effect: v.picklist(['Allow', 'Deny']),
  Principal: v.optional(principal, {}),
  Action: v.optional(oneOrMore, []),
  Resource: v.optional(oneOrMore, []),
  Condition: v.optional(v.record(v.string(), v.record(v.string(), oneOrMore)), {}),
});

/** A statement of a policy, with a list wherever IAM takes one or several. */
export type Statement = Readonly<v.InferOutput<typeof statement>>;

const policy = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    Statement: v.pipe(
      v.union([v.array(v.unknown()), v.unknown()]),
      v.transform((value) => (Array.isArray(value) ? value : [value])),
    ),
  }),
);

/** A request as far as it is known. */
export interface PolicyRequest {
  /** In small letters. */
  readonly action: string;
  /** Null where the policy has no resources, as a role trust policy. */
  readonly resource: string | null;
  /** By the kind of principal, each form in which a policy may name it. */
  readonly principals: Readonly<Record<string, readonly string[]>>;
  /** Condition keys in small letters; a key that is left out is not known. */
  readonly context: Readonly<Record<string, string>>;
}

/** What a policy says of a request; `unsure` where a Deny has conditions that are not known here. */
export type PolicyAnswer =
  | { readonly kind: 'allowed' | 'not-allowed' | 'not-readable' }
  | { readonly kind: 'denied' | 'unsure'; readonly sid: string };

/** The statements of a policy as they are written; null where the text is none. */
export function writtenStatements(text: string | null): readonly unknown[] | null {
  const { success, output } = v.safeParse(policy, text);
  return success ? output.Statement : null;
}

/** The statements of a policy; null where one of them has a form that is not read. */
export function readStatements(text: string): readonly Statement[] | null {
  const written = writtenStatements(text);
  const read = (written ?? []).flatMap((one) => {
    const { success, output } = v.safeParse(statement, one);
    return success ? [output] : [];
  });
  return written === null || read.length < written.length ? null : read;
}

/** Says whether a policy lets a request pass, by the conditions that such policies have. */
export function policyAnswer(text: string, request: PolicyRequest): PolicyAnswer {
  const about = readStatements(text)?.filter((one) => concerns(one, request));
  if (about === undefined) return { kind: 'not-readable' };
  const denies = about.filter(({ Effect }) => Effect === 'Deny');
  const allows = about.filter(({ Effect }) => Effect === 'Allow');
  const denied = denies.find((one) => holds(one, request) === true);
  if (denied !== undefined) return { kind: 'denied', sid: denied.Sid };
  if (!allows.some((one) => holds(one, request) === true)) return { kind: 'not-allowed' };
  const unsure = denies.find((one) => holds(one, request) === null);
  return unsure === undefined ? { kind: 'allowed' } : { kind: 'unsure', sid: unsure.Sid };
}

/** Whether principal, action and resource of a request are those of a statement. */
function concerns(one: Statement, request: PolicyRequest): boolean {
  return (
    Object.entries(request.principals).some(([kind, forms]) =>
      (one.Principal[kind] ?? []).some((each) => forms.includes(each)),
    ) && isAbout(one, request)
  );
}

/** Whether action and resource of a request are those of a statement. */
export function isAbout(
  { Action, Resource }: Statement,
  { action, resource }: Pick<PolicyRequest, 'action' | 'resource'>,
): boolean {
  return (
    Action.some((each) => matchesGlob(each.toLowerCase(), action)) &&
    (resource === null || Resource.some((each) => matchesGlob(each, resource)))
  );
}

/** Null where a condition looks at what is not known here. */
function holds(one: Statement, { context }: PolicyRequest): boolean | null {
  const answers = conditionsOf(one).map((each) => conditionAnswer(each, context));
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

/** One of the conditions that have to hold together. */
export interface Condition {
  readonly operator: string;
  /** As it is written: keys know no case. */
  readonly key: string;
  readonly values: readonly string[];
}

/** The conditions of a statement. */
export function conditionsOf(one: Statement): readonly Condition[] {
  return Object.entries(one.Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({ operator, key, values })),
  );
}

/** Whether a condition holds; null where it looks at what is not known here. */
export function conditionAnswer(
  { operator, key, values }: Condition,
  context: PolicyRequest['context'],
): boolean | null {
  const value = context[key.toLowerCase()];
  const [, negated, kind] =
    /^(?:String|Arn)?(Not)?(Equals|Like|Bool)(?:IfExists)?$/.exec(operator) ?? [];
  if (value === undefined || kind === undefined) return null;
  const isPattern = kind === 'Like' || operator.startsWith('Arn');
  const matches = values.some((each) => (isPattern ? matchesGlob(each, value) : each === value));
  return matches !== (negated === 'Not');
}
