// explained → [needed] → suggested: the conditions that keep a statement to this request.
import type { KeyValues } from '../evidence';
import type { Narrowing, Need } from './need';
import { type Scope, valuesOf } from './scope';

type Narrow = (need: Need, scope: Scope, context: readonly KeyValues[]) => readonly Narrowing[];

/**
 * By action and resource type; a new condition is one row. Nothing that the ARN says already.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
 */
const ROWS: Readonly<Record<string, Narrow>> = {
  'ec2:RunInstances/instance': (_need, { launch, templateArn }, context) => {
    const types = valuesOf(context, 'ec2:InstanceType') ?? launch.instanceTypes;
    const isOpen = types.length === 0 && templateArn === null;
    return equals('ec2:InstanceType', isOpen ? ['<instance type>'] : types);
  },
  'ec2:RunInstances/network-interface': (_need, scope, context) => {
    return where('ArnEquals', 'ec2:Subnet', valuesOf(context, 'ec2:Subnet') ?? scope.subnetArns);
  },
  // A request names the disks that it adds or changes, and not those that its image brings.
  'ec2:RunInstances/volume': (_need, _scope, context) => [
    ...equals('ec2:VolumeType', valuesOf(context, 'ec2:VolumeType') ?? []),
    ...(valuesOf(context, 'ec2:Encrypted')?.includes('true')
      ? where('Bool', 'ec2:Encrypted', ['true'])
      : []),
  ],
  'iam:PassRole/role': (need, scope, context) =>
    equals(
      'iam:PassedToService',
      valuesOf(context, 'iam:PassedToService') ?? [passedTo(need, scope)],
    ),
  'iam:CreateServiceLinkedRole/role': ({ resource }, _scope, context) =>
    equals(
      'iam:AWSServiceName',
      valuesOf(context, 'iam:AWSServiceName') ?? [resource.split('/')[2] ?? '<service>'],
    ),
  'kms:CreateGrant/key': (need, scope) => [
    ...viaEc2(need, scope),
    ...where('Bool', 'kms:GrantIsForAWSResource', ['true']),
  ],
  'kms:Decrypt/key': viaEc2,
  'kms:DescribeKey/key': viaEc2,
  'kms:GenerateDataKeyWithoutPlaintext/key': viaEc2,
  'kms:ReEncryptFrom/key': viaEc2,
  'kms:ReEncryptTo/key': viaEc2,
};

/**
 * The conditions under which a statement allows this request, and no other that its ARN leaves open.
 * @param context - the decoded context of this very pair; empty where it is not known
 */
export function narrowingOf(
  need: Need,
  scope: Scope,
  context: readonly KeyValues[],
): readonly Narrowing[] {
  if (need.action === 'ec2:CreateTags') return tagging(need, scope, context);
  const name = `${need.action}/${need.resourceType}`;
  const row = Object.hasOwn(ROWS, name) ? ROWS[name] : undefined;
  const narrow = row?.(need, scope, context) ?? [];
  return narrow.length > 0 ? narrow : fromTemplate(need, scope);
}

/** What EC2 makes or takes from a launch template, where nothing else is known of it. */
function fromTemplate({ action, resourceType, isOpen }: Need, { templateArn }: Scope) {
  if (action !== 'ec2:RunInstances' || isOpen !== true || templateArn === null) return [];
  const isTaken = TAKEN.includes(resourceType);
  return [
    ...where('ArnEquals', 'ec2:LaunchTemplate', [templateArn]),
    ...(isTaken ? where('Bool', 'ec2:IsLaunchTemplateResource', ['true']) : []),
  ];
}

/** What a launch template names; the rest is made at launch. */
const TAKEN = ['image', 'subnet', 'security-group'];

/** Tags at creation are allowed for the operation that creates, and for the keys that it gives. */
function tagging(
  { isOpen, resourceType }: Need,
  { operation, launch }: Scope,
  context: readonly KeyValues[],
): readonly Narrowing[] {
  const isCreated = isOpen === true || (operation !== '' && operation !== 'CreateTags');
  return [
    ...equals(
      'ec2:CreateAction',
      valuesOf(context, 'ec2:CreateAction') ??
        (isCreated ? creatorsOf(resourceType, operation) : []),
    ),
    ...where('ForAllValues:StringEquals', 'aws:TagKeys', [
      ...tagKeys(context),
      ...Object.keys(launch.taggedTypes?.[resourceType] ?? {}),
    ]),
  ];
}

/** What fleets and Spot requests make themselves. */
const OWN_TYPES = ['fleet', 'spot-fleet-request', 'spot-instances-request'];

/** A fleet is made by its own operation; what it launches might be tagged by either. */
function creatorsOf(type: string, operation: string): readonly string[] {
  if (operation === '') return ['<operation, such as RunInstances>'];
  const isOwn = operation === 'RunInstances' || OWN_TYPES.includes(type);
  return isOwn ? [operation] : [operation, 'RunInstances'];
}

const REQUEST_TAG = 'aws:requesttag/';

function tagKeys(context: readonly KeyValues[]): readonly string[] {
  const tags = context.filter(({ key }) => key.toLowerCase().startsWith(REQUEST_TAG));
  const keys = tags.map(({ key }) => key.slice(REQUEST_TAG.length));
  return valuesOf(context, 'aws:TagKeys') ?? keys;
}

/** The service that receives a role. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
function passedTo({ resource }: Need, { partition, operation, launch }: Scope): string {
  const isFleetRole = launch.passedRoles?.includes(resource) ?? false;
  const isLaunch = operation === '' || LAUNCHES.includes(operation);
  const service = isFleetRole ? 'spotfleet' : isLaunch ? 'ec2' : '<service>';
  return `${service}.amazonaws.com${partition === 'aws-cn' ? '.cn' : ''}`;
}

const LAUNCHES = ['RunInstances', 'CreateFleet', 'RequestSpotInstances', 'RequestSpotFleet'];

/** Keys are used through EC2 only, unless another service launches. @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html */
function viaEc2(_need: Need, { partition, region, isService }: Scope): readonly Narrowing[] {
  if (isService) return [];
  const service = `ec2.${region}.amazonaws.com`;
  return partition === 'aws-cn'
    ? where('StringLike', 'kms:ViaService', [`${service}*`])
    : equals('kms:ViaService', [service]);
}

function equals(key: string, values: readonly string[]): readonly Narrowing[] {
  return where('StringEquals', key, values);
}

function where(operator: string, key: string, values: readonly string[]): readonly Narrowing[] {
  return values.length === 0 ? [] : [{ operator, key, values: [...new Set(values)].toSorted() }];
}
