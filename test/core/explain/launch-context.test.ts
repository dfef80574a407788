import { launchFromContext } from '../../../core/explain/launch-context';

const context = (values: Record<string, string[]>) =>
  Object.entries(values).map(([key, each]) => ({ key, values: each }));

describe('launchFromContext', () => {
  test.each([
    {},
    { 'aws:Region': ['eu-west-1'] },
    { 'ec2:Region': ['eu-west-1'] },
    { 'aws:requestta': ['x'] },
  ])('finds no launch in %j', (values) => {
    expect(launchFromContext(context(values))).toBeNull();
  });

  test('reads what the context names', () => {
    const values = {
      'ec2:InstanceType': ['t3.micro'],
      'ec2:ImageID': ['ami-1'],
      'ec2:Subnet': ['arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-1', 'subnet-2'],
      'ec2:SecurityGroupID': ['sg-1'],
      'ec2:KeyPairName': ['bastion'],
      'ec2:InstanceProfile': ['arn:aws:iam::111122223333:instance-profile/web'],
      'ec2:LaunchTemplate': ['arn:aws:ec2:eu-west-1:111122223333:launch-template/lt-1'],
      'aws:RequestTag/team': ['a'],
      'aws:RequestTag/empty': [],
      'ec2:Region': ['eu-west-1'],
    };
    expect(launchFromContext(context(values))).toEqual({
      instanceTypes: ['t3.micro'],
      maxCount: null,
      imageIds: ['ami-1'],
      subnetIds: ['subnet-1', 'subnet-2'],
      securityGroupIds: ['sg-1'],
      keyName: 'bastion',
      instanceProfile: 'arn:aws:iam::111122223333:instance-profile/web',
      launchTemplate: 'lt-1',
      tags: { team: 'a', empty: '' },
      region: 'eu-west-1',
    });
  });

  test('takes a key without values for nothing', () => {
    const keys = ['ec2:KeyPairName', 'ec2:InstanceProfile', 'ec2:LaunchTemplate', 'ec2:Region'];
    expect(launchFromContext(keys.map((key) => ({ key, values: [] })))).toMatchObject({
      keyName: null,
      instanceProfile: null,
      launchTemplate: null,
      region: null,
    });
  });

  test.each([
    ['ec2:SubnetID', 'subnetIds', ['x']],
    ['ec2:InstanceType', 'instanceTypes', ['x']],
    ['ec2:ImageID', 'imageIds', ['x']],
    ['ec2:Subnet', 'subnetIds', ['x']],
    ['ec2:SecurityGroupID', 'securityGroupIds', ['x']],
    ['ec2:KeyPairName', 'keyName', 'x'],
    ['ec2:InstanceProfile', 'instanceProfile', 'x'],
    ['ec2:LaunchTemplate', 'launchTemplate', 'x'],
    ['aws:requesttag/t', 'tags', { t: 'x' }],
  ])('takes %s alone for a launch', (key, field, value) => {
    expect(launchFromContext(context({ [key]: ['x'] }))).toMatchObject({ [field]: value });
  });
});
