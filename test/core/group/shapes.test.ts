import type { Principal } from '../../../core/contract';
import { principalFromArn } from '../../../core/event/principal';
import { principalShape, resourceShape } from '../../../core/group/shapes';

const HOME = '111122223333';

describe('principalShape', () => {
  test.each<[Principal, string]>([
    [{ kind: 'undetermined', arn: null, name: null }, 'undetermined/-'],
    [{ kind: 'undetermined', arn: null, name: 'x:y' }, 'undetermined/x%003ay'],
    [{ kind: 'undetermined', arn: 'odd', name: null }, 'undetermined/odd'],
    [{ kind: 'aws-service', arn: null, name: 'ec2.amazonaws.com' }, 'service/ec2.amazonaws.com'],
    [{ kind: 'aws-service', arn: null, name: null }, 'service/-'],
    [{ kind: 'root', arn: null, name: 'root' }, 'root'],
    [{ kind: 'iam-user', arn: null, name: 'anna' }, 'user/anna'],
    [{ kind: 'role-session', arn: null, name: 'web' }, 'role/web'],
    // The issuer of a federated user is the IAM user who federated it.
    [
      {
        kind: 'federated-user',
        arn: 'arn:aws:sts::111122223333:federated-user/bob',
        roleArn: 'arn:aws:iam::111122223333:user/anna',
        name: 'bob',
      },
      'federated-user/bob',
    ],
  ])('names %j', (principal, shape) => {
    expect(principalShape(principal, HOME)).toBe(shape);
  });

  test.each([
    ['arn:aws:iam::111122223333:root', 'root'],
    ['arn:aws:iam::111122223333:user/team/anna', 'user/team/anna'],
    ['arn:aws:iam::111122223333:role/team/web', 'role/team/web'],
    ['arn:aws:sts::111122223333:assumed-role/web/i-0abc', 'role/web'],
    ['arn:aws:sts::<account: id>:assumed-role/web/i-0abc', '<account%003a%0020id>|role/web'],
    ['arn:aws:sts::222233334444:assumed-role/web/i-0abc', '222233334444|role/web'],
    [
      'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Developer_0123456789abcdef/anna',
      'permission-set/Developer',
    ],
  ])('names %s without its session', (arn, shape) => {
    expect(principalShape(principalFromArn(arn), HOME)).toBe(shape);
  });

  it('names the role with its path where the record gives it', () => {
    const principal = {
      ...principalFromArn('arn:aws:sts::111122223333:assumed-role/web/i-0abc'),
      roleArn: 'arn:aws:iam::111122223333:role/team/web',
    };
    expect(principalShape(principal, HOME)).toBe('role/team/web');
  });
});

describe('resourceShape', () => {
  const ec2 = { account: HOME, service: 'ec2' };

  test.each([
    ['*', '*'],
    ['', ''],
    ['my bucket', 'my%0020bucket'],
    ['i-0123456789abcdef0', 'instance/*'],
    ['subnet-0123456789abcdef0', 'subnet/subnet-0123456789abcdef0'],
    ['constructor-0123456789abcdef0', 'constructor-0123456789abcdef0'],
    ['instance/i-0123456789abcdef0', 'instance/*'],
    ['role web', 'role/web'],
    ['instance profile web', 'instance-profile/web'],
  ])('names %j, which is no ARN', (resource, shape) => {
    expect(resourceShape(resource, ec2)).toBe(shape);
  });

  test.each([
    ['instance/*', 'instance/*'],
    ['instance/i-0123456789abcdef0', 'instance/*'],
    ['volume/vol-0123456789abcdef0', 'volume/*'],
    ['network-interface/eni-0123456789abcdef0', 'network-interface/*'],
    ['subnet/subnet-0123456789abcdef0', 'subnet/subnet-0123456789abcdef0'],
    ['key-pair/anna', 'key-pair/anna'],
    ['*/*', '*/*'],
  ])('names %s of EC2 without its Region', (resource, shape) => {
    for (const region of ['eu-west-1', 'us-east-2']) {
      expect(resourceShape(`arn:aws:ec2:${region}:${HOME}:${resource}`, ec2)).toBe(shape);
    }
  });

  test.each([
    ['arn:aws:ec2:eu-west-1::image/ami-0123456789abcdef0', 'image/ami-0123456789abcdef0'],
    ['arn:aws:ec2:eu-west-1:222233334444:subnet/x', 'ec2|222233334444|subnet/x'],
    ['arn:aws:kms:eu-west-1:111122223333:key/k', 'kms|111122223333|key/k'],
    ['arn:aws:rds:eu-west-1:111122223333:instance/a', 'rds|111122223333|instance/a'],
  ])('names %s', (resource, shape) => {
    expect(resourceShape(resource, ec2)).toBe(shape);
  });
});
