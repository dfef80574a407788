// Each key, read back from the language of each tool; what a tool does not list, it cannot write.
import type { DecisiveCondition } from '../../../core/contract';
import { KEYS } from '../../../core/parameters/rows';
import { condition, type ReadBack, readBack } from './read-back';

type Relation = DecisiveCondition['relation'];

const INSTANCE = 'AWS::EC2::Instance';
const TEMPLATE = 'AWS::EC2::LaunchTemplate';

const cli = (option: string, ...words: readonly unknown[]) =>
  ['aws ec2 run-instances', [option, ...words]] as const;
const leftOut = ['aws ec2 run-instances', []] as const;
const terraform = (body: object) => ['aws_instance', body] as const;
const properties = (body: object) => [INSTANCE, { Properties: body }] as const;
const templateData = (body: object) =>
  [TEMPLATE, { Properties: { LaunchTemplateData: body } }] as const;
const nodeClass = (spec: object) => ['EC2NodeClass', { spec }] as const;
const nodePool = (...requirements: readonly object[]) =>
  ['NodePool', { spec: { template: { spec: { requirements } } } }] as const;
const requirement = (key: string, operator: string, ...values: readonly string[]) => ({
  key,
  operator,
  values,
});

const AMI = 'ami-0abc1234def567890';
const SUBNET = 'subnet-0abc1234def567890';
const GROUP = 'sg-0abc1234def567890';
const TEMPLATE_ID = 'lt-0abc1234def567890';
const VPC = 'arn:aws:ec2:us-east-1:111122223333:vpc/vpc-0abc';
const NO_VALUE = { Ref: 'AWS::NoValue' };

const mapping = (ebs: object) => [{ DeviceName: '<device>', Ebs: ebs }];
const nodeMapping = (ebs: object) =>
  nodeClass({
    blockDeviceMappings: [{ deviceName: '<device>', ebs: { volumeSize: '<volume size>', ...ebs } }],
  });
const root = (body: object) => terraform({ root_block_device: [body] });
const imageOf = (owner: string) => ({
  cli: [cli('--image-id', `<ID of an image of ${owner}>`)],
  terraform: [terraform({ ami: `<ID of an image of ${owner}>` })],
  cloudformation: [properties({ ImageId: `<ID of an image of ${owner}>` })],
  karpenter: [nodeClass({ amiSelectorTerms: [{ id: `<ID of an image of ${owner}>` }] })],
});
const inGroup = (id: string) => ({
  cli: [cli('--security-group-ids', id)],
  terraform: [terraform({ vpc_security_group_ids: [id] })],
  cloudformation: [properties({ SecurityGroupIds: [id] })],
  karpenter: [nodeClass({ securityGroupSelectorTerms: [{ id }] })],
});
const inSubnet = (id: string) => ({
  cli: [cli('--subnet-id', id)],
  terraform: [terraform({ subnet_id: id })],
  cloudformation: [properties({ SubnetId: id })],
  karpenter: [nodeClass({ subnetSelectorTerms: [{ id }] })],
});
const metadata = (api: string, hcl: string, node: string | null, value: string | number) => ({
  cli: [cli('--metadata-options', { [api]: String(value) })],
  terraform: [terraform({ metadata_options: [{ [hcl]: value }] })],
  cloudformation: [templateData({ MetadataOptions: { [api]: value } })],
  ...(node === null ? {} : { karpenter: [nodeClass({ metadataOptions: { [node]: value } })] }),
});
const speed = (api: string, hcl: string, value: number) => ({
  cli: [cli('--block-device-mappings', { DeviceName: '<device>', Ebs: { [api]: String(value) } })],
  terraform: [root({ [hcl]: value })],
  karpenter: [nodeMapping({ [hcl]: value })],
});
const noSpeed = (hcl: string) => ({
  cli: [leftOut],
  terraform: [root({ [hcl]: null })],
  karpenter: [nodeMapping({ [hcl]: null })],
});
const region = (name: string): ReadBack => ({
  cli: [cli('--region', name)],
  terraform: [['provider "aws"', { region: name }]],
});
const fromTemplate = {
  cli: [cli('--launch-template', { LaunchTemplateId: TEMPLATE_ID })],
  terraform: [terraform({ launch_template: [{ id: TEMPLATE_ID }] })],
  cloudformation: [
    properties({ LaunchTemplate: { LaunchTemplateId: TEMPLATE_ID, Version: '<version>' } }),
  ],
};
const tagSpecification = (type: string, ...tags: readonly object[]) => ({
  ResourceType: type,
  Tags: tags,
});
const TEAM = { Key: 'team', Value: 'core' };

type Case = readonly [Relation, readonly string[], string, ReadBack];

const CASES: Readonly<Record<string, readonly Case[]>> = {
  'ec2:ImageID': [
    [
      'value-not-allowed',
      [AMI],
      'image',
      {
        cli: [cli('--image-id', AMI)],
        terraform: [terraform({ ami: AMI })],
        cloudformation: [properties({ ImageId: AMI })],
        karpenter: [nodeClass({ amiSelectorTerms: [{ id: AMI }] })],
      },
    ],
  ],
  'ec2:Owner': [
    ['value-not-allowed', ['amazon'], 'snapshot', {}],
    ['value-forbidden', ['999988887777'], 'image', imageOf('an owner other than 999988887777')],
    ['value-not-allowed', ['1111*'], 'image', imageOf('one of 1111*')],
    ['value-not-allowed', ['not an owner'], 'image', imageOf('not an owner')],
    ['key-missing', ['true'], 'image', imageOf('an owner')],
    [
      'value-not-allowed',
      ['amazon', '111122223333'],
      'image',
      {
        ...imageOf('amazon, 111122223333'),
        terraform: [
          [
            'data "aws_ami" "approved"',
            {
              most_recent: true,
              owners: ['amazon', '111122223333'],
              filter: [{ name: 'name', values: ['<image name>'] }],
            },
          ],
          terraform({ ami: '${data.aws_ami.approved.id}' }),
        ],
        karpenter: [
          nodeClass({
            amiSelectorTerms: [
              { owner: 'amazon', name: '<image name>' },
              { owner: '111122223333', name: '<image name>' },
            ],
          }),
        ],
      },
    ],
  ],
  'ec2:Public': [
    [
      'value-forbidden',
      ['true'],
      'image',
      {
        cli: [cli('--image-id', '<ID of an image that is not public>')],
        terraform: [terraform({ ami: '<ID of an image that is not public>' })],
        cloudformation: [properties({ ImageId: '<ID of an image that is not public>' })],
        karpenter: [
          nodeClass({ amiSelectorTerms: [{ id: '<ID of an image that is not public>' }] }),
        ],
      },
    ],
  ],
  'ec2:InstanceType': [
    [
      'value-not-allowed',
      ['m5.large', 'c5.*', 'm5.xlarge'],
      'instance',
      {
        cli: [cli('--instance-type', 'm5.large')],
        terraform: [terraform({ instance_type: 'm5.large' })],
        cloudformation: [properties({ InstanceType: 'm5.large' })],
        karpenter: [
          nodePool(requirement('node.kubernetes.io/instance-type', 'In', 'm5.large', 'm5.xlarge')),
        ],
      },
    ],
  ],
  'ec2:KeyPairName': [
    [
      'value-not-allowed',
      ['ops'],
      'key-pair',
      {
        cli: [cli('--key-name', 'ops')],
        terraform: [terraform({ key_name: 'ops' })],
        cloudformation: [properties({ KeyName: 'ops' })],
      },
    ],
    [
      'key-present',
      ['false'],
      'key-pair',
      {
        cli: [leftOut],
        terraform: [terraform({ key_name: null })],
        cloudformation: [properties({ KeyName: NO_VALUE })],
      },
    ],
  ],
  'ec2:InstanceProfile': [
    [
      'value-not-allowed',
      ['arn:aws:iam::*:instance-profile/team/web'],
      'instance',
      {
        cli: [cli('--iam-instance-profile', { Name: 'web' })],
        terraform: [terraform({ iam_instance_profile: 'web' })],
        cloudformation: [properties({ IamInstanceProfile: 'web' })],
        karpenter: [nodeClass({ instanceProfile: 'web' })],
      },
    ],
    [
      'key-present',
      ['false'],
      'instance',
      {
        cli: [leftOut],
        terraform: [terraform({ iam_instance_profile: null })],
        cloudformation: [properties({ IamInstanceProfile: NO_VALUE })],
      },
    ],
  ],
  'ec2:EbsOptimized': [
    [
      'value-not-allowed',
      ['true'],
      'instance',
      {
        cli: [cli('--ebs-optimized')],
        terraform: [terraform({ ebs_optimized: true })],
        cloudformation: [properties({ EbsOptimized: true })],
      },
    ],
    [
      'value-forbidden',
      ['true'],
      'instance',
      {
        cli: [cli('--no-ebs-optimized')],
        terraform: [terraform({ ebs_optimized: false })],
        cloudformation: [properties({ EbsOptimized: false })],
      },
    ],
  ],
  'ec2:InstanceMarketType': [
    [
      'value-not-allowed',
      ['spot'],
      'instance',
      {
        cli: [cli('--instance-market-options', { MarketType: 'spot' })],
        terraform: [terraform({ instance_market_options: [{ market_type: 'spot' }] })],
        cloudformation: [templateData({ InstanceMarketOptions: { MarketType: 'spot' } })],
        karpenter: [nodePool(requirement('karpenter.sh/capacity-type', 'In', 'spot'))],
      },
    ],
    [
      'value-forbidden',
      ['spot'],
      'instance',
      {
        cli: [leftOut],
        terraform: [terraform({})],
        cloudformation: [templateData({ InstanceMarketOptions: NO_VALUE })],
        karpenter: [nodePool(requirement('karpenter.sh/capacity-type', 'In', 'on-demand'))],
      },
    ],
    [
      'value-not-allowed',
      ['capacity-block'],
      'instance',
      {
        cli: [cli('--instance-market-options', { MarketType: 'capacity-block' })],
        terraform: [terraform({ instance_market_options: [{ market_type: 'capacity-block' }] })],
        cloudformation: [templateData({ InstanceMarketOptions: { MarketType: 'capacity-block' } })],
      },
    ],
    ['value-not-allowed', ['free'], 'instance', {}],
  ],
  'ec2:LaunchTemplate': [
    [
      'value-not-allowed',
      [`arn:aws:ec2:us-east-1:111122223333:launch-template/${TEMPLATE_ID}`],
      'instance',
      fromTemplate,
    ],
    [
      'key-present',
      ['false'],
      'instance',
      {
        cli: [leftOut],
        terraform: [terraform({})],
        cloudformation: [properties({ LaunchTemplate: NO_VALUE })],
      },
    ],
  ],
  'ec2:IsLaunchTemplateResource': [
    ['value-forbidden', ['true'], 'instance', {}],
    [
      'value-forbidden',
      ['false'],
      'instance',
      {
        cli: [cli('--launch-template', { LaunchTemplateId: '<launch template ID>' })],
        terraform: [terraform({ launch_template: [{ id: '<launch template ID>' }] })],
        cloudformation: [
          properties({
            LaunchTemplate: { LaunchTemplateId: '<launch template ID>', Version: '<version>' },
          }),
        ],
      },
    ],
  ],
  'ec2:InstanceAutoRecovery': [
    [
      'value-not-allowed',
      ['disabled'],
      'instance',
      {
        cli: [cli('--maintenance-options', { AutoRecovery: 'disabled' })],
        terraform: [terraform({ maintenance_options: [{ auto_recovery: 'disabled' }] })],
        cloudformation: [templateData({ MaintenanceOptions: { AutoRecovery: 'disabled' } })],
      },
    ],
  ],
  'ec2:CpuOptionsAmdSevSnp': [
    [
      'value-forbidden',
      ['disabled'],
      'instance',
      {
        cli: [cli('--cpu-options', { AmdSevSnp: 'enabled' })],
        terraform: [terraform({ cpu_options: [{ amd_sev_snp: 'enabled' }] })],
        cloudformation: [templateData({ CpuOptions: { AmdSevSnp: 'enabled' } })],
      },
    ],
  ],
  'ec2:MetadataHttpTokens': [
    [
      'value-not-allowed',
      ['required'],
      'instance',
      metadata('HttpTokens', 'http_tokens', 'httpTokens', 'required'),
    ],
    [
      'value-forbidden',
      ['optional'],
      'instance',
      metadata('HttpTokens', 'http_tokens', 'httpTokens', 'required'),
    ],
  ],
  'ec2:MetadataHttpEndpoint': [
    [
      'value-forbidden',
      ['enabled'],
      'instance',
      metadata('HttpEndpoint', 'http_endpoint', 'httpEndpoint', 'disabled'),
    ],
    [
      'key-missing',
      ['disabled'],
      'instance',
      metadata('HttpEndpoint', 'http_endpoint', 'httpEndpoint', 'disabled'),
    ],
  ],
  'ec2:MetadataHttpPutResponseHopLimit': [
    [
      'value-not-allowed',
      ['2'],
      'instance',
      metadata(
        'HttpPutResponseHopLimit',
        'http_put_response_hop_limit',
        'httpPutResponseHopLimit',
        2,
      ),
    ],
  ],
  'ec2:InstanceMetadataTags': [
    [
      'value-not-allowed',
      ['enabled'],
      'instance',
      metadata('InstanceMetadataTags', 'instance_metadata_tags', null, 'enabled'),
    ],
  ],
  'ec2:AssociatePublicIpAddress': [
    [
      'value-forbidden',
      ['true'],
      'network-interface',
      {
        cli: [cli('--no-associate-public-ip-address')],
        terraform: [terraform({ associate_public_ip_address: false })],
        cloudformation: [
          properties({
            NetworkInterfaces: [{ DeviceIndex: '0', AssociatePublicIpAddress: false }],
          }),
        ],
        karpenter: [nodeClass({ associatePublicIPAddress: false })],
      },
    ],
  ],
  'ec2:SecurityGroupID': [
    ['value-not-allowed', [GROUP], 'security-group', inGroup(GROUP)],
    [
      'value-forbidden',
      [GROUP],
      'security-group',
      inGroup(`<security group ID other than ${GROUP}>`),
    ],
  ],
  'ec2:SubnetID': [['value-not-allowed', [SUBNET], 'subnet', inSubnet(SUBNET)]],
  'ec2:Subnet': [
    [
      'value-not-allowed',
      [`arn:aws:ec2:*:*:subnet/${SUBNET}`],
      'network-interface',
      inSubnet(SUBNET),
    ],
    [
      'value-not-allowed',
      ['arn:aws:ec2:*:*:subnet/*'],
      'network-interface',
      inSubnet('<subnet ID>'),
    ],
    [
      'value-not-allowed',
      [`vpc:subnet/${SUBNET}`],
      'network-interface',
      inSubnet(`vpc:subnet/${SUBNET}`),
    ],
  ],
  'ec2:Vpc': [
    ['value-not-allowed', [VPC], 'subnet', inSubnet('<subnet ID in vpc-0abc>')],
    [
      'value-forbidden',
      [VPC],
      'network-interface',
      inSubnet('<subnet ID in a VPC other than vpc-0abc>'),
    ],
    ['value-not-allowed', [VPC], 'security-group', inGroup('<security group ID in vpc-0abc>')],
  ],
  'aws:RequestedRegion': [
    ['value-not-allowed', ['eu-west-1'], 'instance', region('eu-west-1')],
    ['value-forbidden', ['us-east-1'], 'instance', region('<Region other than us-east-1>')],
  ],
  'ec2:Region': [['value-not-allowed', ['eu-west-1'], 'instance', region('eu-west-1')]],
  'ec2:AvailabilityZone': [
    [
      'value-not-allowed',
      ['us-east-1a', 'us-east-1b'],
      'instance',
      {
        cli: [cli('--placement', { AvailabilityZone: 'us-east-1a' })],
        terraform: [terraform({ availability_zone: 'us-east-1a' })],
        cloudformation: [properties({ AvailabilityZone: 'us-east-1a' })],
        karpenter: [
          nodePool(requirement('topology.kubernetes.io/zone', 'In', 'us-east-1a', 'us-east-1b')),
        ],
      },
    ],
    ...['subnet', 'network-interface'].map((type): Case => [
      'value-forbidden',
      ['us-east-1e'],
      type,
      {
        ...inSubnet('<subnet ID in Availability Zone other than us-east-1e>'),
        karpenter: [nodePool(requirement('topology.kubernetes.io/zone', 'NotIn', 'us-east-1e'))],
      },
    ]),
  ],
  'ec2:Tenancy': [
    [
      'value-not-allowed',
      ['dedicated'],
      'instance',
      {
        cli: [cli('--placement', { Tenancy: 'dedicated' })],
        terraform: [terraform({ tenancy: 'dedicated' })],
        cloudformation: [properties({ Tenancy: 'dedicated' })],
        karpenter: [nodePool(requirement('karpenter.k8s.aws/instance-tenancy', 'In', 'dedicated'))],
      },
    ],
    [
      'value-not-allowed',
      ['host'],
      'instance',
      {
        cli: [cli('--placement', { Tenancy: 'host' })],
        terraform: [terraform({ tenancy: 'host' })],
        cloudformation: [properties({ Tenancy: 'host' })],
      },
    ],
  ],
  'ec2:PlacementGroup': [
    [
      'value-not-allowed',
      ['arn:aws:ec2:us-east-1:111122223333:placement-group/ring'],
      'instance',
      {
        cli: [cli('--placement', { GroupName: 'ring' })],
        terraform: [terraform({ placement_group: 'ring' })],
        cloudformation: [properties({ PlacementGroupName: 'ring' })],
        karpenter: [nodeClass({ placementGroupSelector: { name: 'ring' } })],
      },
    ],
    [
      'key-present',
      ['false'],
      'instance',
      {
        cli: [leftOut],
        terraform: [terraform({ placement_group: null })],
        cloudformation: [properties({ PlacementGroupName: NO_VALUE })],
        karpenter: [nodeClass({ placementGroupSelector: null })],
      },
    ],
  ],
  'ec2:Encrypted': (['value-forbidden', 'key-missing'] as const).map((relation): Case => [
    relation,
    ['false'],
    'volume',
    {
      cli: [cli('--block-device-mappings', { DeviceName: '<device>', Ebs: { Encrypted: 'true' } })],
      terraform: [root({ encrypted: true })],
      cloudformation: [properties({ BlockDeviceMappings: mapping({ Encrypted: true }) })],
      karpenter: [nodeMapping({ encrypted: true })],
    },
  ]),
  'ec2:VolumeType': [
    [
      'value-not-allowed',
      ['gp3'],
      'volume',
      {
        cli: [
          cli('--block-device-mappings', { DeviceName: '<device>', Ebs: { VolumeType: 'gp3' } }),
        ],
        terraform: [root({ volume_type: 'gp3' })],
        cloudformation: [properties({ BlockDeviceMappings: mapping({ VolumeType: 'gp3' }) })],
        karpenter: [nodeMapping({ volumeType: 'gp3' })],
      },
    ],
  ],
  'ec2:VolumeSize': [
    ['value-not-allowed', ['100'], 'snapshot', {}],
    [
      'value-not-allowed',
      ['100'],
      'volume',
      {
        cli: [
          cli('--block-device-mappings', { DeviceName: '<device>', Ebs: { VolumeSize: '100' } }),
        ],
        terraform: [root({ volume_size: 100 })],
        cloudformation: [properties({ BlockDeviceMappings: mapping({ VolumeSize: 100 }) })],
        karpenter: [nodeMapping({ volumeSize: '100Gi' })],
      },
    ],
    [
      'value-forbidden',
      ['100'],
      'volume',
      {
        cli: [
          cli('--block-device-mappings', {
            DeviceName: '<device>',
            Ebs: { VolumeSize: '<size in GiB other than 100>' },
          }),
        ],
        terraform: [root({ volume_size: '<size in GiB other than 100>' })],
        cloudformation: [
          properties({
            BlockDeviceMappings: mapping({ VolumeSize: '<size in GiB other than 100>' }),
          }),
        ],
        karpenter: [nodeMapping({ volumeSize: '<size in GiB other than 100>' })],
      },
    ],
  ],
  'ec2:VolumeIops': [
    [
      'value-not-allowed',
      ['3000'],
      'volume',
      {
        ...speed('Iops', 'iops', 3000),
        cloudformation: [properties({ BlockDeviceMappings: mapping({ Iops: 3000 }) })],
      },
    ],
    [
      'key-present',
      ['false'],
      'volume',
      {
        ...noSpeed('iops'),
        cloudformation: [properties({ BlockDeviceMappings: mapping({ Iops: NO_VALUE }) })],
      },
    ],
  ],
  'ec2:VolumeThroughput': [
    [
      'value-not-allowed',
      ['250'],
      'volume',
      {
        ...speed('Throughput', 'throughput', 250),
        cloudformation: [templateData({ BlockDeviceMappings: mapping({ Throughput: 250 }) })],
      },
    ],
    [
      'key-present',
      ['false'],
      'volume',
      {
        ...noSpeed('throughput'),
        cloudformation: [templateData({ BlockDeviceMappings: mapping({ Throughput: NO_VALUE }) })],
      },
    ],
  ],
  'aws:RequestTag/team': [
    ['value-not-allowed', ['core'], 'subnet', {}],
    [
      'value-not-allowed',
      ['core'],
      'instance',
      {
        cli: [cli('--tag-specifications', tagSpecification('instance', TEAM))],
        terraform: [terraform({ tags: { team: 'core' } })],
        cloudformation: [properties({ Tags: [TEAM] })],
        karpenter: [nodeClass({ tags: { team: 'core' } })],
      },
    ],
    [
      'key-missing',
      ['true'],
      'volume',
      {
        cli: [
          cli(
            '--tag-specifications',
            tagSpecification('volume', { Key: 'team', Value: '<tag value>' }),
          ),
        ],
        terraform: [terraform({ volume_tags: { team: '<tag value>' } })],
        cloudformation: [
          templateData({
            TagSpecifications: [tagSpecification('volume', { Key: 'team', Value: '<tag value>' })],
          }),
        ],
        karpenter: [nodeClass({ tags: { team: '<tag value>' } })],
      },
    ],
    ...['network-interface', 'spot-instances-request'].map((type): Case => [
      'value-not-allowed',
      ['core'],
      type,
      {
        cli: [cli('--tag-specifications', tagSpecification(type, TEAM))],
        terraform: [
          [
            'aws_launch_template',
            { tag_specifications: [{ resource_type: type, tags: { team: 'core' } }] },
          ],
        ],
        cloudformation: [templateData({ TagSpecifications: [tagSpecification(type, TEAM)] })],
        karpenter: [nodeClass({ tags: { team: 'core' } })],
      },
    ]),
  ],
  'aws:RequestTag/kubernetes.io/cluster/blue': [
    [
      'value-not-allowed',
      ['owned'],
      'instance',
      {
        cli: [
          cli(
            '--tag-specifications',
            tagSpecification('instance', { Key: 'kubernetes.io/cluster/blue', Value: 'owned' }),
          ),
        ],
        terraform: [terraform({ tags: { 'kubernetes.io/cluster/blue': 'owned' } })],
        cloudformation: [
          properties({ Tags: [{ Key: 'kubernetes.io/cluster/blue', Value: 'owned' }] }),
        ],
      },
    ],
  ],
  'aws:RequestTag/aws:createdBy': [['value-not-allowed', ['anna'], 'instance', {}]],
  'aws:RequestTag/${TagKey}': [['value-not-allowed', ['anna'], 'instance', {}]],
  'aws:RequestTag/': [['value-not-allowed', ['anna'], 'instance', {}]],
  'aws:TagKeys': [
    ['value-forbidden', ['team'], 'instance', {}],
    ...(['key-missing', 'value-not-allowed'] as const).map((relation): Case => [
      relation,
      ['team', 'owner*', 'for'],
      'instance',
      {
        cli: [
          cli(
            '--tag-specifications',
            tagSpecification(
              'instance',
              { Key: 'team', Value: '<tag value>' },
              { Key: 'for', Value: '<tag value>' },
            ),
          ),
        ],
        terraform: [terraform({ tags: { team: '<tag value>', for: '<tag value>' } })],
        cloudformation: [
          properties({
            Tags: [
              { Key: 'team', Value: '<tag value>' },
              { Key: 'for', Value: '<tag value>' },
            ],
          }),
        ],
        karpenter: [nodeClass({ tags: { team: '<tag value>', for: '<tag value>' } })],
      },
    ]),
    [
      'key-missing',
      ['true'],
      'instance',
      {
        cli: [
          cli(
            '--tag-specifications',
            tagSpecification('instance', { Key: '<tag key>', Value: '<tag value>' }),
          ),
        ],
        terraform: [terraform({ tags: { '<tag key>': '<tag value>' } })],
        cloudformation: [properties({ Tags: [{ Key: '<tag key>', Value: '<tag value>' }] })],
        karpenter: [nodeClass({ tags: { '<tag key>': '<tag value>' } })],
      },
    ],
  ],
};

const ROWS = Object.entries(CASES).flatMap(([key, cases]) =>
  cases.map((each) => [key, ...each] as const),
);

test.each(ROWS)('%s with %s %j on a %s', async (key, relation, values, type, expected) => {
  expect(await readBack(condition(key, relation, ...values), type)).toEqual(expected);
});

test('every key has a case', () => {
  const covered = Object.keys(CASES).map((key) => key.toLowerCase());
  expect(KEYS.filter((key) => !covered.some((each) => each.startsWith(key)))).toEqual([]);
});

describe('instance types for a NodePool', () => {
  const requirements = async (relation: Relation, ...values: readonly string[]) => {
    const read = await readBack(condition('ec2:InstanceType', relation, ...values), 'instance');
    return read['karpenter'];
  };
  const TYPE = 'node.kubernetes.io/instance-type';
  const FAMILY = 'karpenter.k8s.aws/instance-family';
  const SIZE = 'karpenter.k8s.aws/instance-size';

  it('are not said where a forbidden pattern has no label', async () => {
    expect(await requirements('value-forbidden', 'p*', 't2.*')).toBeUndefined();
    expect(await requirements('value-forbidden')).toBeUndefined();
  });

  it('are families and sizes where the statement lists them so', async () => {
    expect(await requirements('value-not-allowed', 'm5.*', 'c5.*')).toEqual([
      nodePool(requirement(FAMILY, 'In', 'm5', 'c5')),
    ]);
    expect(await requirements('value-not-allowed', '*.large')).toEqual([
      nodePool(requirement(SIZE, 'In', 'large')),
    ]);
    expect(await requirements('value-not-allowed', 'm5*')).toEqual([
      nodePool(requirement(TYPE, 'In', '<one of m5*>')),
    ]);
    expect(await requirements('key-missing', 'true')).toEqual([
      nodePool(requirement(TYPE, 'In', '<instance type>')),
    ]);
  });

  it('are forbidden all together', async () => {
    expect(await requirements('value-forbidden', 't2.*', '*.metal', 'm1.small')).toEqual([
      nodePool(
        requirement(TYPE, 'NotIn', 'm1.small'),
        requirement(FAMILY, 'NotIn', 't2'),
        requirement(SIZE, 'NotIn', 'metal'),
      ),
    ]);
  });
});
