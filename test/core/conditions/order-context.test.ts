import fc from 'fast-check';
import type { DecisiveCondition } from '../../../core/contract';
import { orderContext } from '../../../core/conditions/order-context';
import { asking, decoded, keyValues } from './message';

function decided(...keys: readonly string[]): DecisiveCondition[] {
  return keys.map((key) => ({
    key,
    requestValues: [],
    statementValues: [],
    relation: 'value-forbidden',
  }));
}

function keysOf(context: ReturnType<typeof orderContext>): string[] {
  return context.map(({ key }) => key);
}

describe('orderContext', () => {
  test.each([
    'aws:Account',
    'aws:ARN',
    'aws:Region',
    'aws:Resource',
    'aws:ResourceBeingCreated',
    'aws:Service',
    'aws:Type',
    'ec2:Region',
  ])('leaves out %s', (key) => {
    expect(orderContext(decoded({ conditions: keyValues({ [key]: 'x' }) }), [])).toEqual([]);
  });

  test.each(['ec2:InstanceID', 'ec2:NetworkInterfaceID', 'ec2:VolumeID'])(
    'leaves out %s of a resource that does not exist yet',
    (key) => {
      expect(orderContext(decoded({ conditions: keyValues({ [key]: '*' }) }), [])).toEqual([]);
      const known = keyValues({ [key]: 'id-0abc' });
      expect(orderContext(decoded({ conditions: known }), [])).toEqual(known);
    },
  );

  test('keeps a pseudo key that decided', () => {
    expect(
      keysOf(orderContext(asking({ 'ec2:Region': 'eu-west-1' }), decided('EC2:region'))),
    ).toEqual(['ec2:Region']);
  });

  test('leaves a key without values where it is', () => {
    const conditions = [{ key: 'aws:TagKeys', values: [] }];
    expect(orderContext(decoded({ conditions }), [])).toEqual(conditions);
  });

  test('puts first what decided, in the order given', () => {
    const message = asking({ 'ec2:InstanceType': 't3.micro', 'ec2:Tenancy': 'host', 'x:Y': 'z' });
    const decisive = decided('x:y', 'aws:SourceIp', 'ec2:Tenancy', 'X:Y');
    expect(keysOf(orderContext(message, decisive))).toEqual([
      'x:Y',
      'ec2:Tenancy',
      'ec2:InstanceType',
    ]);
  });

  test('orders what was chosen as the launch page of the console does, then the rest', () => {
    const chosen = [
      'ec2:InstanceType',
      'ec2:ImageID',
      'ec2:ImageType',
      'ec2:Owner',
      'ec2:Public',
      'ec2:KeyPairName',
      'ec2:Vpc',
      'ec2:Subnet',
      'ec2:AvailabilityZone',
      'ec2:AvailabilityZoneId',
      'ec2:AssociatePublicIpAddress',
      'ec2:SecurityGroupID',
      'ec2:VolumeType',
      'ec2:VolumeSize',
      'ec2:Encrypted',
      'ec2:VolumeIops',
      'ec2:InstanceProfile',
      'ec2:LaunchTemplate',
      'aws:RequestTag/Team',
      'aws:TagKeys',
      'ec2:MetadataHttpTokens',
      'ec2:MetadataHttpEndpoint',
      'ec2:MetadataHttpPutResponseHopLimit',
      'ec2:InstanceMetadataTags',
      'ec2:InstanceMarketType',
      'ec2:Tenancy',
      'ec2:PlacementGroup',
      'ec2:ebsOptimized',
      'aws:ResourceTag/Team',
      'ec2:ResourceTag/Team',
    ];
    const rest = ['ec2:RootDeviceType', 'iam:RoleName'];
    const scrambled = ['iam:RoleName', ...chosen.toReversed(), 'ec2:RootDeviceType'];
    const conditions = scrambled.map((key) => ({ key, values: ['v'] }));
    const found = keysOf(orderContext(decoded({ conditions }), []));
    expect(found).toEqual([...chosen, ...rest.toReversed()]);
  });

  test('never throws, and changes no item', () => {
    const item = fc.record({ key: fc.string(), values: fc.array(fc.string()) });
    fc.assert(
      fc.property(fc.array(item), fc.array(fc.string()), (conditions, keys) => {
        const found = orderContext(decoded({ conditions }), decided(...keys));
        expect(found).toHaveLength(conditions.length);
        expect(found.every((one) => conditions.some((known) => known === one))).toBe(true);
      }),
    );
  });
});
