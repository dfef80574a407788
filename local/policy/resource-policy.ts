// Policies that stand at a resource: a role's trust policy, an event bus's policy, a queue's policy.
// @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
import * as v from 'valibot';
import { anyOf, allOf, type Answer } from './answer';
import { applies, type PolicyRequest } from './applies';
import type { RequestContext } from './policy-text';
import { oneOrMore, policyDocument, type Statement } from './statement';

/** A statement with those it speaks of. */
export interface ResourceStatement extends Statement {
  readonly principals: Principals;
}

interface Principals {
  readonly isEverybody: boolean;
  /** Accounts by their numbers, and ARNs of principals. */
  readonly aws: readonly string[];
  readonly services: readonly string[];
}

/** Who asks: a session of a role, or a service for itself. */
export type Asker = SessionAsker | { readonly kind: 'service'; readonly name: string };

/** A session of a role. */
interface SessionAsker {
  readonly kind: 'session';
  /** `arn:aws:sts::111122223333:assumed-role/role/session` */
  readonly arn: string;
  /** The ARN of the role. */
  readonly roleArn: string;
  readonly account: string;
  /** Null outside of organizations. */
  readonly organization: string | null;
}

const named = v.strictObject({
  AWS: v.optional(oneOrMore(v.string()), []),
  Service: v.optional(oneOrMore(v.string()), []),
});

const principals = v.pipe(
  v.union([v.literal('*'), named]),
  v.transform((given): Principals => {
    if (given === '*') return { isEverybody: true, aws: [], services: [] };
    const aws = given.AWS.map((text) => /^arn:[^:]+:iam::(\d{12}):root$/.exec(text)?.[1] ?? text);
    return { isEverybody: aws.includes('*'), aws, services: given.Service };
  }),
);

/** A trust policy names no resource: it stands at the only one. */
const written = v.looseObject({ Principal: principals, Resource: v.optional(v.unknown(), '*') });

/** The statements of a policy at a resource. */
export const resourcePolicy = v.pipe(
  v.object({ Version: v.optional(v.string()), Statement: oneOrMore(written) }),
  v.transform(({ Version, Statement }) =>
    Statement.flatMap(({ Principal, ...rest }): readonly ResourceStatement[] =>
      v
        .parse(policyDocument, { ...(Version && { Version }), Statement: rest })
        .map((statement) => ({ ...statement, principals: Principal })),
    ),
  ),
);

/** What a policy at a resource says; what is open is decided against the request. */
export function saidByResource(
  statements: readonly ResourceStatement[],
  request: PolicyRequest,
  asker: Asker,
  context: RequestContext,
): 'allowed' | 'explicit-deny' | 'implicit-deny' {
  const whole = new Map([...contextOf(asker), ...context]);
  const answer = (effect: Statement['effect']): Answer =>
    anyOf(
      statements
        .filter((statement) => statement.effect === effect)
        .map((statement) =>
          allOf([covers(statement.principals, asker), applies(statement, request, whole)]),
        ),
    );
  if (answer('Deny') !== false) return 'explicit-deny';
  return answer('Allow') === true ? 'allowed' : 'implicit-deny';
}

function covers({ isEverybody, aws, services }: Principals, asker: Asker): boolean {
  if (isEverybody) return true;
  return asker.kind === 'service'
    ? services.includes(asker.name)
    : [asker.account, asker.arn, asker.roleArn].some((one) => aws.includes(one));
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
function contextOf(asker: Asker): RequestContext {
  const transport = ['aws:securetransport', ['true']] as const;
  if (asker.kind === 'service')
    return new Map<string, readonly string[]>([
      transport,
      ['aws:principalisawsservice', ['true']],
      ['aws:principalservicename', [asker.name]],
    ]);
  const organization =
    asker.organization === null ? [] : [['aws:principalorgid', [asker.organization]] as const];
  return new Map<string, readonly string[]>([
    transport,
    ['aws:principalisawsservice', ['false']],
    ['aws:principalarn', [asker.roleArn]],
    ['aws:principalaccount', [asker.account]],
    ['aws:principaltype', ['AssumedRole']],
    ...organization,
  ]);
}
