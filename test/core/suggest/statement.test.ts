import fc from 'fast-check';
import { policyFor, statementFor } from '../../../core/suggest/statement';

const need = (action: string, resource: string, resourceType = 'image') => ({
  action,
  resource,
  resourceType,
  conditions: [],
});
const ARN = 'arn:aws:ec2:us-east-2::image/ami-1';

describe('statementFor', () => {
  test.each([
    ['ec2:RunInstances', 'network-interface', 'RunInstancesOnNetworkInterface'],
    ['iam:PassRole', 'role', 'PassRole'],
    ['ec2:DescribeImages', '', 'DescribeImages'],
    ['a:b_c-d', 'x', 'bcdOnX'],
  ])('names the statement of %s on a %s %s', (action, type, sid) => {
    expect(statementFor(need(action, ARN, type)).Sid).toBe(sid);
  });

  test.each([
    ['arn:aws:ec2:us-east-2:1:key-pair/team*', 'arn:aws:ec2:us-east-2:1:key-pair/team${*}'],
    ['arn:aws:ec2:us-east-2:1:key-pair/a?${b}', 'arn:aws:ec2:us-east-2:1:key-pair/a${?}${$}{b}'],
    ['arn:aws:ec2:us-east-2:1:key-pair/*', 'arn:aws:ec2:us-east-2:1:key-pair/${*}'],
    ['arn:aws:iam::1:role/a{*}', 'arn:aws:iam::1:role/a{${*}}'],
    ['arn:aws:iam::1:role/${*}', 'arn:aws:iam::1:role/${$}{${*}}'],
    ['*', '*'],
  ])('writes the resource %s so that it means itself', (resource, written) => {
    expect(statementFor(need('ec2:RunInstances', resource)).Resource).toBe(written);
  });

  test('opens a wildcard for what is made at launch alone', () => {
    const made = { ...need('ec2:RunInstances', 'arn:aws:ec2:us-*:1:instance/*'), isOpen: true };
    expect(statementFor(made).Resource).toBe('arn:aws:ec2:us-${*}:1:instance/*');
    const roles = 'arn:aws:iam::111122223333:role/*';
    expect(statementFor(need('iam:PassRole', roles, 'role')).Resource).toBe(
      'arn:aws:iam::111122223333:role/${*}',
    );
  });

  test('writes values so that no policy variable comes of them', () => {
    const conditions = [
      { operator: 'StringEquals', key: 'aws:TagKeys', values: ['${aws:username}', '$5'] },
      { operator: 'StringEquals', key: 'b', values: ['one'] },
      { operator: 'Bool', key: 'c', values: ['true'] },
    ];
    expect(statementFor({ ...need('a:b', ARN), conditions }).Condition).toEqual({
      StringEquals: { 'aws:TagKeys': ['${$}{aws:username}', '$5'], b: 'one' },
      Bool: { c: 'true' },
    });
  });
});

describe('policyFor', () => {
  test('writes ARNs in conditions so that their signs mean themselves', () => {
    const conditions = [
      { operator: 'ArnEquals', key: 'ec2:Subnet', values: ['arn:aws:ec2:r:1:subnet/subnet-*'] },
      { operator: 'StringLike', key: 'kms:ViaService', values: ['ec2.cn-north-1.amazonaws.com*'] },
    ];
    expect(statementFor({ ...need('a:b', ARN), conditions }).Condition).toEqual({
      ArnEquals: { 'ec2:Subnet': 'arn:aws:ec2:r:1:subnet/subnet-${*}' },
      StringLike: { 'kms:ViaService': 'ec2.cn-north-1.amazonaws.com*' },
    });
  });

  test('never gives a Sid twice', () => {
    const one = [{ operator: 'Bool', key: 'k', values: ['true'] }];
    const policy = policyFor([
      need('ec2:Run', 'arn:a'),
      { ...need('ec2:Run', 'arn:b'), conditions: one },
      need('ec2:RunOnImage2', 'arn:c', ''),
    ]);
    const sids = policy.Statement.map(({ Sid }) => Sid);
    expect(new Set(sids).size).toBe(3);
  });

  test('joins resources under one action, then actions on one resource', () => {
    const key = 'arn:aws:kms:us-east-2:1:key/1';
    const policy = policyFor([
      need('ec2:RunInstances', 'arn:b', 'subnet'),
      need('ec2:RunInstances', 'arn:a', 'image'),
      need('kms:Decrypt', key, 'key'),
      need('kms:CreateGrant', key, 'key'),
    ]);
    expect(policy.Statement).toEqual([
      {
        Sid: 'RunInstances',
        Effect: 'Allow',
        Action: 'ec2:RunInstances',
        Resource: ['arn:a', 'arn:b'],
      },
      { Sid: 'UseKey', Effect: 'Allow', Action: ['kms:CreateGrant', 'kms:Decrypt'], Resource: key },
    ]);
  });

  test('never joins what differs in its conditions, and keeps Sids apart', () => {
    const one = [{ operator: 'Bool', key: 'k', values: ['true'] }];
    const policy = policyFor([
      need('ec2:RunInstances', 'arn:a'),
      { ...need('ec2:RunInstances', 'arn:b'), conditions: one },
    ]);
    expect(policy.Statement.map(({ Sid }) => Sid)).toEqual([
      'RunInstancesOnImage',
      'RunInstancesOnImage2',
    ]);
  });

  test('allows exactly the pairs that are needed', () => {
    const name = fc.constantFrom('a', 'b', 'c');
    const pair = fc.record({
      action: name.map((x) => `s:${x}`),
      resource: name.map((x) => `arn:${x}`),
    });
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        const needs = pairs.map(({ action, resource }) => need(action, resource));
        const allowed = policyFor(needs).Statement.flatMap(({ Action, Resource = [] }) =>
          [Action]
            .flat()
            .flatMap((action) => [Resource].flat().map((resource) => `${action} ${resource}`)),
        );
        const wanted = pairs.map(({ action, resource }) => `${action} ${resource}`);
        expect(allowed.toSorted()).toEqual([...new Set(wanted)].toSorted());
      }),
    );
  });
});
