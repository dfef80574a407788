import { hasPlaceholder, scopeOf, valuesOf } from '../../../core/needs/scope';

const NOTHING = {
  principal: { kind: 'undetermined', arn: null, name: null },
  operation: null,
  resource: null,
  launch: null,
  event: null,
  region: null,
} as const;

describe('scopeOf', () => {
  test('leaves placeholders for what nothing tells', () => {
    expect(scopeOf(NOTHING, [])).toMatchObject({
      partition: 'aws',
      region: '<Region>',
      account: '<account>',
      operation: '',
      templateArn: null,
    });
  });

  test('reads partition, Region and account from the denied resource', () => {
    const resource = 'arn:aws-cn:ec2:cn-north-1:111122223333:instance/*';
    expect(scopeOf({ ...NOTHING, resource }, [])).toMatchObject({
      partition: 'aws-cn',
      region: 'cn-north-1',
      account: '111122223333',
    });
  });

  test('takes the account that launches from the principal, not from a shared resource', () => {
    const principal = {
      kind: 'role-session',
      arn: 'arn:aws-us-gov:sts::111122223333:assumed-role/ci/build',
      name: 'ci',
    } as const;
    const resource = 'arn:aws-us-gov:ec2:us-gov-west-1:444455556666:subnet/subnet-1';
    const event = { id: 'e', time: '', region: 'us-gov-west-1', account: '777788889999' };
    expect(scopeOf({ ...NOTHING, principal, resource, event }, []).account).toBe('111122223333');
    expect(scopeOf({ ...NOTHING, resource, event }, []).account).toBe('777788889999');
    expect(scopeOf({ ...NOTHING, principal }, []).partition).toBe('aws-us-gov');
  });

  test('takes the Region of a text where nothing else names one', () => {
    expect(scopeOf({ ...NOTHING, region: 'eu-west-1' }, []).region).toBe('eu-west-1');
  });

  test('believes the decoded ARN of the launch template', () => {
    const arn = 'arn:aws:ec2:us-east-2:111122223333:launch-template/lt-0abc';
    const context = (value: string) => [{ key: 'EC2:launchtemplate', values: [value] }];
    expect(scopeOf(NOTHING, context(arn)).templateArn).toBe(arn);
    expect(scopeOf(NOTHING, context('*')).templateArn).toBeNull();
  });
});

describe('valuesOf', () => {
  test('finds a key in any case, and null for one that is not there', () => {
    const context = [{ key: 'ec2:InstanceType', values: ['t3.large'] }];
    expect(valuesOf(context, 'EC2:INSTANCETYPE')).toEqual(['t3.large']);
    expect(valuesOf(context, 'ec2:Tenancy')).toBeNull();
  });
});

describe('hasPlaceholder', () => {
  test.each([
    ['arn:aws:ec2:<Region>:1:instance/*', true],
    ['arn:aws:iam::[REDACTED]:role/x', true],
    ['arn:aws:ec2:us-east-1:111122223333:instance/*', false],
    ['a < b', false],
  ])('of %s is %s', (text, expected) => {
    expect(hasPlaceholder(text)).toBe(expected);
  });
});
