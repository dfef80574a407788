// suggested → [forms]: commands of the AWS CLI, where one adds the policy and replaces nothing unsaid.
import { parseArn } from '../arn';
import type { Place, PolicyDocument } from '../suggestion';
import { type FormInput, jsonText } from './json';
import { holderOf, placeholderOf, policyName, type Holder } from './names';
import { awsCommand, comments, isArgument, type Option } from './shell';
import { LIMITS, partsOf, sizeOf } from './size';

/**
 * Writes the commands that add a policy to a role or user: inline where it fits, else managed.
 * Other places get what can be pasted without replacing a policy unsaid.
 * @see https://docs.aws.amazon.com/cli/latest/reference/iam/put-role-policy.html
 */
export function cli({ policy, place }: FormInput): string {
  if (place.kind === 'permission-set') return permissionSet(policy);
  const holder = holderOf(place);
  if (holder === null) return byHand(policy, asWhole(place.kind));
  if (sizeOf(policy) <= LIMITS[holder.kind]) return `${inline(policy, holder)}\n`;
  const parts = partsOf(policy, LIMITS.managed);
  if (parts.some((part) => sizeOf(part) > LIMITS.managed)) return byHand(policy, TOO_LARGE);
  const commands = parts.map((part) => managed(part, holder, place.arn));
  return `${comments(tooLargeInline(policy, holder))}${commands.join('\n')}\n`;
}

function inline(policy: PolicyDocument, holder: Holder): string {
  return awsCommand(`iam put-${holder.kind}-policy`, [
    nameOption(holder),
    ['policy-name', policyName(policy)],
    ['policy-document', jsonText(policy)],
  ]);
}

function nameOption({ kind, name }: Holder): Option {
  return [`${kind}-name`, isArgument(name) ? name : placeholderOf(kind)];
}

/** Creates a managed policy and attaches it; a policy that cannot be created is not attached. */
function managed(policy: PolicyDocument, holder: Holder, arn: string | null): string {
  const name = policyName(policy);
  const create = awsCommand('iam create-policy', [
    ['policy-name', name],
    ['policy-document', jsonText(policy)],
  ]);
  const attach = awsCommand(`iam attach-${holder.kind}-policy`, [
    nameOption(holder),
    ['policy-arn', managedArn(name, arn)],
  ]);
  return `${create} &&\n${attach}`;
}

/** The ARN of a managed policy in the account of the role or user. */
function managedArn(name: string, arn: string | null): string {
  const near = arn !== null && isArgument(arn) ? parseArn(arn) : null;
  return `arn:${near?.partition ?? 'aws'}:iam::${near?.account ?? '<account ID>'}:policy/${name}`;
}

function tooLargeInline(policy: PolicyDocument, { kind }: Holder): readonly string[] {
  return [
    `Inline policies of a ${kind} have at most ${LIMITS[kind]} characters and this policy has ${sizeOf(policy)}.`,
    'So it is created as managed policies and attached.',
  ];
}

function permissionSet(policy: PolicyDocument): string {
  const command = awsCommand('sso-admin put-inline-policy-to-permission-set', [
    ['instance-arn', '<instance ARN>'],
    ['permission-set-arn', '<permission set ARN>'],
    ['inline-policy', jsonText(policy)],
  ]);
  const sentences = [
    'This replaces the whole inline policy of the permission set.',
    'Where it has one already, add the statements to that policy by hand.',
  ];
  return `${comments(sentences)}${command}\n`;
}

/** What the policy of a place is called. */
const POLICIES: Readonly<Partial<Record<Place['kind'], string>>> = {
  'permissions-boundary': 'a permissions boundary',
  'service-control-policy': 'a service control policy',
  'resource-control-policy': 'a resource control policy',
  'session-policy': 'a session policy',
  'vpc-endpoint-policy': 'a VPC endpoint policy',
  'resource-based-policy': 'a resource-based policy',
  'role-trust-policy': 'a role trust policy',
};

const TOO_LARGE = [
  `A statement has more than the ${LIMITS.managed} characters that a managed policy holds.`,
  'Divide it into smaller statements by hand:',
];

function asWhole(kind: Place['kind']): readonly string[] {
  return [
    `The AWS CLI replaces the whole document of ${POLICIES[kind] ?? 'a policy'}.`,
    'So add this to the statements of that document by hand:',
  ];
}

/** Shows the statements and runs nothing: inside the quoted marks, the shell expands nothing. */
function byHand({ Statement }: PolicyDocument, sentences: readonly string[]): string {
  return `${comments(sentences)}cat <<'EOF'\n${Statement.map(jsonText).join(',\n')}\nEOF\n`;
}
