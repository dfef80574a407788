// The operations other than RunInstances, and the names that the API has for what they take.
import type { DecisiveCondition } from '../../../core/contract';
import { parametersFor } from '../../../core/parameters/parameters';
import { KEYS } from '../../../core/parameters/rows';
import { condition, readAll, readBack } from './read-back';

describe('CreateFleet', () => {
  const read = (each: DecisiveCondition, type: string) => readBack(each, type, 'CreateFleet');
  const data = (value: object) => [
    ['aws ec2 create-launch-template-version', ['--launch-template-data', value]],
  ];

  it('leaves the market to the fleet, and the launch template where it is', async () => {
    const spot = condition('ec2:InstanceMarketType', 'value-not-allowed', 'spot');
    expect(Object.keys(await read(spot, 'instance'))).toEqual(['karpenter']);
    const template = condition('ec2:LaunchTemplate', 'key-missing', 'true');
    expect(await read(template, 'instance')).toEqual({});
  });

  test.each([
    [
      'ec2:SubnetID',
      'subnet-0abc',
      { NetworkInterfaces: [{ DeviceIndex: 0, SubnetId: 'subnet-0abc' }] },
      { network_interfaces: [{ device_index: 0, subnet_id: 'subnet-0abc' }] },
    ],
    [
      'ec2:AssociatePublicIpAddress',
      'false',
      { NetworkInterfaces: [{ DeviceIndex: 0, AssociatePublicIpAddress: false }] },
      { network_interfaces: [{ device_index: 0, associate_public_ip_address: false }] },
    ],
    ['ec2:ImageID', 'ami-0abc', { ImageId: 'ami-0abc' }, { image_id: 'ami-0abc' }],
    [
      'ec2:Tenancy',
      'dedicated',
      { Placement: { Tenancy: 'dedicated' } },
      { placement: [{ tenancy: 'dedicated' }] },
    ],
    [
      'ec2:AvailabilityZone',
      'us-east-1a',
      { Placement: { AvailabilityZone: 'us-east-1a' } },
      { placement: [{ availability_zone: 'us-east-1a' }] },
    ],
    [
      'ec2:PlacementGroup',
      'ring',
      { Placement: { GroupName: 'ring' } },
      { placement: [{ group_name: 'ring' }] },
    ],
    [
      'ec2:InstanceProfile',
      'web',
      { IamInstanceProfile: { Name: 'web' } },
      { iam_instance_profile: [{ name: 'web' }] },
    ],
    [
      'ec2:Encrypted',
      'true',
      { BlockDeviceMappings: [{ DeviceName: '<device>', Ebs: { Encrypted: true } }] },
      { block_device_mappings: [{ device_name: '<device>', ebs: [{ encrypted: true }] }] },
    ],
  ])('takes %s %s by a launch template', async (key, value, template, terraform) => {
    const parameters = parametersFor(condition(key, 'value-not-allowed', value), {
      resourceType: null,
      operation: 'CreateFleet',
    });
    const [cli, hcl, cloudformation] = await readAll(
      parameters.filter(({ tool }) => tool !== 'karpenter'),
    );
    expect([cli]).toEqual(data(template).map(([, option]) => option));
    expect(hcl).toEqual(terraform);
    expect(cloudformation).toEqual({ Properties: { LaunchTemplateData: template } });
    expect(parameters.map(({ goesTo }) => goesTo).slice(0, 3)).toEqual([
      'aws ec2 create-launch-template-version',
      'aws_launch_template',
      'AWS::EC2::LaunchTemplate',
    ]);
  });

  it('takes no instance profile by a launch template without one', async () => {
    const each = condition('ec2:InstanceProfile', 'key-present', 'false');
    expect(await read(each, 'instance')).toEqual({
      cli: [['aws ec2 create-launch-template-version', []]],
      terraform: [['aws_launch_template', {}]],
      cloudformation: [
        [
          'AWS::EC2::LaunchTemplate',
          { Properties: { LaunchTemplateData: { IamInstanceProfile: { Ref: 'AWS::NoValue' } } } },
        ],
      ],
    });
  });
});

describe('RequestSpotInstances', () => {
  const read = (each: DecisiveCondition, type: string) =>
    readBack(each, type, 'RequestSpotInstances');

  test.each([
    ['ec2:MetadataHttpTokens', 'required', 'instance'],
    ['ec2:InstanceMarketType', 'on-demand', 'instance'],
    ['aws:RequestTag/team', 'core', 'instance'],
    ['ec2:LaunchTemplate', 'lt-0abc', 'instance'],
  ])('cannot take %s %s of the %s', async (key, value, type) => {
    expect(await read(condition(key, 'value-not-allowed', value), type)).toEqual({});
  });

  it('takes a launch specification', async () => {
    const each = condition('ec2:InstanceType', 'value-not-allowed', 'm5.large');
    expect(await read(each, 'instance')).toEqual({
      cli: [
        [
          'aws ec2 request-spot-instances',
          ['--launch-specification', { InstanceType: 'm5.large' }],
        ],
      ],
      terraform: [['aws_spot_instance_request', { instance_type: 'm5.large' }]],
    });
  });

  it('takes tags of the request itself', async () => {
    const each = condition('aws:RequestTag/team', 'value-not-allowed', 'core');
    expect(await read(each, 'spot-instances-request')).toEqual({
      cli: [
        [
          'aws ec2 request-spot-instances',
          [
            '--tag-specifications',
            { ResourceType: 'spot-instances-request', Tags: [{ Key: 'team', Value: 'core' }] },
          ],
        ],
      ],
      terraform: [['aws_spot_instance_request', { tags: { team: 'core' } }]],
    });
  });
});

test.each([
  ['CreateFleet', 'create-fleet'],
  ['CreateLaunchTemplate', 'create-launch-template'],
  ['CreateLaunchTemplateVersion', 'create-launch-template-version'],
  ['RequestSpotFleet', 'request-spot-fleet'],
  ['RequestSpotInstances', 'request-spot-instances'],
])('%s is made in another Region', async (operation, command) => {
  const each = condition('aws:RequestedRegion', 'value-not-allowed', 'eu-west-1');
  expect(await readBack(each, null, operation)).toEqual({
    cli: [[`aws ec2 ${command}`, ['--region', 'eu-west-1']]],
    terraform: [['provider "aws"', { region: 'eu-west-1' }]],
  });
});

test('RequestSpotFleet takes nothing else: it might launch by templates or without', async () => {
  const each = condition('ec2:InstanceType', 'value-not-allowed', 'm5.large');
  expect(await readBack(each, 'instance', 'RequestSpotFleet')).toEqual({});
});

const TAG_SPECIFICATIONS = ['ResourceType', 'Tags', 'Key', 'Value'];
const MAPPINGS = [
  'DeviceName',
  'Ebs',
  'Encrypted',
  'Iops',
  'Throughput',
  'VolumeSize',
  'VolumeType',
];

/** Parameters of the API with the members that are written. @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  BlockDeviceMappings: MAPPINGS,
  CpuOptions: ['AmdSevSnp'],
  EbsOptimized: [],
  IamInstanceProfile: ['Name'],
  ImageId: [],
  InstanceMarketOptions: ['MarketType'],
  InstanceType: [],
  KeyName: [],
  LaunchTemplate: ['LaunchTemplateId'],
  MaintenanceOptions: ['AutoRecovery'],
  MetadataOptions: [
    'HttpEndpoint',
    'HttpPutResponseHopLimit',
    'HttpTokens',
    'InstanceMetadataTags',
  ],
  NetworkInterfaces: ['AssociatePublicIpAddress', 'DeviceIndex', 'SubnetId'],
  Placement: ['AvailabilityZone', 'GroupName', 'Tenancy'],
  SecurityGroupIds: [],
  SubnetId: [],
  TagSpecifications: TAG_SPECIFICATIONS,
};

/** Options of the AWS CLI with the parameter they stand for. @see https://docs.aws.amazon.com/cli/latest/reference/ec2/run-instances.html */
const OPTIONS: Readonly<Record<string, keyof typeof PARAMETERS>> = {
  '--associate-public-ip-address': 'NetworkInterfaces',
  '--block-device-mappings': 'BlockDeviceMappings',
  '--cpu-options': 'CpuOptions',
  '--ebs-optimized': 'EbsOptimized',
  '--iam-instance-profile': 'IamInstanceProfile',
  '--image-id': 'ImageId',
  '--instance-market-options': 'InstanceMarketOptions',
  '--instance-type': 'InstanceType',
  '--key-name': 'KeyName',
  '--launch-template': 'LaunchTemplate',
  '--maintenance-options': 'MaintenanceOptions',
  '--metadata-options': 'MetadataOptions',
  '--no-associate-public-ip-address': 'NetworkInterfaces',
  '--no-ebs-optimized': 'EbsOptimized',
  '--placement': 'Placement',
  '--security-group-ids': 'SecurityGroupIds',
  '--subnet-id': 'SubnetId',
  '--tag-specifications': 'TagSpecifications',
};

/** A value of the right kind for every key: texts, numbers, and each of the few. */
const VALUES = [
  'required',
  'enabled',
  'disabled',
  'true',
  'false',
  'gp3',
  'spot',
  'host',
  '7',
  'a-1',
];
const TYPES = ['instance', 'volume', 'network-interface', 'security-group', 'image'] as const;

/** All names at any depth. */
function namesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const members = Object.entries(value);
  const own = Array.isArray(value) ? [] : members.map(([name]) => name);
  return [...own, ...members.flatMap(([, member]) => namesIn(member))];
}

describe.each(['RunInstances', 'CreateFleet', 'RequestSpotInstances'])('of %s', (operation) => {
  test('every option and every member is one of the API', async () => {
    const parameters = KEYS.flatMap((key) =>
      VALUES.flatMap((value) =>
        TYPES.flatMap((resourceType) =>
          parametersFor(
            condition(key.endsWith('/') ? `${key}team` : key, 'value-not-allowed', value),
            { resourceType, operation },
          ),
        ),
      ),
    ).filter(({ tool }) => tool === 'cli');
    const lines = new Map(parameters.map((each) => [each.text, each]));
    const read = await readAll([...lines.values()]);
    expect(read.length).toBeGreaterThan(10);
    for (const line of read) expect(isOfApi(line)).toBe(true);
  });
});

function isOfApi(line: unknown): boolean {
  if (!Array.isArray(line)) return false;
  const [option, ...words]: readonly unknown[] = line;
  if (option === undefined || option === '--region') return true;
  if (option === '--launch-template-data' || option === '--launch-specification') {
    return Object.entries(words[0] ?? {}).every(([name, value]) => isParameter(name, [value]));
  }
  return typeof option === 'string' && isParameter(OPTIONS[option] ?? '', words);
}

function isParameter(name: string, values: readonly unknown[]): boolean {
  const members = PARAMETERS[name];
  return members !== undefined && namesIn(values).every((each) => members.includes(each));
}
