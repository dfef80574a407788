// decoded → [explained] → alert
// Every sentence an explanation says. A sentence names only facts that have a witness.
import { parseArn } from '../arn';
import type { EncodedMessageFate, Launch, PolicyType, Principal } from '../contract';
import type { Facts } from './facts';
import {
  launchBrief,
  POLICY_TYPE_NAMES,
  principalName,
  resourceName,
  VERDICT_NAMES,
} from './names';
import type { ReasonCode } from './reasons';

/** The words of an explanation. */
export interface Words {
  readonly summary: string;
  readonly detail: string;
  readonly nextSteps: readonly string[];
}

/** Finds the words for what is known. */
export function wordsFor(facts: Facts, code: ReasonCode): Words {
  return {
    summary: `${headline(facts)} (${verdictWords(facts)})`,
    detail: [cause(facts), evidenceNote(facts.encodedMessage)].filter(Boolean).join(' '),
    nextSteps: [...steps(facts, code), ...messageSteps(facts.encodedMessage)],
  };
}

/** The statement that lets a principal decode messages. @see https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html */
export const DECODE_STATEMENT = {
  Effect: 'Allow',
  Action: 'sts:DecodeAuthorizationMessage',
  Resource: '*',
} as const;

/** Who was refused what, as the beginning of a line. */
export function headline(facts: Facts): string {
  const who = principalName(facts.principal);
  return `${who.charAt(0).toUpperCase()}${who.slice(1)} ${refused(facts)}`;
}

// ── summary ──────────────────────────────────────────────────────────────────────────────────

function refused(facts: Facts): string {
  const { action, operation, resource, resourceType } = facts;
  if (action === null)
    return operation === null ? 'was refused a request' : `was refused ${operation}`;
  if (facts.witnesses['action'] === 'inferred') return `was refused ${operation ?? action}`;
  if (resource === null) return `may not perform ${action}`;
  const name = resourceName(resource, resourceType);
  if (action === 'iam:PassRole') return `may not pass ${name}${isEc2(facts) ? ' to EC2' : ''}`;
  return `may not perform ${action} on ${name}`;
}

function isEc2({ operation }: Facts): boolean {
  return operation === 'RunInstances' || operation === 'CreateFleet';
}

function verdictWords({ verdict, policyType }: Facts): string {
  if (policyType === null) return VERDICT_NAMES[verdict];
  const { name, article } = POLICY_TYPE_NAMES[policyType];
  if (verdict === 'explicit-deny') return `explicit deny in ${article} ${name}`;
  return `implicit deny, no ${name} allows it`;
}

// ── detail ───────────────────────────────────────────────────────────────────────────────────

function cause(facts: Facts): string {
  return `${request(facts)} was refused ${because(facts)}.`;
}

/** What is launched; null for a request that launches nothing, such as StartInstances. */
function launched({ launch, operation }: Facts): Launch | null {
  return launch === undefined || operation === 'StartInstances' ? null : launch;
}

function request(facts: Facts): string {
  const { operation, action } = facts;
  const launch = launched(facts);
  if (launch !== null) return `The launch of ${launchBrief(launch)}`;
  return operation === null ? `The request ${action ?? ''}`.trim() : `The request ${operation}`;
}

function because(facts: Facts): string {
  const { verdict, policyType, policyArn, action, resource } = facts;
  const what =
    action === null ? 'the request' : `${action}${resource === null ? '' : ` on ${resource}`}`;
  if (verdict === 'undetermined') return undetermined(facts);
  const type = policyType === null ? null : POLICY_TYPE_NAMES[policyType];
  if (verdict === 'implicit-deny') {
    return type === null
      ? `because no policy that applies allows ${what}; AWS does not name the policy type that lacks the Allow`
      : `because no ${type.name} allows ${what}`;
  }
  const where = type === null ? 'a policy' : `${type.article} ${type.name}`;
  return `because ${where}${policyArn === null ? '' : ` (${policyArn})`} explicitly denies ${what}`;
}

function undetermined({ witnesses }: Facts): string {
  return witnesses['action'] === 'inferred'
    ? 'for lack of permission; AWS says neither which action was denied nor which policy decided'
    : 'for lack of permission; AWS does not say which policy decided';
}

const EVIDENCE_NOTES = {
  decoded: '',
  truncated:
    'CloudTrail cut the encoded message at 1,024 characters, so this rests on the readable part of the event.',
  damaged:
    'The encoded message is damaged and cannot be decoded, so this rests on the readable part of the event.',
  absent: '',
  'not-permitted':
    'The encoded message is whole, but it could not be decoded for lack of permission.',
  'not-valid':
    'STS refused the encoded message: it might be altered, expired, or from another account or partition.',
  offline: 'The encoded message is whole, but STS was not reached to decode it.',
} as const satisfies Record<EncodedMessageFate['status'], string>;

function evidenceNote({ status }: EncodedMessageFate): string {
  return EVIDENCE_NOTES[status];
}

// ── next steps ───────────────────────────────────────────────────────────────────────────────

function steps(facts: Facts, code: ReasonCode): readonly string[] {
  if (facts.verdict === 'undetermined') return undeterminedSteps(facts, code);
  return facts.verdict === 'explicit-deny' ? denySteps(facts) : allowSteps(facts);
}

function undeterminedSteps(facts: Facts, code: ReasonCode): readonly string[] {
  const simulate = `Run ${facts.operation ?? 'the request'} for ${principalName(facts.principal)} in the IAM policy simulator to see which policy decides.`;
  if (code === 'NOT_STATED')
    return [
      `Check whether a policy of ${principalName(facts.principal)} allows ${facts.action ?? 'the request'}.`,
      simulate,
    ];
  return [WHOLE_MESSAGE_STEP, simulate];
}

const WHOLE_MESSAGE_STEP =
  'Take the whole encoded message from the output of the tool that made the request and give it to `launch-denied explain`.';

const ONE_AT_A_TIME_STEP =
  'EC2 names one refused permission at a time: repeat the launch with `--dry-run` afterwards to see whether another is missing.';

function allowSteps(facts: Facts): readonly string[] {
  const { policyType, principal } = facts;
  const what = `${facts.action ?? 'the action'}${facts.resource === null ? '' : ' on this resource'}`;
  const first =
    policyType === null ? UNTYPED_ALLOW(principal, what) : ALLOW_STEPS[policyType](principal, what);
  return launched(facts) === null ? [first] : [first, ONE_AT_A_TIME_STEP];
}

type Step = (principal: Principal, what: string, arn?: string | null) => string;

const UNTYPED_ALLOW: Step = (principal, what) =>
  `Look for the policy that lacks the Allow for ${what}: the identity-based policies of ${principalName(principal)} first, then its permissions boundary, then the service control policies of the account.`;

const ALLOW_STEPS: Readonly<Record<PolicyType, Step>> = {
  'identity-based': (principal, what) => {
    if (principal.permissionSet !== undefined)
      return `Ask whoever maintains IAM Identity Center to allow ${what} in permission set ${principal.permissionSet}; changes of the role itself are overwritten.`;
    if (principal.serviceLinked)
      return `AWS maintains the policy of ${principalName(principal)} and it cannot be edited: use a service role of your own, or allow what the service asks for where it is denied.`;
    return `For whoever maintains ${principalName(principal)}: allow ${what} in one of its identity-based policies.`;
  },
  'resource-based': (_principal, what) =>
    `For whoever owns the resource: allow ${what} in its resource-based policy.`,
  'permissions-boundary': (principal, what) =>
    `Ask whoever owns the permissions boundary of ${principalName(principal)} to allow ${what} in it; an Allow in another policy does not help.`,
  'service-control-policy': (_principal, what) =>
    `Ask the organization's administrator to allow ${what} in the service control policies of this account; an Allow in the account does not help.`,
  'resource-control-policy': (_principal, what) =>
    `Ask the organization's administrator to allow ${what} in the resource control policies.`,
  'session-policy': (principal, what) =>
    `For the caller that assumed ${principalName(principal)}: pass a session policy that allows ${what}, or none.`,
  'vpc-endpoint-policy': (_principal, what) =>
    `For whoever owns the VPC endpoint: allow ${what} in its endpoint policy, or send the request another way.`,
  'role-trust-policy': (_principal, what) =>
    `For whoever owns the role: allow ${what} in its trust policy.`,
};

function denySteps(facts: Facts): readonly string[] {
  const { policyType, policyArn, principal } = facts;
  const name = policyArn === null ? '' : ` ${policyArn}`;
  const find =
    policyType === null ? UNTYPED_DENY(principal, name) : DENY_STEPS[policyType](principal, name);
  return [
    find,
    'Change the request so that the statement no longer matches it, or ask for an exception there; an added Allow cannot override an explicit deny.',
  ];
}

const UNTYPED_DENY: Step = (principal) =>
  `Find the Deny statement: in the identity-based policies and the permissions boundary of ${principalName(principal)}, or in the service control policies of the account.`;

const DENY_STEPS: Readonly<Record<PolicyType, Step>> = {
  'identity-based': (principal, name) =>
    principal.permissionSet === undefined
      ? `Read the Deny statement in the identity-based policy${name} of ${principalName(principal)}.`
      : `Ask whoever maintains IAM Identity Center about the Deny statement in permission set ${principal.permissionSet}.`,
  'resource-based': () =>
    'Ask whoever owns the resource about the Deny statement in its resource-based policy.',
  'permissions-boundary': (principal, name) =>
    `Ask whoever owns the permissions boundary${name} of ${principalName(principal)} about its Deny statement.`,
  'service-control-policy': (_principal, name) =>
    `Ask the organization's administrator about the Deny statement in the service control policy${name}; it cannot be seen or changed from this account.`,
  'resource-control-policy': (_principal, name) =>
    `Ask the organization's administrator about the Deny statement in the resource control policy${name}.`,
  'session-policy': (principal) =>
    `For the caller that assumed ${principalName(principal)}: look at the Deny statement in the session policy it passed.`,
  'vpc-endpoint-policy': () =>
    'Ask whoever owns the VPC endpoint about the Deny statement in its endpoint policy.',
  'role-trust-policy': () =>
    'Ask whoever owns the role about the Deny statement in its trust policy.',
};

function messageSteps({ status, decoder }: EncodedMessageFate): readonly string[] {
  if (status !== 'not-permitted') return [];
  return [`To have messages decoded, add the statement below to ${decoderName(decoder)}.`];
}

function decoderName(decoder: string | undefined): string {
  const session = decoder === undefined ? null : parseArn(decoder)?.resource.split('/');
  return session?.[0] === 'assumed-role' && session[1] !== undefined
    ? `role ${session[1]}`
    : (decoder ?? 'the role that decodes');
}
