import type { Principal } from '../../../core/contract';
import type { Launch } from '../../../core/launch';
import {
  launchBrief,
  launchLine,
  principalKind,
  principalName,
  resourceName,
  valuesOf,
} from '../../../core/explain/names';

const LAUNCH: Launch = {
  instanceTypes: [],
  maxCount: null,
  imageIds: [],
  subnetIds: [],
  securityGroupIds: [],
  keyName: null,
  instanceProfile: null,
  launchTemplate: null,
  tags: {},
  region: null,
};
const ROLE: Principal = { kind: 'role-session', arn: null, name: 'web' };

describe('launchLine', () => {
  test.each<[Partial<Launch>, string]>([
    [{}, ''],
    [{ region: 'eu-west-1' }, ''],
    [{ region: 'eu-west-1', keyName: 'k' }, 'key pair k (eu-west-1)'],
    [{ maxCount: 1 }, '1 instance'],
    [{ maxCount: 3 }, '3 instances'],
    [{ instanceTypes: ['t3.micro', 't3.small'] }, 't3.micro or t3.small'],
    [
      {
        instanceTypes: ['p2.xlarge'],
        maxCount: 10,
        imageIds: ['ami-1', 'ami-2'],
        subnetIds: ['subnet-1', 'subnet-2'],
        region: 'eu-west-1',
        launchTemplate: 'lt-1 (version 3)',
        instanceProfile: 'arn:aws:iam::111122223333:instance-profile/team/web',
        keyName: 'bastion',
        tags: { team: 'a', env: 'b' },
      },
      '10 × p2.xlarge from ami-1, ami-2 in subnet-1, subnet-2 (eu-west-1), launch template lt-1 (version 3), profile web, key pair bastion, tags team=a env=b',
    ],
    [{ instanceProfile: 'web' }, 'profile web'],
  ])('says %j as %s', (launch, line) => {
    expect(launchLine({ ...LAUNCH, ...launch })).toBe(line);
  });
});

test('launchBrief says how many of what, and where', () => {
  const launch = { ...LAUNCH, instanceTypes: ['t3.micro'], maxCount: 2, subnetIds: ['subnet-1'] };
  expect(launchBrief(launch)).toBe('2 × t3.micro');
  expect(launchBrief({ ...launch, region: 'eu-west-1' })).toBe('2 × t3.micro in eu-west-1');
});

describe('principalName', () => {
  test.each<[Principal, string, string]>([
    [{ kind: 'undetermined', arn: null, name: null }, 'the principal', 'the principal'],
    [{ kind: 'root', arn: null, name: 'root' }, 'the root user', 'the root user'],
    [{ ...ROLE, name: null }, 'role', 'role'],
    [ROLE, 'role', 'role web'],
    [{ ...ROLE, permissionSet: 'Dev' }, 'permission set', 'permission set Dev'],
    [{ ...ROLE, serviceLinked: true }, 'service-linked role', 'service-linked role web'],
    [{ ...ROLE, kind: 'iam-user' }, 'IAM user', 'IAM user web'],
    [{ ...ROLE, kind: 'federated-user' }, 'federated user', 'federated user web'],
    [{ ...ROLE, kind: 'aws-service' }, 'AWS service', 'AWS service web'],
  ])('names %j', (principal, kind, name) => {
    expect([principalKind(principal), principalName(principal)]).toEqual([kind, name]);
  });
});

describe('resourceName', () => {
  test.each([
    ['ARN*', null, 'ARN*'],
    ['arn:aws:ec2:eu-west-1:1:*', null, 'arn:aws:ec2:eu-west-1:1:*'],
    ['arn:aws:ec2:eu-west-1:1:instance/*', 'instance', 'instance/*'],
    [
      'arn:aws:ec2:eu-west-1:1:subnet/subnet-0123456789abcdef0',
      'subnet',
      'subnet-0123456789abcdef0',
    ],
    ['arn:aws:ec2:eu-west-1:1:subnet/subnet-01234567', 'subnet', 'subnet-01234567'],
    ['arn:aws:ec2:eu-west-1:1:subnet/subnet-short', 'subnet', 'subnet subnet-short'],
    ['arn:aws:ec2:eu-west-1:1:key-pair/bastion', 'key-pair', 'key pair bastion'],
    ['arn:aws:iam::1:role/team/web', 'role', 'role web'],
    ['arn:aws:ssm:eu-west-1:1:parameter/golden/latest', 'parameter', 'parameter golden/latest'],
    ['arn:aws:s3:::data', 'bucket', 'data'],
  ])('names %s', (resource, type, name) => {
    expect(resourceName(resource, type)).toBe(name);
  });
});

describe('valuesOf', () => {
  test.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b', 'c', 'd'], 'a or b or c or d'],
    [['a', 'b', 'c', 'd', 'e', 'f'], 'a, b, c, d or 2 more'],
  ])('says %j', (values, text) => {
    expect(valuesOf(values)).toBe(text);
  });
});
