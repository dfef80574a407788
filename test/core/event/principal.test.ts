import type { UserIdentity } from '../../../core/event/cloudtrail-record';
import { principalFromArn, principalFromIdentity } from '../../../core/event/principal';

const identity = (fields: Partial<UserIdentity>): UserIdentity => ({
  type: null,
  principalId: null,
  arn: null,
  accountId: null,
  userName: null,
  invokedBy: null,
  sessionContext: null,
  ...fields,
});

describe('principalFromArn', () => {
  test.each([
    'arn:aws:s3:::bucket',
    'arntest',
    '',
    'arn:aws:iam::111122223333:group/admins',
    'x arn:aws:iam::111122223333:user/alice',
  ])('leaves %j undetermined', (arn) => {
    expect(principalFromArn(arn)).toEqual({ kind: 'undetermined', arn, name: null });
  });

  test.each([
    ['arn:aws:iam::111122223333:root', { kind: 'root', name: 'root' }],
    ['arn:aws:iam::111122223333:user/alice', { kind: 'iam-user', name: 'alice' }],
    ['arn:aws-cn:iam::111122223333:user/team/a/alice', { kind: 'iam-user', name: 'alice' }],
    ['arn:aws:sts::111122223333:federated-user/bob', { kind: 'federated-user', name: 'bob' }],
    [
      'arn:aws-us-gov:sts::111122223333:assumed-role/web/i-0abc',
      { kind: 'role-session', name: 'web', sessionName: 'i-0abc' },
    ],
    [
      'arn:aws:sts::111122223333:assumed-role/web/a/b',
      { kind: 'role-session', name: 'web', sessionName: 'a/b' },
    ],
    ['arn:aws:sts::111122223333:assumed-role/web', { kind: 'role-session', name: 'web' }],
    [
      'arn:aws:sts::[redacted:ACCOUNT]:assumed-role/web/s',
      { kind: 'role-session', name: 'web', sessionName: 's' },
    ],
    [
      'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Power_User_0123456789abcdef/m@x.example',
      {
        kind: 'role-session',
        name: 'AWSReservedSSO_Power_User_0123456789abcdef',
        permissionSet: 'Power_User',
        sessionName: 'm@x.example',
      },
    ],
    [
      'arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForAutoScaling/AutoScaling',
      {
        kind: 'role-session',
        name: 'AWSServiceRoleForAutoScaling',
        serviceLinked: true,
        sessionName: 'AutoScaling',
      },
    ],
  ])('reads %s', (arn, expected) => {
    expect(principalFromArn(arn)).toEqual({ arn, ...expected });
  });

  test('keeps the path of a role that is named by its own ARN', () => {
    const arn = 'arn:aws:iam::111122223333:role/team/web';
    expect(principalFromArn(arn)).toEqual({ kind: 'role-session', arn, roleArn: arn, name: 'web' });
  });
});

describe('principalFromIdentity', () => {
  test.each([
    [{ type: 'AWSAccount' }, { kind: 'undetermined', name: null }],
    [
      { type: 'Directory', userName: 'd' },
      { kind: 'undetermined', name: 'd' },
    ],
    [{ type: 'Root' }, { kind: 'root', name: 'root' }],
    [
      { type: 'IAMUser', userName: 'alice' },
      { kind: 'iam-user', name: 'alice' },
    ],
    [
      { type: 'SAMLUser', userName: 's' },
      { kind: 'federated-user', name: 's' },
    ],
    [
      { type: 'WebIdentityUser', userName: 'w' },
      { kind: 'federated-user', name: 'w' },
    ],
    [
      { type: 'FederatedUser', userName: 'f' },
      { kind: 'federated-user', name: 'f' },
    ],
    [
      { type: 'AWSService', invokedBy: 'ec2fleet.amazonaws.com' },
      {
        kind: 'aws-service',
        name: 'ec2fleet.amazonaws.com',
        invokedBy: 'ec2fleet.amazonaws.com',
      },
    ],
  ])('reads %j without an ARN', (fields, expected) => {
    expect(principalFromIdentity(identity(fields))).toEqual({ arn: null, ...expected });
  });

  test('knows a role by its issuer alone, and no other issuer', () => {
    const arn = 'arn:aws:iam::111122223333:role/team/web';
    const issued = (type: string) =>
      identity({ sessionContext: { sessionIssuer: { type, arn, userName: 'web' } } });
    expect(principalFromIdentity(issued('Role'))).toEqual({
      kind: 'role-session',
      arn: null,
      name: 'web',
      roleArn: arn,
    });
    expect(principalFromIdentity(issued('User')).kind).toBe('undetermined');
  });

  test('takes the role with its path from the session issuer and the service that asked', () => {
    const arn = 'arn:aws:sts::111122223333:assumed-role/web/s';
    const roleArn = 'arn:aws:iam::111122223333:role/team/web';
    const issued = identity({
      type: 'AssumedRole',
      arn,
      invokedBy: 'autoscaling.amazonaws.com',
      sessionContext: { sessionIssuer: { type: 'Role', arn: roleArn, userName: 'web' } },
    });
    expect(principalFromIdentity(issued)).toEqual({
      kind: 'role-session',
      arn,
      name: 'web',
      roleArn,
      sessionName: 's',
      invokedBy: 'autoscaling.amazonaws.com',
    });
  });
});
