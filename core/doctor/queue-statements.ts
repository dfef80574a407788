// facts → [check] → report: what the policy of a queue says of EventBridge.
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

const statement = v.object({
  Sid: v.optional(v.string(), ''),
  Effect: v.picklist(['Allow', 'Deny']),
  Principal: v.optional(principal, {}),
  Action: v.optional(oneOrMore, []),
  Resource: v.optional(oneOrMore, []),
  Condition: v.optional(v.record(v.string(), v.record(v.string(), oneOrMore)), {}),
});

type Statement = v.InferOutput<typeof statement>;

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

/** A request of EventBridge: the rule sends a message to the queue. */
export interface Sending {
  readonly queueArn: string;
  readonly ruleArn: string;
  readonly account: string;
}

/** What a policy says of a request; `unsure` where a Deny has conditions that are not known here. */
export type PolicyAnswer =
  | { readonly kind: 'allowed' | 'not-allowed' | 'not-readable' }
  | { readonly kind: 'denied' | 'unsure'; readonly sid: string };

/** Says whether a policy lets EventBridge send, by the conditions that such policies have. */
export function answerOf(text: string, sending: Sending): PolicyAnswer {
  const parsed = v.safeParse(policy, text);
  const statements = parsed.success
    ? parsed.output.Statement.map((one) => v.safeParse(statement, one))
    : [];
  const read = statements.flatMap(({ success, output }) => (success ? [output as Statement] : []));
  if (!parsed.success || read.length < statements.length) return { kind: 'not-readable' };
  const about = read.filter((one) => concerns(one, sending));
  const denies = about.filter(({ Effect }) => Effect === 'Deny');
  const allows = about.filter(({ Effect }) => Effect === 'Allow');
  const denied = denies.find((one) => holds(one, sending) === true);
  if (denied !== undefined) return { kind: 'denied', sid: denied.Sid };
  if (!allows.some((one) => holds(one, sending) === true)) return { kind: 'not-allowed' };
  const unsure = denies.find((one) => holds(one, sending) === null);
  return unsure === undefined ? { kind: 'allowed' } : { kind: 'unsure', sid: unsure.Sid };
}

function concerns({ Principal, Action, Resource }: Statement, { queueArn }: Sending): boolean {
  const services = [
    ...(Principal['Service'] ?? []),
    ...(Principal['AWS'] ?? []).filter((each) => each === '*'),
  ];
  return (
    services.some((each) => each === '*' || each === 'events.amazonaws.com') &&
    Action.some((each) => matchesGlob(each.toLowerCase(), 'sqs:sendmessage')) &&
    Resource.some((each) => matchesGlob(each, queueArn))
  );
}

/** Null where a condition looks at what is not known here. */
function holds({ Condition }: Statement, sending: Sending): boolean | null {
  const answers = Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => test(operator, key.toLowerCase(), values, sending)),
  );
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

function test(
  operator: string,
  key: string,
  operands: readonly string[],
  { ruleArn, account }: Sending,
): boolean | null {
  const known: Readonly<Record<string, string>> = {
    'aws:sourcearn': ruleArn,
    'aws:sourceaccount': account,
    'aws:securetransport': 'true',
    'aws:principalisawsservice': 'true',
  };
  const value = known[key];
  const [, negated, kind] =
    /^(?:String|Arn)?(Not)?(Equals|Like|Bool)(?:IfExists)?$/.exec(operator) ?? [];
  if (value === undefined || kind === undefined) return null;
  const isPattern = kind === 'Like' || operator.startsWith('Arn');
  const matches = operands.some((each) => (isPattern ? matchesGlob(each, value) : each === value));
  return matches !== (negated === 'Not');
}

/** Adds to a policy, or to none, the statement that lets the rule send. */
export function withStatement(text: string | null, { queueArn, ruleArn }: Sending): string {
  const parsed = v.safeParse(policy, text);
  const others = parsed.success ? parsed.output.Statement : [];
  const added = {
    Sid: 'LaunchDeniedRuleSends',
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: queueArn,
    Condition: { ArnEquals: { 'aws:SourceArn': ruleArn } },
  };
  return JSON.stringify({ Version: '2012-10-17', Statement: [...others, added] });
}
