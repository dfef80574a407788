// explained → [needed] → suggested: what a launch needs beyond its own operation.
import { lastSegment, parseArn } from '../arn';
import { ec2Arn, type NeedRow, NEW, onlyArns } from './need';
import type { Scope } from './scope';

const TAGS =
  'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html';
const PASS_ROLE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html';
const ENCRYPTION =
  'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html';
const PARAMETERS =
  'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-systems-manager-parameter-to-find-AMI.html';

const TAGGED_TYPES = [
  'instance',
  'volume',
  'network-interface',
  'spot-instances-request',
  'fleet',
  'spot-fleet-request',
] as const;

/** Tags at launch: one row for each type that can be tagged. */
const TAG_ROWS = TAGGED_TYPES.map((type): NeedRow => ({
  action: 'ec2:CreateTags',
  type,
  names: ({ launch }) => (Object.hasOwn(launch.taggedTypes ?? {}, type) ? [NEW] : []),
  arn: ec2Arn(type),
  source: TAGS,
}));

/** A profile's role is not in the request. The console gives both one name, without a path. */
const PROFILE_ROLE: NeedRow = {
  action: 'iam:PassRole',
  type: 'role',
  names: ({ launch }) =>
    launch.instanceProfile === null ? [] : [lastSegment(launch.instanceProfile)],
  arn: (scope, name) => iamArn(scope, `role/${name}`),
  assumes:
    'The role in the instance profile is taken to have the name of the profile, and no path: the request names the profile alone.',
  isGuess: true,
  source: PASS_ROLE,
};

const PASSED_ROLE: NeedRow = {
  action: 'iam:PassRole',
  type: 'role',
  names: ({ launch }) => onlyArns(...(launch.passedRoles ?? [])),
  arn: (_scope, arn) => arn,
  source: PASS_ROLE,
};

const KEY_ACTIONS = [
  'kms:CreateGrant',
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
] as const;

/** Encrypted volumes: EC2 uses the key on behalf of whoever launches. */
const KEY_ROWS = KEY_ACTIONS.map((action): NeedRow => ({
  action,
  type: 'key',
  names: ({ launch }) => (launch.volumes ?? []).flatMap(({ kmsKeyId }) => kmsKeyId ?? []),
  arn: keyArn,
  assumes:
    'The key policy has to leave access to the IAM policies of this account, and the key is taken to be used through EC2.',
  source: ENCRYPTION,
}));

const PARAMETER: NeedRow = {
  action: 'ssm:GetParameters',
  type: 'parameter',
  names: ({ launch }) =>
    launch.imageIds.flatMap(
      (id) => /^resolve:ssm:(arn:.*?:parameter\/[^:]+|[^:]+)/.exec(id)?.[1] ?? [],
    ),
  arn: parameterArn,
  source: PARAMETERS,
};

/** What every launch needs for its tags, roles, keys and parameters. */
export const COMPANIONS: readonly NeedRow[] = [
  ...TAG_ROWS,
  PROFILE_ROLE,
  PASSED_ROLE,
  ...KEY_ROWS,
  PARAMETER,
];

/** A service-linked role that EC2 creates at the first use in an account. */
export function serviceLinkedRole(
  service: string,
  role: string,
  applies: (scope: Scope) => boolean,
): NeedRow {
  return {
    action: 'iam:CreateServiceLinkedRole',
    type: 'role',
    names: (scope) => (applies(scope) ? [`aws-service-role/${service}.amazonaws.com/${role}`] : []),
    arn: (scope, name) => iamArn(scope, `role/${name}`),
    assumes: `The role ${role} is created at the first use: where the account has it, the statement is not needed.`,
    isGuess: true,
    source:
      'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/service-linked-roles-spot-instance-requests.html',
  };
}

function iamArn({ partition, account }: Scope, resource: string): string {
  return `arn:${partition}:iam::${account}:${resource}`;
}

/** The request names a key by its ARN, its id or an alias. */
function keyArn({ partition, region, account }: Scope, key: string): string {
  if (parseArn(key)?.resource.startsWith('key/')) return key;
  const id = /(^|:)alias\//.test(key) ? `<ID of the key ${key}>` : key;
  return `arn:${partition}:kms:${region}:${account}:key/${id}`;
}

/** Parameters of AWS, below /aws/, carry no account. */
function parameterArn({ partition, region, account }: Scope, name: string): string {
  if (parseArn(name) !== null) return name;
  const owner = name.startsWith('/aws/') ? '' : account;
  return `arn:${partition}:ssm:${region}:${owner}:parameter/${name.replace(/^\//, '')}`;
}
