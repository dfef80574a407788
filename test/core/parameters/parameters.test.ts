import type { DecisiveCondition } from '../../../core/contract';
import { type Denied, isConcrete, parametersFor } from '../../../core/parameters/parameters';
import { KEYS } from '../../../core/parameters/rows';
import type { Parameter } from '../../../core/suggestion';
import { condition, readBack } from './read-back';

const LAUNCH: Denied = { resourceType: null, operation: 'RunInstances' };

const textOf = (
  each: DecisiveCondition,
  tool: Parameter['tool'],
  denied = LAUNCH,
): string | undefined => parametersFor(each, denied).find((found) => found.tool === tool)?.text;

describe('parametersFor', () => {
  test.each(KEYS)('gives nothing for %s where the relation is unclear', (key) => {
    expect(parametersFor(condition(`${key}team`, 'unclear', 'a'), LAUNCH)).toEqual([]);
    expect(parametersFor(condition(key, 'unclear', 'a'), LAUNCH)).toEqual([]);
  });

  test.each(['ec2:RootDeviceType', 'aws:SourceIp', 'ec2:ResourceTag/team', '', '/', 'toString'])(
    'gives nothing for the key %j, which no request has as a parameter',
    (key) => {
      expect(parametersFor(condition(key, 'value-not-allowed', 'ebs'), LAUNCH)).toEqual([]);
    },
  );

  it('gives nothing for a key that the denied resource cannot have', () => {
    const denied = { resourceType: 'subnet', operation: 'RunInstances' };
    const each = condition('ec2:InstanceType', 'key-missing', 'm5.large');
    expect(parametersFor(each, denied)).toEqual([]);
  });

  test.each(['StartInstances', 'CreateAutoScalingGroup', 'toString', ''])(
    'gives nothing for the operation %j, which takes no parameters of a launch',
    (operation) => {
      const each = condition('ec2:InstanceType', 'value-not-allowed', 'm5.large');
      expect(parametersFor(each, { resourceType: 'instance', operation })).toEqual([]);
    },
  );

  test.each([
    ['ec2:InstanceType', 'instance'],
    ['ec2:Encrypted', 'volume'],
    ['ec2:Tenancy', 'instance'],
    ['ec2:VolumeSize', 'volume'],
    ['ec2:SecurityGroupID', 'security-group'],
    ['aws:RequestedRegion', 'instance'],
    ['ec2:Public', 'image'],
    ['ec2:Vpc', 'subnet'],
    ['ec2:InstanceMarketType', 'instance'],
    ['aws:TagKeys', 'instance'],
    ['aws:RequestTag/team', 'instance'],
  ])('gives nothing where %s must not be given, which every launch has', (key, resourceType) => {
    const each = condition(key, 'key-present', 'false');
    expect(parametersFor(each, { ...LAUNCH, resourceType })).toEqual([]);
  });

  it('takes a launch for RunInstances where nobody named the operation', () => {
    const each = condition('ec2:InstanceType', 'value-not-allowed', 'm5.large');
    expect(parametersFor(each, { resourceType: null, operation: null })).toEqual(
      parametersFor(each, LAUNCH),
    );
  });

  it('knows keys in any case', () => {
    expect(textOf(condition('EC2:instancetype', 'value-not-allowed', 'm5.large'), 'cli')).toBe(
      '--instance-type m5.large',
    );
  });
});

describe('the value', () => {
  const type = (relation: DecisiveCondition['relation'], ...values: readonly string[]) =>
    textOf(condition('ec2:InstanceType', relation, ...values), 'terraform');

  test.each([
    ['value-not-allowed', ['m5.*'], '<one of m5.*>'],
    ['value-not-allowed', ['m5.*', 'c5.?large'], '<one of m5.*, c5.?large>'],
    ['value-not-allowed', ['*'], '<instance type>'],
    ['value-not-allowed', [], '<instance type>'],
    ['value-not-allowed', ['<type>', '****'], '<instance type>'],
    ['value-not-allowed', ['m5>.*'], '<one of m5.*>'],
    ['value-not-allowed', ['a\u0000'], '<one of a\\\\u0000>'],
    ['value-not-allowed', ['a\ud800'], '<one of a\ufffd>'],
    ['value-not-allowed', ['e\u0301'], '<one of e\u0301>'],
    [
      'value-not-allowed',
      ['1*', '2*', '3*', '4*', '5*', '6*', '7*'],
      '<one of 1*, 2*, 3*, 4*, 5*, 2 more>',
    ],
    ['value-not-allowed', [`${'a'.repeat(99)}*`], `<one of ${'a'.repeat(80)}…>`],
    ['key-missing', ['true'], '<instance type>'],
    ['value-forbidden', ['t2.*', 'm1.small'], '<instance type other than t2.*, m1.small>'],
    ['value-forbidden', ['*'], '<instance type>'],
  ] as const)('is a placeholder for %s %j', (relation, values, expected) => {
    expect(type(relation, ...values)).toBe(`instance_type = "${expected}"`);
  });

  it('keeps policy variables out of what is written', () => {
    const each = condition('aws:RequestTag/team', 'value-not-allowed', '${aws:PrincipalTag/team}');
    const text = textOf(each, 'terraform', { ...LAUNCH, resourceType: 'instance' });
    expect(text).toContain('team = "<one of $${aws:PrincipalTag/team}>"');
  });

  it('is the first that is listed, and a comment names the others', () => {
    expect(type('value-not-allowed', 'm5.large', 'c5.*', 'm5.xlarge')).toBe(
      'instance_type = "m5.large" # or m5.xlarge, c5.*',
    );
    expect(type('key-missing', 'm5.large')).toBe('instance_type = "m5.large"');
  });

  it('names in a comment nothing that a shell would act on', () => {
    const each = ['m5.large', '$(id)', 'a b', '`id`', 'a;b', 'a\nb', 'x'.repeat(81)];
    expect(type('value-not-allowed', ...each)).toBe('instance_type = "m5.large" # or 6 more');
    const many = ['m1.a', 'm1.b', 'm1.c', 'm1.d', 'm1.e', 'm1.f', 'm1.g', 'm1.h'];
    expect(type('value-not-allowed', ...many)).toBe(
      'instance_type = "m1.a" # or m1.b, m1.c, m1.d, m1.e, m1.f, 2 more',
    );
  });

  test.each([
    ['value-forbidden', ['100'], '"<size in GiB other than 100>"'],
    ['value-not-allowed', ['1.5'], '"<size in GiB near 1.5>"'],
    ['value-not-allowed', ['1*'], '"<one of 1*>"'],
    ['key-missing', ['true'], '"<size in GiB>"'],
    ['value-not-allowed', ['100'], '100'],
    ['value-not-allowed', ['0100', '200'], '100 # or 200'],
  ] as const)('of a number for %s %j is %s', (relation, values, expected) => {
    const each = condition('ec2:VolumeSize', relation, ...values);
    const [argument = '', comment] = textOf(each, 'terraform')?.split('\n}') ?? [];
    expect(argument.split('volume_size = ')[1] + (comment ?? '')).toBe(expected);
  });

  test.each([
    ['value-not-allowed', ['gp9'], undefined],
    ['value-forbidden', ['*'], undefined],
    ['value-not-allowed', ['io2', 'gp*'], 'io2" or gp3, gp2'],
    ['value-not-allowed', ['GP3'], 'gp3"'],
    ['value-forbidden', ['gp2'], 'gp3" or io2, io1, st1, sc1, standard'],
    ['key-missing', ['true'], '<gp3 or gp2 or io2 or io1 or st1 or sc1 or standard>"'],
    ['key-missing', ['io1'], 'io1"'],
  ] as const)('of few for %s %j is %s', (relation, values, expected) => {
    const text = textOf(condition('ec2:VolumeType', relation, ...values), 'terraform');
    expect(text?.split('volume_type = "')[1]?.replace('\n} #', '').replace('\n}', '')).toBe(
      expected,
    );
  });

  test.each([
    ['value-forbidden', ['true'], false],
    ['value-forbidden', ['FALSE'], true],
    ['value-not-allowed', ['true'], true],
    ['value-not-allowed', ['false'], false],
  ] as const)('of a flag for %s %j is %s', (relation, values, expected) => {
    const each = condition('ec2:EbsOptimized', relation, ...values);
    expect(textOf(each, 'terraform')).toBe(`ebs_optimized = ${expected}`);
  });

  test.each([
    ['ec2:EbsOptimized', 'true', 'ebs_optimized = true'],
    ['ec2:EbsOptimized', 'false', 'ebs_optimized = true'],
    ['ec2:AssociatePublicIpAddress', 'true', 'associate_public_ip_address = false'],
    ['ec2:AssociatePublicIpAddress', 'false', 'associate_public_ip_address = false'],
  ])(
    'of %s where the request lacks it and %s is listed is the safe one',
    (key, value, expected) => {
      expect(textOf(condition(key, 'key-missing', value), 'terraform')).toBe(expected);
    },
  );

  it('is the required token where the request says nothing of it', () => {
    const each = condition('ec2:MetadataHttpTokens', 'key-missing', 'optional');
    expect(textOf(each, 'cli')).toBe('--metadata-options HttpTokens=required');
  });
});

describe('the command line', () => {
  const key = (...values: readonly string[]) =>
    textOf(condition('ec2:KeyPairName', 'value-not-allowed', ...values), 'cli');

  it('is left out where it would read a file', () => {
    expect(key('file:///etc/hosts')).toBeUndefined();
    expect(key('https://example.com/key')).toBeUndefined();
  });

  it('does not take a value for an option', () => {
    expect(key('--help')).toBe('--key-name=--help');
  });

  it('writes JSON where shorthand would split a value', async () => {
    const each = condition('ec2:SecurityGroupID', 'value-not-allowed', 'a,b');
    expect((await readBack(each, null))['cli']).toEqual([
      ['aws ec2 run-instances', ['--security-group-ids', ['a,b']]],
    ]);
    const file = condition('ec2:SecurityGroupID', 'value-not-allowed', 'file://a');
    expect(textOf(file, 'cli')).toBe(`--security-group-ids '["file://a"]'`);
  });

  it('leaves options out in a comment', () => {
    const without = (name: string, operation = 'RunInstances') =>
      textOf(condition(name, 'key-present', 'false'), 'cli', { ...LAUNCH, operation });
    expect(without('ec2:KeyPairName')).toBe('# leave out --key-name');
    expect(without('ec2:VolumeIops')).toBe('# leave out Iops of --block-device-mappings');
    expect(without('ec2:VolumeIops', 'RequestSpotInstances')).toBe(
      '# leave out Iops of --launch-specification',
    );
    expect(without('ec2:KeyPairName', 'CreateFleet')).toBe(
      '# leave out KeyName of --launch-template-data',
    );
  });
});

describe('isConcrete', () => {
  const parametersOf = (...values: readonly string[]) =>
    parametersFor(condition('ec2:KeyPairName', 'value-not-allowed', ...values), LAUNCH);

  it('is false where a placeholder is left', () => {
    expect(isConcrete(parametersOf('ops-*'))).toBe(false);
    expect(isConcrete([...parametersOf('ops'), ...parametersOf('ops-*')])).toBe(false);
  });

  it('is true where nothing is left to fill', () => {
    expect(isConcrete(parametersOf('ops'))).toBe(true);
    expect(isConcrete([])).toBe(true);
  });
});
