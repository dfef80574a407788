// explained → [suggested] → alert
// Every sentence a suggestion says, and nothing but sentences; the rules are in docs/writing.md.
import type { Confidence, Place, Tool, UNVERIFIED } from '../suggestion';

type ByPlace = Readonly<
  Record<Exclude<Place['kind'], 'request' | 'credentials'>, (name: string) => string>
>;

/** Who can change a place; `who` is the principal that was denied. */
export const WHO: ByPlace = {
  role: (who) => `whoever maintains ${who}`,
  user: (who) => `whoever maintains ${who}`,
  policy: (who) => `whoever maintains the policies of ${who}`,
  'permission-set': () => 'whoever maintains IAM Identity Center',
  'permissions-boundary': (who) => `whoever owns the permissions boundary of ${who}`,
  'service-control-policy': () => "the organization's administrator",
  'resource-control-policy': () => "the organization's administrator",
  'session-policy': (who) => `the caller that assumed ${who}`,
  'vpc-endpoint-policy': () => 'whoever owns the VPC endpoint',
  'resource-based-policy': () => 'whoever owns the resource',
  'role-trust-policy': () => 'whoever owns the role',
};

/** A federated user has no policies of its own. */
export const FEDERATED = {
  who: (who: string) => `whoever gives ${who} its credentials`,
  what: 'Add the statement to the policies of the IAM user that gets the credentials, and to the session policy that it passes.',
} as const;

export const REQUESTER = 'whoever makes the request';

/** What to add the statement to; `name` is the policy's ARN where AWS names it, else whose it is. */
export const ADD: ByPlace = {
  role: (name) => `Add the statement to an identity-based policy of ${name}.`,
  user: (name) => `Add the statement to an identity-based policy of ${name}.`,
  policy: (name) => `Add the statement to the policy ${name}.`,
  'permission-set': (name) =>
    `Add the statement to the inline policy of ${name}; changes of the role itself are overwritten.`,
  'permissions-boundary': (name) =>
    `Add the statement to the permissions boundary ${name}; the identity-based policies have to allow it too.`,
  'service-control-policy': () =>
    'Add the statement to a service control policy that lists what the account may do.',
  'resource-control-policy': () => 'Add the statement to a resource control policy.',
  'session-policy': () =>
    'Add the statement to the session policy that is passed when the role is assumed.',
  'vpc-endpoint-policy': () => 'Add the statement to the policy of the VPC endpoint.',
  'resource-based-policy': () => 'Add the statement to the policy of the resource.',
  'role-trust-policy': () => 'Add the statement to the trust policy of the role.',
};

const BLOCKERS = {
  organization: 'the organization',
  'permissions-boundary': 'the permissions boundary',
} as const;

/** What would make an added statement wrong. */
export const WRONG_IF = {
  untyped:
    'AWS does not name the policy type: where a permissions boundary or a service control policy lacks the Allow, this statement does not help.',
  simulated:
    'AWS does not name the policy type: that this one lacks the Allow is what the IAM policy simulator finds.',
  size: (size: number, limit: number) =>
    `The statement has ${size} characters, and a managed policy takes ${limit}.`,
  toEc2: 'The operation is not known: the role is taken to be passed to EC2.',
  keyActions:
    'A volume needs more actions of its key than the one that was denied: kms:CreateGrant, kms:Decrypt, kms:DescribeKey, kms:GenerateDataKeyWithoutPlaintext and, for snapshots under another key, kms:ReEncrypt*.',
  others: 'Another policy type might refuse the request next: AWS names one at a time.',
  organization:
    'The organization has more than one level: each level between its root and the account has to allow the request.',
  federated:
    'The policies of a federated user and the session policy it was given have to allow the request together.',
  placeholders: 'What stands in <…> is not in the evidence and has to be filled in.',
  template:
    'The launch template might name a key pair, an instance profile, tags or other resources that need statements of their own.',
  denied: (action: string, resource: string, policy: string) =>
    `The simulator finds that ${policy} explicitly denies ${action} on ${resource}; an added Allow does not help there.`,
  blocked: (action: string, resource: string, by: keyof typeof BLOCKERS) =>
    `The simulator finds that ${BLOCKERS[by]} does not allow ${action} on ${resource}; an Allow added here does not help there.`,
  many: 'The request names more resources than are listed here.',
} as const;

/** What to change where a statement denies. */
export const CHANGE = {
  request: (keys: string) =>
    `Change ${keys} in the request, so that the statement no longer matches.`,
  deny: (statement: string, policy: string) =>
    `Change ${statement} of ${policy}, if the request is meant to be allowed; an added Allow cannot override an explicit deny.`,
  statement: (sid: string) => (sid === '' ? 'the Deny statement' : `statement ${sid}`),
  policy: {
    named: (arn: string) => arn,
    typed: (type: string) => `the ${type}`,
    any: 'the policy that holds it',
  },
} as const;

/** What would make a change of the request or of the Deny wrong. */
export const CHANGE_WRONG_IF = {
  inferred: 'The decoded message drops condition operators, so how the values compare is inferred.',
  region:
    'Images, subnets, security groups and key pairs belong to one Region: the request needs those of the other one.',
  other: 'Another statement might deny the changed request.',
  guardrail: 'The statement might be a guardrail on purpose: ask before it is weakened.',
  elsewhere: 'AWS names one policy, and others might hold the same Deny.',
} as const;

/** What to do where no statement helps. */
export const ASK = {
  serviceLinked: (who: string) =>
    `AWS maintains the policy of ${who} and it cannot be edited: change what the service is asked to launch, or let it use a role of your own where it can.`,
  root: 'No identity-based policy limits the root user, so look in the service control policies of the account; and launch with a role in place of the root user.',
  policy: (type: string) =>
    `Ask for the statement of the ${type} that refused the request; AWS names its type, and not the statement.`,
  service: (who: string) =>
    `Look in the documentation of ${who} for the permissions that it needs.`,
  action: 'Find out which action was denied: decode the whole encoded message.',
  undetermined: 'Find out which policy decides; the likeliest causes come first.',
} as const;

export const ASKED = {
  administrator: "the account's administrator",
  organization: "the organization's administrator",
} as const;

/** The likeliest causes where AWS does not say why, in order, then how to find out. */
export const CAUSES = {
  noAllow: (who: string, what: string) => `No identity-based policy of ${who} allows ${what}.`,
  boundary: (who: string) =>
    `The permissions boundary of ${who}, where it has one, does not allow it.`,
  organization: 'A service control policy of the organization denies it.',
  session: (who: string) =>
    `The session policy that was passed when ${who} was assumed, where there is one, does not allow it.`,
  decode:
    'To find out: give the whole encoded message, from the output of the tool that made the request, to `launch-denied explain`.',
  found: (pairs: string) => `The IAM policy simulator finds that this is not allowed: ${pairs}.`,
  simulate: (link: string) => `To find out: run the request in the IAM policy simulator, ${link}`,
} as const;

/** How a leaked key is replaced, in order. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html */
export const ROTATE = {
  what: 'Replace the access key that AWS found in public; an added Allow does not help.',
  wrongIf:
    'The principal might have several access keys: AWS does not say here which one it found.',
} as const;

/** How sure a suggestion is, in words. */
export const CONFIDENCES = {
  ready: 'ready',
  'has-placeholders': 'has placeholders',
  'may-be-wrong': 'may be wrong',
} as const satisfies Record<Confidence, string>;

/** Whether the simulator confirms a statement; empty where it was not asked. */
export const CHECKS = {
  simulator: 'confirmed by the IAM policy simulator',
  'not-asked': '',
  'not-permitted': 'not confirmed: iam:SimulatePrincipalPolicy is not permitted',
  'no-reader': 'not confirmed: the reader role could not be assumed in the account of the request',
  'not-found':
    'not confirmed: the IAM policy simulator does not find this principal in the account',
  throttled: 'not confirmed: IAM throttled the simulator',
  'not-simulated': 'not confirmed: the IAM policy simulator does not cover this case',
  'not-valid': 'not confirmed: the IAM policy simulator did not take the request',
  fault: 'not confirmed: the IAM policy simulator did not answer',
  'allowed-already':
    'not confirmed: the IAM policy simulator allows the request without it, so the cause is elsewhere, or mended by now',
  'still-refused':
    'not confirmed: the IAM policy simulator refuses the request even with this statement',
} as const satisfies Record<(typeof UNVERIFIED)[number] | 'simulator', string>;

const TOOL_NAMES = {
  cli: 'AWS CLI',
  terraform: 'Terraform',
  cloudformation: 'CloudFormation',
  karpenter: 'Karpenter',
} as const satisfies Record<Tool, string>;

/** Titles of what is shown of suggestions. */
export const SUGGESTED = {
  statement: 'Suggested statement',
  forWhom: (who: string, what: string) =>
    `For ${who}: ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
  wrongIf: 'What would make it wrong',
  launch: 'One policy for all that this launch needs',
  missing: 'One policy for all that this launch lacks',
  assumes: 'What to know about this policy',
  launchText:
    'EC2 names one refused permission at a time; this policy holds all that the launch needs and is not known to have.',
  request: 'Suggested change of the request',
  tool: (tool: Tool, goesTo: string) => `${TOOL_NAMES[tool]}: ${goesTo}`,
  causes: 'Likeliest causes, and how to find out',
  pairs: {
    denied: 'Denied for this launch, by the IAM policy simulator',
    missing: 'Missing for this launch, by the IAM policy simulator',
    allowed: 'Allowed for this launch, by the IAM policy simulator',
    'not-checked': 'Also needed for this launch, not checked',
  },
  blockedBy: {
    organization: 'blocked by the organization',
    'permissions-boundary': 'blocked by the permissions boundary',
  },
} as const;

/** What to know before a fix is pasted. */
export const FIX_NOTES = {
  answers: (sid: string, denials: string) => `statement ${sid} answers: ${denials}`,
  confidence: (words: string) => `confidence: ${words}`,
  none: (summary: string, what: string) => `no statement answers: ${summary}. ${what}`.trim(),
} as const;
