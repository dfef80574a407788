import { readLaunch } from '../../../core/event/launch';

const NOTHING = {
  instanceTypes: [],
  maxCount: null,
  imageIds: [],
  subnetIds: [],
  securityGroupIds: [],
  keyName: null,
  instanceProfile: null,
  launchTemplate: null,
  tags: {},
  region: 'eu-west-1',
};

const read = (parameters: unknown) => readLaunch(parameters, 'eu-west-1');

describe('readLaunch', () => {
  test.each([
    ['no parameters', null],
    ['a text', 'none'],
    ['parameters of another operation', { filterSet: { items: [{ name: 'x' }] } }],
    ['an instance that exists', { instancesSet: { items: [{ instanceId: 'i-0abc' }] } }],
  ])('reads nothing from %s', (_, parameters) => {
    expect(read(parameters)).toBeNull();
  });

  test('reads a RunInstances request', () => {
    const parameters = {
      instancesSet: {
        items: [{ imageId: 'ami-1', keyName: 'bastion', minCount: 1, maxCount: 10 }],
      },
      instanceType: 'p2.xlarge',
      subnetId: 'subnet-1',
      groupSet: { items: [{ groupId: 'sg-1' }, { groupId: 'sg-2' }] },
      iamInstanceProfile: { name: 'web' },
      launchTemplate: { launchTemplateId: 'lt-1', version: '3' },
      tagSpecificationSet: {
        items: [
          { resourceType: 'instance', tags: [{ key: 'team', value: 'a' }, { key: 'lonely' }] },
        ],
      },
      monitoring: { enabled: false },
    };
    expect(read(parameters)).toEqual({
      instanceTypes: ['p2.xlarge'],
      maxCount: 10,
      imageIds: ['ami-1'],
      subnetIds: ['subnet-1'],
      securityGroupIds: ['sg-1', 'sg-2'],
      keyName: 'bastion',
      instanceProfile: 'web',
      launchTemplate: 'lt-1 (version 3)',
      tags: { team: 'a', lonely: '' },
      taggedTypes: { instance: { team: 'a', lonely: '' } },
      region: 'eu-west-1',
    });
  });

  test('reads the subnet and groups of network interfaces', () => {
    const parameters = {
      networkInterfaceSet: {
        items: [
          { deviceIndex: 0, subnetId: 'subnet-9', groupSet: { items: [{ groupId: 'sg-9' }] } },
        ],
      },
    };
    expect(read(parameters)).toEqual({
      ...NOTHING,
      subnetIds: ['subnet-9'],
      securityGroupIds: ['sg-9'],
    });
  });

  test('reads a CreateFleet request with its capitalised keys, each value once', () => {
    const parameters = {
      CreateFleetRequest: {
        TargetCapacitySpecification: { TotalTargetCapacity: 2 },
        LaunchTemplateConfigs: {
          LaunchTemplateSpecification: { LaunchTemplateName: 'nodes', Version: 1 },
          Overrides: [
            { InstanceType: 'm5.large', SubnetId: 'subnet-1' },
            { InstanceType: 'm5.large', SubnetId: 'subnet-2' },
          ],
        },
        TagSpecification: { ResourceType: 'fleet', Tag: [{ Key: 'a', Value: 'b' }] },
      },
    };
    expect(read(parameters)).toEqual({
      ...NOTHING,
      instanceTypes: ['m5.large'],
      maxCount: 2,
      subnetIds: ['subnet-1', 'subnet-2'],
      launchTemplate: 'nodes (version 1)',
      tags: { a: 'b' },
      taggedTypes: { fleet: { a: 'b' } },
    });
  });

  test.each([
    ['instanceCount', { instanceCount: 4 }],
    ['targetCapacity', { spotFleetRequestConfig: { targetCapacity: 4 } }],
    ['a count that is no number first', { maxCount: 'many', instanceCount: '4' }],
  ])('reads how many from %s', (_, parameters) => {
    expect(read(parameters)?.maxCount).toBe(4);
  });

  test('prefers the ARN of an instance profile and reads a launch template without a version', () => {
    const arn = 'arn:aws:iam::111122223333:instance-profile/team/web';
    const parameters = {
      name: 'not a profile',
      version: 'not a template',
      iamInstanceProfile: { arn, name: 'web' },
      launchTemplate: { launchTemplateName: 'web' },
    };
    expect(read(parameters)).toEqual({ ...NOTHING, instanceProfile: arn, launchTemplate: 'web' });
  });

  test('reads tags only from tag specifications', () => {
    expect(read({ filter: [{ key: 'team', value: 'a' }] })).toBeNull();
    expect(read({ tagSpecificationSet: { name: 'x', value: 'y' } })).toBeNull();
  });

  test('bears what is nested too deep or too long', () => {
    const deep = Array.from({ length: 40 }).reduce<object>((inner) => ({ inner }), {
      instanceType: 'a',
    });
    expect(read(deep)).toBeNull();
    const long = { items: Array.from({ length: 5000 }, (_, i) => ({ instanceType: `t${i}` })) };
    expect(read(long)?.instanceTypes).toHaveLength(2000);
  });
});
