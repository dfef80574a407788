import type { KeyValues } from '../../../core/evidence';
import type { Launch } from '../../../core/launch';
import { narrowingOf } from '../../../core/needs/narrowing';
import type { Scope } from '../../../core/needs/scope';

const LAUNCH: Launch = {
  instanceTypes: [],
  maxCount: null,
  imageIds: [],
  subnetIds: [],
  securityGroupIds: [],
  keyName: null,
  instanceProfile: null,
  launchTemplate: null,
  tags: {},
  region: null,
};

interface Given {
  readonly launch?: Partial<Launch>;
  readonly scope?: Partial<Scope>;
  readonly context?: readonly KeyValues[];
}

/** The conditions as `operator key value,value`. */
function narrow(action: string, type: string, resource: string, given: Given = {}) {
  const scope: Scope = {
    partition: 'aws',
    region: 'us-east-2',
    account: '111122223333',
    operation: 'RunInstances',
    launch: { ...LAUNCH, ...given.launch },
    templateArn: null,
    subnetArns: [],
    isService: false,
    ...given.scope,
  };
  const need = { action, resource, resourceType: type, isOpen: resource.endsWith('/*') };
  return narrowingOf(need, scope, given.context ?? []).map(
    ({ operator, key, values }) => `${operator} ${key} ${values.join(',')}`,
  );
}

const made = (type: string) => `arn:aws:ec2:us-east-2:111122223333:${type}/*`;
const TEMPLATE = 'arn:aws:ec2:us-east-2:111122223333:launch-template/lt-0abc';

describe('narrowingOf', () => {
  test.each([
    ['ec2:RunInstances', 'image', 'arn:aws:ec2:us-east-2::image/ami-1'],
    ['ec2:StartInstances', 'instance', 'arn:aws:ec2:us-east-2:111122223333:instance/i-1'],
    ['constructor', '', 'x'],
  ])('adds nothing to %s on a %s that the ARN names', (action, type, resource) => {
    expect(narrow(action, type, resource)).toEqual([]);
  });

  test('keeps an instance to its types: decoded, requested, the template, or a placeholder', () => {
    const instance = (given?: Given) =>
      narrow('ec2:RunInstances', 'instance', made('instance'), given);
    const launch = { instanceTypes: ['t3.small', 'm5.large', 't3.small'] };
    expect(instance({ launch })).toEqual(['StringEquals ec2:InstanceType m5.large,t3.small']);
    const context = [{ key: 'ec2:instancetype', values: ['c7g.large'] }];
    expect(instance({ launch, context })).toEqual(['StringEquals ec2:InstanceType c7g.large']);
    expect(instance({ scope: { templateArn: TEMPLATE } })).toEqual([
      `ArnEquals ec2:LaunchTemplate ${TEMPLATE}`,
    ]);
    expect(instance()).toEqual(['StringEquals ec2:InstanceType <instance type>']);
  });

  test('keeps a new network interface to its subnets', () => {
    const face = (given?: Given) =>
      narrow('ec2:RunInstances', 'network-interface', made('network-interface'), given);
    expect(
      face({ scope: { subnetArns: ['arn:aws:ec2:us-east-2:111122223333:subnet/subnet-1'] } }),
    ).toEqual(['ArnEquals ec2:Subnet arn:aws:ec2:us-east-2:111122223333:subnet/subnet-1']);
    const shared = 'arn:aws:ec2:us-east-2:444455556666:subnet/subnet-1';
    expect(face({ context: [{ key: 'ec2:Subnet', values: [shared] }] })).toEqual([
      `ArnEquals ec2:Subnet ${shared}`,
    ]);
    expect(face()).toEqual([]);
  });

  test('keeps volumes to their decoded type and encryption, not to those of the disks that are added', () => {
    const volume = (given?: Given) => narrow('ec2:RunInstances', 'volume', made('volume'), given);
    const gp3 = { snapshotId: null, encrypted: true, kmsKeyId: null, volumeType: 'gp3' };
    expect(volume({ launch: { volumes: [gp3] } })).toEqual([]);
    const context = (encrypted: string) => [
      { key: 'ec2:VolumeType', values: ['io2'] },
      { key: 'ec2:Encrypted', values: [encrypted] },
    ];
    expect(volume({ context: context('false') })).toEqual(['StringEquals ec2:VolumeType io2']);
    expect(volume({ context: context('true') })).toEqual([
      'StringEquals ec2:VolumeType io2',
      'Bool ec2:Encrypted true',
    ]);
  });

  test('takes from a launch template only what the template names', () => {
    const scope = { templateArn: TEMPLATE };
    expect(narrow('ec2:RunInstances', 'subnet', made('subnet'), { scope })).toEqual([
      `ArnEquals ec2:LaunchTemplate ${TEMPLATE}`,
      'Bool ec2:IsLaunchTemplateResource true',
    ]);
    expect(narrow('ec2:CreateFleet', 'fleet', made('fleet'), { scope })).toEqual([]);
    const named = 'arn:aws:ec2:us-east-2:111122223333:subnet/subnet-1';
    expect(narrow('ec2:RunInstances', 'subnet', named, { scope })).toEqual([]);
  });

  test.each([
    ['RunInstances', 'ec2.amazonaws.com'],
    ['', 'ec2.amazonaws.com'],
    ['RunJobFlow', '<service>.amazonaws.com'],
  ])('passes a role for %j to %s', (operation, service) => {
    const role = 'arn:aws:iam::111122223333:role/web';
    expect(narrow('iam:PassRole', 'role', role, { scope: { operation } })).toEqual([
      `StringEquals iam:PassedToService ${service}`,
    ]);
  });

  test('passes a fleet role to Spot Fleet, in China by the name of the service there, as decoded first', () => {
    const role = 'arn:aws-cn:iam::111122223333:role/fleet';
    const launch = { passedRoles: [role] };
    const scope = { operation: 'RequestSpotFleet', partition: 'aws-cn' };
    expect(narrow('iam:PassRole', 'role', role, { launch, scope })).toEqual([
      'StringEquals iam:PassedToService spotfleet.amazonaws.com.cn',
    ]);
    const context = [{ key: 'iam:PassedToService', values: ['batch.amazonaws.com'] }];
    expect(narrow('iam:PassRole', 'role', role, { launch, scope, context })).toEqual([
      'StringEquals iam:PassedToService batch.amazonaws.com',
    ]);
  });

  test('creates a service-linked role for the service of its path only', () => {
    const create = (resource: string, context?: Given['context']) =>
      narrow('iam:CreateServiceLinkedRole', 'role', resource, context ? { context } : {});
    const role = 'arn:aws:iam::1:role/aws-service-role/spot.amazonaws.com/AWSServiceRoleForEC2Spot';
    expect(create(role)).toEqual(['StringEquals iam:AWSServiceName spot.amazonaws.com']);
    expect(create('*')).toEqual(['StringEquals iam:AWSServiceName <service>']);
    expect(create(role, [{ key: 'iam:AWSServiceName', values: ['x'] }])).toEqual([
      'StringEquals iam:AWSServiceName x',
    ]);
  });

  test('uses keys through EC2 only, and grants for AWS resources only', () => {
    const key = 'arn:aws:kms:us-east-2:111122223333:key/1';
    expect(narrow('kms:Decrypt', 'key', key)).toEqual([
      'StringEquals kms:ViaService ec2.us-east-2.amazonaws.com',
    ]);
    expect(narrow('kms:CreateGrant', 'key', key)).toEqual([
      'StringEquals kms:ViaService ec2.us-east-2.amazonaws.com',
      'Bool kms:GrantIsForAWSResource true',
    ]);
    const scope = { partition: 'aws-cn', region: 'cn-north-1' };
    expect(narrow('kms:Decrypt', 'key', key, { scope })).toEqual([
      'StringLike kms:ViaService ec2.cn-north-1.amazonaws.com*',
    ]);
  });

  test('allows tags of the request at creation only', () => {
    const tag = (resource: string, given?: Given) =>
      narrow('ec2:CreateTags', 'volume', resource, given);
    const launch = { taggedTypes: { volume: { team: 'a', cost: '7' }, instance: { x: 'y' } } };
    expect(tag(made('volume'), { launch })).toEqual([
      'StringEquals ec2:CreateAction RunInstances',
      'ForAllValues:StringEquals aws:TagKeys cost,team',
    ]);
    const context = [
      { key: 'aws:RequestTag/owner', values: ['b'] },
      { key: 'ec2:CreateAction', values: ['CreateVolume'] },
    ];
    expect(tag(made('volume'), { launch, context })).toEqual([
      'StringEquals ec2:CreateAction CreateVolume',
      'ForAllValues:StringEquals aws:TagKeys cost,owner,team',
    ]);
    expect(tag(made('volume'), { scope: { operation: '' } })).toEqual([
      'StringEquals ec2:CreateAction <operation, such as RunInstances>',
    ]);
    const existing = 'arn:aws:ec2:us-east-2:111122223333:volume/vol-1';
    expect(tag(existing, { scope: { operation: 'CreateTags' } })).toEqual([]);
    expect(tag(existing, { context: [{ key: 'aws:TagKeys', values: ['k'] }] })).toEqual([
      'StringEquals ec2:CreateAction RunInstances',
      'ForAllValues:StringEquals aws:TagKeys k',
    ]);
  });
});
