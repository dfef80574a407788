// What to change, as the contract writes it: suggestions, their statements, and the pairs of a launch.
import * as v from 'valibot';
import { list } from './list';

const oneOrMore = v.union([v.string(), list(v.string())]);

/** One text or several, as IAM's JSON writes them. */
export type OneOrMore = string | readonly string[];

const policyStatement = v.object({
  /** Letters and digits, as IAM allows. */
  Sid: v.string(),
  Effect: v.literal('Allow'),
  /** Only in policies of a resource or an endpoint. */
  Principal: v.optional(v.union([v.literal('*'), v.object({ AWS: v.string() })])),
  Action: oneOrMore,
  /** Absent in a role trust policy, which is about its own role. */
  Resource: v.optional(oneOrMore),
  /** Operator → condition key → values. */
  Condition: v.optional(v.record(v.string(), v.record(v.string(), oneOrMore))),
});

/** A suggested statement. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export type PolicyStatement = Readonly<v.InferOutput<typeof policyStatement>>;

const policyDocument = v.object({
  Version: v.literal('2012-10-17'),
  Statement: list(policyStatement),
});

/** A policy of suggested statements. */
export type PolicyDocument = Readonly<v.InferOutput<typeof policyDocument>>;

export const PLACES = [
  'role',
  'user',
  'permission-set',
  'permissions-boundary',
  'service-control-policy',
  'resource-control-policy',
  'session-policy',
  'vpc-endpoint-policy',
  'resource-based-policy',
  'role-trust-policy',
  'policy',
  'request',
  'credentials',
] as const;

const place = v.object({
  kind: v.picklist(PLACES),
  /** The plain name, where it is known. */
  name: v.nullable(v.string()),
  /** Of a role that is known by its session alone: as if it had no path. */
  arn: v.nullable(v.string()),
});

/** Where a change belongs. */
export type Place = Readonly<v.InferOutput<typeof place>>;

const TOOLS = ['cli', 'terraform', 'cloudformation', 'karpenter'] as const;

/** A tool that people launch instances with. */
export type Tool = (typeof TOOLS)[number];

const parameter = v.object({
  tool: v.picklist(TOOLS),
  /** Where it goes, such as `aws_instance` or `EC2NodeClass`. */
  goesTo: v.string(),
  /** What to write there, in the tool's own language; placeholders stand in `<…>`. */
  text: v.string(),
});

/** A change of the request in the language of one tool. */
export type Parameter = Readonly<v.InferOutput<typeof parameter>>;

const SUGGESTION_KINDS = [
  'add-allow',
  'change-request',
  'change-deny',
  'rotate-credentials',
  'ask',
] as const;

const CONFIDENCES = ['ready', 'has-placeholders', 'may-be-wrong'] as const;

/** How sure a suggestion is. */
export type Confidence = (typeof CONFIDENCES)[number];

/** Why the simulator did not confirm a suggestion. */
export const UNVERIFIED = [
  'not-asked',
  'not-permitted',
  'no-reader',
  'not-found',
  'throttled',
  'not-simulated',
  'not-valid',
  'fault',
  'still-refused',
  'allowed-already',
] as const;

export const suggestion = v.object({
  kind: v.picklist(SUGGESTION_KINDS),
  appliesTo: place,
  /** Who must act, such as "whoever maintains role ci-runner". */
  who: v.string(),
  /** What to do, in one sentence. */
  what: v.string(),
  confidence: v.picklist(CONFIDENCES),
  /** What would make it wrong, each as a sentence. */
  wrongIf: list(v.string()),
  /** The statement that lets this request through. */
  statement: v.optional(policyStatement),
  /** All that this launch needs, as one policy; apart from the statement. */
  launchPolicy: v.optional(policyDocument),
  /** What the policy for the launch assumes, each as a sentence. */
  launchPolicyAssumes: v.optional(list(v.string())),
  /** The change of the request, in the languages of the tools. */
  parameters: v.optional(list(parameter)),
  /** What to do in order, where it is more than one thing. */
  steps: v.optional(list(v.string())),
  /** Who confirmed that the statement lets the request through. */
  verifiedBy: v.nullable(v.literal('simulator')),
  /** Why nobody did. */
  unverified: v.optional(v.picklist(UNVERIFIED)),
});

/** What to change, by whom, where, and how sure it is. */
export type Suggestion = Readonly<v.InferOutput<typeof suggestion>>;

const PAIR_STATES = ['allowed', 'missing', 'denied', 'not-checked'] as const;

/** An action on a resource that AWS authorizes for a launch. */
export const launchPair = v.object({
  action: v.string(),
  resource: v.string(),
  resourceType: v.string(),
  /** What the request says and the simulator confirms of it. */
  state: v.picklist(PAIR_STATES),
  /** What blocks it, where the simulator says so. */
  blockedBy: v.optional(v.picklist(['organization', 'permissions-boundary'])),
  /** The policy whose statement denies it, by the simulator's name for it. */
  deniedBy: v.optional(v.string()),
});

/** An action on a resource that AWS authorizes for a launch, with what is known of its fate. */
export type LaunchPair = Readonly<v.InferOutput<typeof launchPair>>;
