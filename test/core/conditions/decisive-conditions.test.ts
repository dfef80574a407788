import fc from 'fast-check';
import { decisiveConditions } from '../../../core/conditions/decisive-conditions';
import type { DecodedMessage } from '../../../core/evidence';
import { ACCOUNT, asking, decoded, deny, keyValues, PSEUDO } from './message';

type Values = string | readonly string[];

function conditionsOf(message: DecodedMessage, values: Readonly<Record<string, Values>>) {
  return decisiveConditions(deny({ conditions: keyValues(values) }), message);
}

function relation(message: DecodedMessage, key: string, values: Values): string | undefined {
  return conditionsOf(message, { [key]: values })[0]?.relation;
}

describe('decisiveConditions', () => {
  test('finds nothing decisive in an Allow', () => {
    const conditions = keyValues({ 'ec2:InstanceType': 't3.micro' });
    const statement = deny({ effect: 'ALLOW', conditions });
    expect(decisiveConditions(statement, asking({ 'ec2:InstanceType': 't3.micro' }))).toEqual([]);
  });

  test('finds nothing decisive in a statement without conditions', () => {
    expect(decisiveConditions(deny(), asking({}))).toEqual([]);
  });

  test.each<[string, Values, Values]>([
    ['ec2:InstanceType', [], 't3.micro'],
    ['ec2:InstanceType', 't3.micro', []],
    ['ec2:InstanceType', '****', 't3.micro'],
    ['ec2:InstanceType', 't3.micro', '<type>'],
    ['ec2:InstanceType', ['m5.large', 'XXXX'], 't3.micro'],
    ['aws:RequestTag/Env', 'Prod', 'prod'],
    ['aws:RequestTag/Public', 'false', 'true'],
    ['aws:RequestTag/Public', 'False', 'True'],
    ['aws:TagKeys', 'false', ['true', 'Owner']],
    ['aws:RequestTag/Owner', '${aws:username}', 'ana'],
    ['aws:TagKeys', ['Owner', 'Team'], ['Owner', 'Name']],
    ['aws:TagKeys', ['Owner', 'Team'], ['Owner', '<tag>']],
    ['aws:SourceIp', '192.0.2.*', '198.51.100.7'],
    ['aws:RequestTag/<tag>', 'web', 'web'],
  ])('leaves %s unclear with %j in the statement and %j in the request', (key, listed, asked) => {
    expect(relation(asking({ [key]: asked }), key, listed)).toBe('unclear');
  });

  test.each<[string, Values]>([
    ['aws:SourceIp', '192.0.2.0/24'],
    ['aws:SourceVpce', 'vpce-0abc'],
    ['aws:SourceVpce', ['true', 'false']],
    ['aws:PrincipalOrgID', 'o-example'],
    ['aws:PrincipalTag/Team', 'true'],
    ['aws:PrincipalTag/Team', 'false'],
    ['aws:ViaAWSService', 'false'],
    ['aws:SecureTransport', 'false'],
    ['aws:SomethingNew', 'true'],
    ['aws:CalledVia', 'cloudformation.amazonaws.com'],
    ['aws:CurrentTime', '2026-01-01T00:00:00Z'],
    ['s3:x-amz-acl', 'private'],
  ])('leaves %s with %j unclear, for EC2 does not print the key', (key, listed) => {
    expect(relation(asking({}), key, listed)).toBe('unclear');
  });

  test.each(['aws:RequestTag/Team', 'aws:MultiFactorAuthPresent', 'aws:SourceVpce'])(
    'does not call %s missing from an empty context',
    (key) => {
      expect(relation(decoded(), key, 'true')).toBe('unclear');
    },
  );

  test('does not call a key missing whose listed values were written over', () => {
    expect(relation(asking({}), 'aws:RequestTag/Team', ['****', '<team>'])).toBe('unclear');
  });

  test.each<[string, Values]>([
    ['aws:RequestTag/Team', 'true'],
    ['aws:RequestTag/Team', ['web', '****']],
    ['aws:TagKeys', ['Owner']],
    ['ec2:MetadataHttpTokens', 'required'],
    ['aws:MultiFactorAuthPresent', 'false'],
    ['aws:MultiFactorAuthPresent', 'true'],
    ['ec2:ResourceTag/AllowImage', 'true'],
    ['ec2:Encrypted', 'false'],
    ['ec2:Subnet', `arn:aws:ec2:*:${ACCOUNT}:subnet/subnet-0abc`],
    ['aws:SourceVpce', 'true'],
    ['aws:MultiFactorAuthAge', 'True'],
    ['aws:TokenIssueTime', 'true'],
    ['aws:SourceIp', 'true'],
    ['aws:PrincipalOrgID', 'true'],
  ])('calls %s missing when the statement lists %j and the request lacks it', (key, listed) => {
    expect(relation(asking({}), key, listed)).toBe('key-missing');
  });

  test('calls a key missing that the denied type of resource cannot have', () => {
    const subnet = `arn:aws:ec2:eu-west-1:${ACCOUNT}:subnet/subnet-0abc`;
    const message = { ...asking({ 'aws:Type': 'subnet' }), resource: subnet };
    expect(relation(message, 'ec2:InstanceType', 't3.micro')).toBe('key-missing');
  });

  test.each<[string, Values]>([
    ['aws:SourceVpce', 'false'],
    ['aws:TokenIssueTime', 'False'],
  ])('calls %s present when the statement can only have tested for it', (key, listed) => {
    expect(relation(asking({}), key, listed)).toBe('key-present');
  });

  test.each<[string, Values]>([
    ['aws:RequestTag/Debug', 'web'],
    ['aws:RequestTag/Debug', ''],
    ['aws:TagKeys', ['a', 'b']],
    ['ec2:InstanceProfile', `arn:aws:iam::${ACCOUNT}:instance-profile/web`],
    ['ec2:VolumeSize', '100'],
  ])('calls %s present when the statement says false and the request says %j', (key, asked) => {
    expect(relation(asking({ [key]: asked }), key, 'false')).toBe('key-present');
    expect(relation(asking({ [key]: asked }), key, ['False', 'false'])).toBe('key-present');
  });

  test.each<[string, Values, Values]>([
    ['ec2:InstanceType', 't3.micro', 'p4d.24xlarge'],
    ['ec2:InstanceType', ['t3.*', 't4g.*'], 'm5.large'],
    ['ec2:MetadataHttpTokens', 'required', 'optional'],
    ['ec2:Encrypted', 'true', 'false'],
    ['ec2:AssociatePublicIpAddress', 'false', 'true'],
    ['ec2:VolumeSize', '100', '500'],
    ['ec2:SnapshotTime', '2026-01-01T00:00:00Z', '2025-12-31T23:59:59Z'],
    [
      'ec2:Vpc',
      `arn:aws:ec2:*:${ACCOUNT}:vpc/vpc-0a`,
      `arn:aws:ec2:eu-west-1:${ACCOUNT}:vpc/vpc-0b`,
    ],
    ['aws:SourceIp', ['192.0.2.0/24', '2001:db8::/32'], '198.51.100.7'],
    ['aws:RequestTag/Keep', 'true', 'false'],
    ['aws:RequestTag/Env', ['false', 'dev'], 'prod'],
    ['aws:TagKeys', ['Owner', 'Team'], ['Name', 'Env']],
    ['aws:RequestTag/Owner', '${aws:userid}', 'ana'],
    ['aws:RequestTag/Owner', 'team-${aws:username}', 'ana'],
  ])('finds that %s allows %j only and the request says %j', (key, listed, asked) => {
    expect(relation(asking({ [key]: asked }), key, listed)).toBe('value-not-allowed');
  });

  test.each<[string, Values, Values]>([
    ['ec2:InstanceType', 'p4d.24xlarge', 'p4d.24xlarge'],
    ['ec2:InstanceType', ['m5.*', 'p?d.*'], 'p4d.24xlarge'],
    ['ec2:InstanceType', ['****', 'p4d.24xlarge'], 'p4d.24xlarge'],
    ['ec2:MetadataHttpTokens', 'optional', 'optional'],
    ['ec2:Encrypted', 'false', 'false'],
    ['ec2:AssociatePublicIpAddress', 'true', 'true'],
    ['aws:MultiFactorAuthPresent', 'false', 'false'],
    ['ec2:VolumeSize', '500', '500.0'],
    ['ec2:SnapshotTime', '2026-01-01', '2026-01-01T00:00:00Z'],
    ['ec2:Vpc', 'arn:aws:ec2:*:*:vpc/vpc-0b', `arn:aws:ec2:eu-west-1:${ACCOUNT}:vpc/vpc-0b`],
    ['aws:SourceIp', ['192.0.2.0/24', '2001:db8::/32'], '2001:db8::7'],
    ['aws:RequestTag/Keep', 'false', 'false'],
    ['aws:RequestTag/Keep', 'true', 'true'],
    ['aws:RequestTag/Env', ['Prod', 'prod'], 'prod'],
    ['aws:TagKeys', ['Owner', 'T*'], ['Owner', 'Team']],
    ['aws:RequestTag/Owner', '${aws:userid}', 'AROAEXAMPLE:deploy-7'],
  ])('finds that %s forbids %j and the request says %j', (key, listed, asked) => {
    expect(relation(asking({ [key]: asked }), key, listed)).toBe('value-forbidden');
  });

  test.each<[string, Values, string]>([
    ['aws:RequestedRegion', ['us-east-1', 'us-east-2'], 'value-not-allowed'],
    ['aws:RequestedRegion', 'eu-*', 'value-forbidden'],
    ['aws:PrincipalAccount', '444455556666', 'value-not-allowed'],
    ['aws:PrincipalArn', 'arn:aws:iam::*:role/admin', 'value-not-allowed'],
    ['aws:PrincipalArn', 'arn:aws:iam::*:role/deploy-*', 'value-forbidden'],
    ['aws:PrincipalArn', 'arn:aws:iam::*:role/team/deploy-bot', 'unclear'],
    ['aws:PrincipalIsAWSService', 'false', 'value-forbidden'],
    ['aws:username', 'ana', 'unclear'],
  ])('judges %s with %j by what the message says elsewhere', (key, listed, expected) => {
    expect(relation(decoded(), key, listed)).toBe(expected);
  });

  test('shows the values of both sides byte for byte, derived ones too', () => {
    const message = asking({ 'ec2:ebsOptimized': ' FALSE ', 'aws:TagKeys': ['b', 'A', 'b'] });
    const listed = {
      'ec2:EbsOptimized': ['True'],
      'AWS:tagkeys': ['é', '*'],
      'aws:RequestedRegion': 'us-*',
    };
    expect(conditionsOf(message, listed)).toEqual([
      {
        key: 'ec2:EbsOptimized',
        requestValues: [' FALSE '],
        statementValues: ['True'],
        relation: 'value-not-allowed',
      },
      {
        key: 'AWS:tagkeys',
        requestValues: ['b', 'A', 'b'],
        statementValues: ['é', '*'],
        relation: 'value-forbidden',
      },
      {
        key: 'aws:RequestedRegion',
        requestValues: ['eu-west-1'],
        statementValues: ['us-*'],
        relation: 'value-not-allowed',
      },
    ]);
  });

  test('shows no value of a key that the request lacks', () => {
    expect(conditionsOf(asking({}), { 'aws:RequestTag/Team': 'true' })).toEqual([
      {
        key: 'aws:RequestTag/Team',
        requestValues: [],
        statementValues: ['true'],
        relation: 'key-missing',
      },
    ]);
  });

  test('puts what the reader can change first and exceptions for principals last', () => {
    const message = asking({ 'ec2:InstanceType': 'm5.large' });
    const conditions = conditionsOf(message, {
      'aws:PrincipalTag/Exempt': 'true',
      'aws:PrincipalAccount': '444455556666',
      'aws:PrincipalArn': 'arn:aws:iam::*:role/deploy-*',
      'aws:PrincipalOrgID': 'true',
      'aws:CalledVia': 'false',
      'aws:SourceIp': '192.0.2.0/24',
      'aws:RequestTag/Team': 'true',
      'ec2:InstanceType': 't3.micro',
    });
    expect(conditions.map(({ key, relation: found }) => [key, found])).toEqual([
      ['aws:RequestTag/Team', 'key-missing'],
      ['ec2:InstanceType', 'value-not-allowed'],
      ['aws:SourceIp', 'unclear'],
      ['aws:PrincipalArn', 'value-forbidden'],
      ['aws:PrincipalOrgID', 'key-missing'],
      ['aws:CalledVia', 'key-present'],
      ['aws:PrincipalAccount', 'value-not-allowed'],
      ['aws:PrincipalTag/Exempt', 'unclear'],
    ]);
  });

  test('gives up on a statement that no policy could hold', () => {
    const message = asking({ 'aws:RequestTag/Team': 'a'.repeat(5_000) });
    const listed = ['*a'.repeat(2_500), 'a'.repeat(5_000)];
    expect(conditionsOf(message, { 'aws:RequestTag/Team': listed })).toEqual([]);
  });

  test.each(['principalArn', 'principalId', 'resource'])('gives up on an endless %s', (field) => {
    const message = decoded({ [field]: 'a'.repeat(5_000_000) });
    expect(conditionsOf(message, { 'aws:userid': 'b' })).toEqual([]);
    expect(conditionsOf(message, { a: '' })).toHaveLength(1);
  });

  const text = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.constantFrom('true', 'false', '****', '${aws:username}', '10.0.0.0/8', '100', '*'),
  );
  const KEYS = [
    'aws:RequestTag/a',
    'aws:TagKeys',
    'ec2:VolumeSize',
    'ec2:Encrypted',
    'aws:SourceIp',
    'aws:PrincipalArn',
    'aws:RequestedRegion',
    'aws:CurrentTime',
    'aws:SourceVpce',
    '__proto__',
  ];
  const key = fc.constantFrom(...KEYS);
  const item = fc.record({ key: fc.oneof(key, text), values: fc.array(text, { maxLength: 3 }) });
  const items = fc.array(item, { maxLength: 6 });
  const whole = fc.boolean();

  test('never throws, keeps every condition and its values', () => {
    fc.assert(
      fc.property(items, items, whole, (listed, asked, isWhole) => {
        const conditions = [...(isWhole ? keyValues(PSEUDO) : []), ...asked];
        const found = decisiveConditions(deny({ conditions: listed }), decoded({ conditions }));
        const shown = found.map((one) => ({ key: one.key, values: one.statementValues }));
        expect(shown).toHaveLength(listed.length);
        expect(shown).toEqual(expect.arrayContaining(listed));
      }),
    );
  });

  test('relates each condition to the request whatever stands beside it', () => {
    fc.assert(
      fc.property(items, items, (listed, asked) => {
        const message = decoded({ conditions: asked });
        const together = decisiveConditions(deny({ conditions: listed }), message);
        const reversed = decisiveConditions(deny({ conditions: listed.toReversed() }), message);
        const alone = listed.flatMap((one) =>
          decisiveConditions(deny({ conditions: [one] }), message),
        );
        expect(together).toHaveLength(alone.length);
        expect(together).toEqual(expect.arrayContaining(alone));
        expect(reversed).toEqual(expect.arrayContaining([...together]));
      }),
    );
  });

  test('never calls a key missing or a value by a name that the evidence does not bear out', () => {
    fc.assert(
      fc.property(items, (listed) => {
        const silent = decoded({ principalArn: null, principalId: null, resource: null });
        const found = decisiveConditions(deny({ conditions: listed }), silent);
        expect(found.every((one) => one.relation === 'unclear')).toBe(true);
      }),
    );
  });
});
