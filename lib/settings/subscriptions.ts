// Who receives alerts beside plain e-mail addresses, and which.
import { Token } from 'aws-cdk-lib/core';
import * as v from 'valibot';
import { objectList } from './shapes';

/**
 * What a filter may ask for: each message about denials carries these attributes.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering.html
 */
export const FILTER_ATTRIBUTES = [
  'verdict',
  'policyType',
  'principal',
  'action',
  'region',
  'accountId',
  'reason',
] as const;

/** The values an attribute has to have, one of each list. */
export type AlertFilter = Readonly<
  Partial<Record<(typeof FILTER_ATTRIBUTES)[number], readonly string[]>>
>;

/** One receiver of alerts. */
export interface AlertSubscription {
  /** How SNS reaches the endpoint; `sms` receives a text of one line. */
  readonly protocol: SubscriptionProtocol;
  /** An e-mail address, an https address, a telephone number (`+15550100`) or an ARN. */
  readonly endpoint: string;
  /**
   * Which alerts it receives. Values are compared exactly; `none` is the value of what is not known.
   * Alarms about the stack itself carry no attributes, so that no filter lets them through.
   *
   * @default - all
   */
  readonly filter?: AlertFilter;
}

/** How SNS reaches an endpoint. */
type SubscriptionProtocol = keyof typeof ENDPOINTS;

/** The closed lists among the values; a misspelt one would never match. */
export const FILTER_VALUES: AlertFilter = {
  verdict: ['explicit-deny', 'implicit-deny', 'undetermined'],
  policyType: [
    'identity-based',
    'resource-based',
    'permissions-boundary',
    'service-control-policy',
    'resource-control-policy',
    'session-policy',
    'vpc-endpoint-policy',
    'role-trust-policy',
    'none',
  ],
};

const address = v.pipe(v.string(), v.rfcEmail());

/** An ARN, or what the CDK will replace by one. */
function arn(form: RegExp) {
  return v.pipe(
    v.string(),
    v.check((text) => Token.isUnresolved(text) || form.test(text)),
  );
}

const ENDPOINTS = {
  email: address,
  'email-json': address,
  https: v.pipe(v.string(), v.url(), v.startsWith('https://')),
  sms: v.pipe(v.string(), v.regex(/^\+[1-9]\d{6,14}$/)),
  // A topic of this kind cannot send to a FIFO queue.
  sqs: arn(/^arn:aws[\w-]*:sqs:[\w-]+:\d{12}:[\w-]{1,80}$/),
  lambda: arn(/^arn:aws[\w-]*:lambda:[\w-]+:\d{12}:function:[\w-]{1,64}(?::[\w$-]{1,128})?$/),
} as const;

/** SNS's limits. @see https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html */
const MOST_ATTRIBUTES = 5;
const MOST_COMBINATIONS = 150;

const values = v.pipe(
  v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(256))),
  v.minLength(1),
  v.readonly(),
);

const filter = v.pipe(
  v.record(v.picklist(FILTER_ATTRIBUTES), values),
  v.minEntries(1),
  v.maxEntries(MOST_ATTRIBUTES),
  v.check((all) => combinations(all) <= MOST_COMBINATIONS),
  v.check((all) =>
    FILTER_ATTRIBUTES.every((name) => (all[name] ?? []).every((value) => isKnown(name, value))),
  ),
  v.readonly(),
);

function combinations(all: AlertFilter): number {
  return Object.values(all).reduce((product, { length }) => product * length, 1);
}

function isKnown(name: (typeof FILTER_ATTRIBUTES)[number], value: string): boolean {
  return FILTER_VALUES[name]?.includes(value) ?? true;
}

/** Receivers of alerts; on the command line JSON. */
export const subscriptions = objectList(
  v.pipe(
    v.strictObject({
      protocol: v.picklist(['email', 'email-json', 'https', 'sms', 'sqs', 'lambda']),
      endpoint: v.string(),
      filter: v.exactOptional(filter),
    }),
    v.check(({ protocol, endpoint }) => v.is(ENDPOINTS[protocol], endpoint)),
    v.readonly(),
  ),
);

/** What subscriptions are, in words. */
export const SUBSCRIPTIONS_ALLOWED = [
  'a list such as [{"protocol":"email","endpoint":"team@example.com","filter":{"action":["iam:PassRole"]}}],',
  `each once; protocol is one of ${Object.keys(ENDPOINTS).join(', ')} and endpoint an address,`,
  'a number such as +15550100 or an ARN of its kind;',
  `filter has one to five of ${FILTER_ATTRIBUTES.join(', ')}, each a list of values,`,
  'and their lengths multiply to at most 150;',
  `verdict is one of ${FILTER_VALUES.verdict?.join(', ')};`,
  `policyType one of ${FILTER_VALUES.policyType?.join(', ')}`,
].join(' ');
