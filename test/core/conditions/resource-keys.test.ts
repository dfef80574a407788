import { mayHaveKey } from '../../../core/conditions/resource-keys';

describe('mayHaveKey', () => {
  test.each([
    ['subnet', 'ec2:InstanceType'],
    ['image', 'ec2:MetadataHttpTokens'],
    ['instance', 'ec2:Encrypted'],
    ['role', 'ec2:InstanceType'],
  ])('is false where a %s never has %s', (type, key) => {
    expect(mayHaveKey(type, key)).toBe(false);
  });

  test.each([
    ['instance', 'ec2:InstanceType'],
    ['instance', 'EC2:INSTANCETYPE'],
    ['volume', 'ec2:Encrypted'],
    ['subnet', 'ec2:Vpc'],
  ])('is true where a %s has %s', (type, key) => {
    expect(mayHaveKey(type, key)).toBe(true);
  });

  test.each(['aws:RequestTag/team', 'ec2:SomethingNew', 'constructor'])(
    'is true where nothing is known of %s',
    (key) => {
      expect(mayHaveKey('subnet', key)).toBe(true);
    },
  );
});
