// decoded → [explained] → alert
// Every sentence an explanation says, and nothing but sentences: what to say when stands in words.ts
// and steps.ts. Names come in as they are to be read; the rules are in docs/writing.md.
import type { DecisiveCondition, EncodedMessageFate, PolicyType, Verdict } from '../contract';

/** How each policy type is named, in the words of the IAM User Guide. */
export const POLICY_TYPE_NAMES = {
  'identity-based': { name: 'identity-based policy', article: 'an' },
  'resource-based': { name: 'resource-based policy', article: 'a' },
  'permissions-boundary': { name: 'permissions boundary', article: 'a' },
  'service-control-policy': { name: 'service control policy', article: 'a' },
  'resource-control-policy': { name: 'resource control policy', article: 'a' },
  'session-policy': { name: 'session policy', article: 'a' },
  'vpc-endpoint-policy': { name: 'VPC endpoint policy', article: 'a' },
  'role-trust-policy': { name: 'role trust policy', article: 'the' },
} as const satisfies Record<PolicyType, { name: string; article: string }>;

export const VERDICT_NAMES = {
  'explicit-deny': 'explicit deny',
  'implicit-deny': 'implicit deny',
  undetermined: 'reason not stated',
} as const satisfies Record<Verdict, string>;

/** What follows the principal in the first line. */
export const REFUSED = {
  request: 'was refused a request',
  operation: (operation: string) => `was refused ${operation}`,
  action: (action: string) => `may not perform ${action}`,
  actionOn: (action: string, resource: string) => `may not perform ${action} on ${resource}`,
  pass: (role: string) => `may not pass ${role}`,
  passToEc2: (role: string) => `may not pass ${role} to EC2`,
  called: (operation: string) => `called ${operation}`,
} as const;

/** What stands in brackets at the end of the first line. */
export const VERDICTS = {
  denyIn: (policy: string) => `explicit deny in ${policy}`,
  simulatedDeny: (policy: string) => `explicit deny, by the simulator in ${policy}`,
  noAllow: (policy: string) => `implicit deny, no ${policy} allows it`,
  simulated: (policy: string) => `implicit deny, by the simulator no ${policy} allows it`,
  quarantined: 'access key quarantined',
  by: (policy: string) => `refused by ${policy}`,
  unreadable: 'the reason is in an encoded message',
  noAnswer: 'no answer of AWS in this excerpt',
  because: (verdict: string, conditions: string) => `${verdict}: ${conditions}`,
} as const;

type ConditionWords = Record<
  DecisiveCondition['relation'] | 'beyond-limit' | 'key-not-on-resource',
  (key: string, request: string, listed: string) => string
>;

/** A condition in a few words, for the first line. */
export const CONDITIONS_BRIEF = {
  'value-forbidden': (key, request, listed) =>
    `${key} ${request} is denied${request === listed ? '' : ` by ${listed}`}`,
  'value-not-allowed': (key, request, listed) => `${key} is ${request}, allowed is ${listed}`,
  'beyond-limit': (key, request, listed) => `${key} is ${request}, the limit is ${listed}`,
  'key-missing': (key) => `${key} is missing`,
  'key-not-on-resource': (key) => `this resource has no ${key}`,
  'key-present': (key) => `${key} must not be given`,
  unclear: (key, _request, listed) => `a condition on ${key} ${listed}`.trim(),
} as const satisfies ConditionWords;

/** A condition as half a sentence: what the request has against what the statement says. */
export const CONDITIONS = {
  'value-forbidden': (key, request, listed) =>
    `the request has ${key} ${request}, which the statement denies${request === listed ? '' : ` by ${listed}`}`,
  'value-not-allowed': (key, request, listed) =>
    `the request has ${key} ${request}, and the statement spares only ${listed}`,
  'beyond-limit': (key, request, listed) =>
    `the request has ${key} ${request}, and the statement names ${listed} as the limit`,
  'key-missing': (key) => `the request has no ${key}`,
  'key-not-on-resource': (key) => `it tests ${key}, which a resource of this type never has`,
  'key-present': (key) => `the request has ${key}, which the statement denies`,
  unclear: (key, request, listed) =>
    `it lists ${key} ${listed}${request === '' ? '' : ` and the request has ${request}`}; the decoded message does not tell how they compare`,
} as const satisfies ConditionWords;

/** Why, first half: what was asked for. */
export const REQUESTS = {
  launch: (launch: string) => `The launch of ${launch}`,
  operation: (operation: string) => `The request ${operation}`,
  action: (action: string) => `The request for ${action}`,
  any: 'The request',
} as const;

/** Why, second half. */
export const CAUSES = {
  noAllow: (what: string) =>
    `was refused because no policy that applies allows ${what}; AWS does not name the policy type that lacks the Allow`,
  noAllowIn: (policy: string, what: string) => `was refused because no ${policy} allows ${what}`,
  simulated: (policy: string, what: string) =>
    `was refused; the IAM policy simulator finds that no ${policy} allows ${what}`,
  denied: (policy: string, what: string) =>
    `was refused because ${policy} explicitly denies ${what}`,
  simulatedDeny: (policy: string, what: string) =>
    `was refused; the IAM policy simulator finds that ${policy} explicitly denies ${what}`,
  noAction:
    'was refused for lack of permission; AWS says neither which action was denied nor which policy decided',
  noPolicy: 'was refused for lack of permission; AWS does not say which policy decided',
  refusedBy: (policy: string) => `was refused by ${policy}; AWS does not say by which statement`,
  unreadable:
    'was refused for lack of permission; the action and the reason are in the encoded message',
  quarantined: 'was refused by the policy that AWS attaches where it found an access key in public',
  open: 'is in this excerpt, which ends before it says whether AWS refused it',
} as const;

/** The sentence that follows the cause when a decoded statement decided. */
export const STATEMENTS = {
  matched: (name: string, conditions: string) => `${name} matched: ${conditions}.`,
  unconditional: (name: string) => `${name} matched, without a condition.`,
  allBut: (name: string, what: string) => `${name}, which covers all ${what} but those it lists,`,
  named: (sid: string) => `Statement ${sid}`,
  nameless: 'A statement without a Sid',
} as const;

/** The sentence that follows the cause when the message told nothing. */
export const EVIDENCE_NOTES = {
  decoded: '',
  cutByCloudTrail:
    'CloudTrail cut the encoded message at 1,024 characters, so this rests on the readable part of the event.',
  truncated:
    'The encoded message is cut and cannot be decoded, so this rests on the rest of the text.',
  damaged:
    'The encoded message is damaged and cannot be decoded, so this rests on what else is readable.',
  absent: '',
  'not-permitted':
    'The encoded message is whole, but it could not be decoded for lack of permission.',
  'not-valid':
    'STS refused the encoded message: it might be altered, expired, or from another account or partition.',
  offline: 'The encoded message is whole, but STS was not asked or not reached to decode it.',
} as const satisfies Record<EncodedMessageFate['status'] | 'cutByCloudTrail', string>;

/** What is said of a reader role that could not be assumed; its names are empty where they may not leave. */
export const READER = {
  account: (id: string) => (id === '' ? 'the account of the request' : `account ${id}`),
  role: (name: string) => (name === '' ? 'the reader role' : `role ${name}`),
  note: (account: string, role: string) =>
    `The encoded message is whole, but it can be decoded in ${account} alone, and ${role} could not be assumed there.`,
  decode: (account: string) =>
    `For whoever may sign in to ${account}: decode the message, which stands in the CloudTrail event; any principal there that is allowed \`sts:DecodeAuthorizationMessage\` can, not only the one that was denied.`,
  deploy: (account: string, role: string) =>
    `For whoever runs Launch Denied: ${role} could not be assumed in ${account}, and AWS does not say why. Deploy the forwarder stack with that role there or, where it is deployed, run \`launch-denied doctor --member\` there.`,
} as const;

/** Steps when the reason is not stated. */
export const UNDETERMINED_STEPS = {
  wholeRecord: 'Give the whole CloudTrail record.',
  wholeMessage:
    'Take the whole encoded message from the output of the tool that made the request and give it to `launch-denied explain`.',
  check: (principal: string, action: string) =>
    `Check whether a policy of ${principal} allows ${action}.`,
  simulate: (operation: string, principal: string) =>
    `Run ${operation} for ${principal} in the IAM policy simulator to see which policy decides.`,
} as const;

/** Who must allow what, by policy type. */
export const ALLOW_STEPS = {
  untyped: (principal: string, what: string) =>
    `Look for the policy that lacks the Allow for ${what}: the identity-based policies of ${principal} first, then its permissions boundary, then the service control policies of the account.`,
  permissionSet: (name: string, what: string) =>
    `Ask whoever maintains IAM Identity Center to allow ${what} in permission set ${name}; changes of the role itself are overwritten.`,
  serviceLinked: (principal: string) =>
    `AWS maintains the policy of ${principal} and it cannot be edited: let the service use a role of your own, or change what it is asked to launch.`,
  serviceLinkedKey: (principal: string, action: string) =>
    `For whoever owns the key: allow ${action} for ${principal} in the key policy; AWS maintains the policy of the role itself, and it cannot be edited.`,
  oneAtATime:
    'EC2 names one refused permission at a time: repeat the launch with `--dry-run` afterwards to see whether another is missing.',
  oneAtATimeOfService:
    'EC2 names one refused permission at a time: let the service launch again afterwards to see whether another is missing.',
  federated: (principal: string, what: string) =>
    `For whoever gives ${principal} its credentials: allow ${what} in the policies of the IAM user behind them and in the session policy.`,
  'identity-based': (principal: string, what: string) =>
    `For whoever maintains ${principal}: allow ${what} in one of its identity-based policies.`,
  'resource-based': (_principal: string, what: string) =>
    `For whoever owns the resource: allow ${what} in its resource-based policy.`,
  'permissions-boundary': (principal: string, what: string) =>
    `Ask whoever owns the permissions boundary of ${principal} to allow ${what} in it; an Allow in another policy does not help.`,
  'service-control-policy': (_principal: string, what: string) =>
    `Ask the organization's administrator to allow ${what} in the service control policies of this account; an Allow in the account does not help.`,
  'resource-control-policy': (_principal: string, what: string) =>
    `Ask the organization's administrator to allow ${what} in the resource control policies.`,
  'session-policy': (principal: string, what: string) =>
    `For the caller that assumed ${principal}: pass a session policy that allows ${what}.`,
  'vpc-endpoint-policy': (_principal: string, what: string) =>
    `For whoever owns the VPC endpoint: allow ${what} in its endpoint policy, or send the request another way.`,
  'role-trust-policy': (_principal: string, what: string) =>
    `For whoever owns the role: allow ${what} in its trust policy.`,
} as const;

/** Where the Deny stands, by policy type. */
export const DENY_STEPS = {
  untyped: (principal: string) =>
    `Find the Deny statement: in the identity-based policies and the permissions boundary of ${principal}, or in the service control policies of the account.`,
  boundaryHint: (principal: string) =>
    `Look first in the permissions boundary of ${principal}: the decoded message hints at it, and does not name the policy.`,
  permissionSet: (name: string) =>
    `Ask whoever maintains IAM Identity Center about the Deny statement in permission set ${name}.`,
  'identity-based': (principal: string, arn: string) =>
    `Read the Deny statement in the identity-based policy${arn} of ${principal}.`,
  'resource-based': () =>
    'Ask whoever owns the resource about the Deny statement in its resource-based policy.',
  'permissions-boundary': (principal: string, arn: string) =>
    `Ask whoever owns the permissions boundary${arn} of ${principal} about its Deny statement.`,
  'service-control-policy': (_principal: string, arn: string) =>
    `Ask the organization's administrator about the Deny statement in the service control policy${arn}; it cannot be seen or changed from this account.`,
  'resource-control-policy': (_principal: string, arn: string) =>
    `Ask the organization's administrator about the Deny statement in the resource control policy${arn}.`,
  'session-policy': (principal: string) =>
    `For the caller that assumed ${principal}: look at the Deny statement in the session policy it passed.`,
  'vpc-endpoint-policy': () =>
    'Ask whoever owns the VPC endpoint about the Deny statement in its endpoint policy.',
  'role-trust-policy': () =>
    'Ask whoever owns the role about the Deny statement in its trust policy.',
} as const;

const OR_EXCEPTION =
  'or ask for an exception in the statement; an added Allow cannot override an explicit deny.';

/** What to change in the request, by how the decisive condition compares. */
export const CHANGE_STEPS = {
  'value-forbidden': (key, request, listed) =>
    `Change the request so that ${key} is not ${request === listed ? request : `one of ${listed}`}, ${OR_EXCEPTION}`,
  'value-not-allowed': (key, _request, listed) =>
    `Change the request so that ${key} is ${listed}, ${OR_EXCEPTION}`,
  'beyond-limit': (key, _request, listed) =>
    `Change the request so that ${key} keeps to the limit of ${listed}, ${OR_EXCEPTION}`,
  'key-missing': (key) => `Make the request with ${key}, ${OR_EXCEPTION}`,
  'key-not-on-resource': (key) =>
    `Ask whoever owns the statement to limit it to resources that have ${key}; nothing in the request can satisfy it here.`,
  'key-present': (key) => `Make the request without ${key}, ${OR_EXCEPTION}`,
  unclear: () =>
    'Change the request so that the statement no longer matches it, or ask for an exception there; an added Allow cannot override an explicit deny.',
} as const satisfies ConditionWords;

/** What to change where the key is not a parameter of the request; by the beginning of the key. */
export const KEY_STEPS = [
  ['aws:multifactorauth', () => `Sign in with MFA and repeat the request, ${OR_EXCEPTION}`],
  [
    'aws:requestedregion',
    (_key, _request, listed, isDenied) =>
      `Launch in ${isDenied ? `another Region than ${listed}` : listed}, ${OR_EXCEPTION}`,
  ],
  [
    'aws:sourceip',
    (_key, _request, listed, isDenied) =>
      `Send the request from ${isDenied ? `outside of ${listed}` : listed}, ${OR_EXCEPTION}`,
  ],
  [
    'aws:requesttag/',
    (key, _request, listed, isDenied) =>
      `${isDenied ? 'Change' : 'Give'} the tag ${tagOf(key)}${listed === 'true' || listed === 'false' || isDenied ? '' : ` one of the values ${listed}`} in the tag specification of the request, ${OR_EXCEPTION}`,
  ],
  [
    'aws:resourcetag/',
    (key) =>
      `Use a resource that carries the tag ${tagOf(key)} as the statement wants it, ${OR_EXCEPTION}`,
  ],
  [
    'ec2:resourcetag/',
    (key) =>
      `Use a resource that carries the tag ${tagOf(key)} as the statement wants it, ${OR_EXCEPTION}`,
  ],
] as const satisfies readonly (readonly [
  string,
  (key: string, request: string, listed: string, isDenied: boolean) => string,
])[];

function tagOf(key: string): string {
  return key.slice(key.indexOf('/') + 1);
}

/** What to do about a leaked key, in order. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html */
export const QUARANTINE_STEPS = [
  'Treat this as a security incident: AWS attaches this policy where it found an access key of the principal in public.',
  'For whoever maintains the principal: deactivate the leaked access key at once, and create a new one only where one is still needed.',
  'Look in CloudTrail for what the leaked key did, in every Region, and remove what it made.',
  'Only then detach the AWSCompromisedKeyQuarantine policy, as the support case of AWS describes.',
] as const;

const WHO_DECODES =
  'any principal of the account where the request was denied may decode it with `sts:DecodeAuthorizationMessage`, not only the one that was denied.';

/** How the message might still be decoded. */
export const MESSAGE_STEPS = {
  'not-permitted': (decoder: string) =>
    `To have messages decoded, add the statement below to ${decoder}; ${WHO_DECODES}`,
  'not-valid': () =>
    `Decode the message in the account and partition it came from, exactly as it was printed: ${WHO_DECODES}`,
  offline: () => `Decode the message with credentials of the same account: ${WHO_DECODES}`,
} as const;
