import { requestReader } from '../../../core/conditions/request-values';
import { ACCOUNT, asking, decoded, keyValues, PSEUDO } from './message';

const USER = `arn:aws:iam::${ACCOUNT}:user/team/ana`;

describe('requestReader', () => {
  test('tells nothing of a key when the context is empty', () => {
    expect(requestReader(decoded())('aws:RequestTag/Team')).toEqual({ kind: 'untold' });
  });

  test.each(Object.keys(PSEUDO))('takes a context without %s for cut', (key) => {
    const conditions = keyValues(PSEUDO).filter((item) => item.key !== key);
    expect(requestReader(decoded({ conditions }))('ec2:Owner')).toEqual({ kind: 'untold' });
  });

  test('tells nothing of other keys when a key was written over', () => {
    const read = requestReader(asking({ 'aws:RequestTag/****': 'web' }));
    expect(read('aws:RequestTag/Team')).toEqual({ kind: 'untold' });
  });

  test('does not take a key that is never printed for absent', () => {
    const read = requestReader(asking({}));
    expect(read('aws:SourceIp')).toEqual({ kind: 'hidden' });
    expect(read('aws:PrincipalTag/Team')).toEqual({ kind: 'hidden' });
  });

  test('takes a key that EC2 prints for absent from a whole context', () => {
    expect(requestReader(asking({}))('aws:RequestTag/Team')).toEqual({ kind: 'absent' });
    const short = decoded({ conditions: keyValues({ 'ec2:InstanceType': 't3.micro' }) });
    expect(requestReader(short)('ec2:Owner')).toEqual({ kind: 'absent' });
  });

  test('finds a key whatever its case and keeps its values', () => {
    const read = requestReader(asking({ 'ec2:ebsOptimized': 'False' }));
    expect(read('EC2:EbsOptimized')).toEqual({ kind: 'told', values: ['False'] });
  });

  test('joins the values of a key that is printed twice', () => {
    const conditions = [
      ...keyValues({ 'aws:TagKeys': ['a', 'b'] }),
      ...keyValues({ 'aws:tagkeys': 'c' }),
    ];
    const message = decoded({ conditions });
    expect(requestReader(message)('aws:TagKeys')).toEqual({
      kind: 'told',
      values: ['a', 'b', 'c'],
    });
    expect(message.conditions[0]?.values).toEqual(['a', 'b']);
  });

  test.each([
    ['aws:PrincipalArn', `arn:aws:iam::${ACCOUNT}:role/deploy-bot`],
    ['aws:PrincipalAccount', ACCOUNT],
    ['aws:PrincipalType', 'AssumedRole'],
    ['aws:PrincipalIsAWSService', 'false'],
    ['aws:userid', 'AROAEXAMPLE:deploy-7'],
    ['aws:RequestedRegion', 'eu-west-1'],
    ['ec2:Region', 'eu-west-1'],
    ['aws:ResourceAccount', ACCOUNT],
  ])('derives %s of a role session', (key, value) => {
    expect(requestReader(decoded())(key)).toEqual({ kind: 'told', values: [value] });
  });

  test.each([
    ['aws:PrincipalArn', USER],
    ['aws:username', 'ana'],
    ['aws:PrincipalType', 'User'],
  ])('derives %s of a user', (key, value) => {
    expect(requestReader(decoded({ principalArn: USER }))(key)).toEqual({
      kind: 'told',
      values: [value],
    });
  });

  test.each([
    [`arn:aws:iam::${ACCOUNT}:root`, 'Account'],
    [`arn:aws:sts::${ACCOUNT}:federated-user/ana`, 'FederatedUser'],
  ])('derives the type of %s and keeps its ARN', (principalArn, type) => {
    const read = requestReader(decoded({ principalArn }));
    expect(read('aws:PrincipalType')).toEqual({ kind: 'told', values: [type] });
    expect(read('aws:PrincipalArn')).toEqual({ kind: 'told', values: [principalArn] });
  });

  test('keeps the partition of a role', () => {
    const principalArn = `arn:aws-us-gov:sts::${ACCOUNT}:assumed-role/web/i-0abc`;
    const values = [`arn:aws-us-gov:iam::${ACCOUNT}:role/web`];
    expect(requestReader(decoded({ principalArn }))('aws:PrincipalArn')).toEqual({
      kind: 'told',
      values,
    });
  });

  test.each([
    'aws:PrincipalArn',
    'aws:PrincipalAccount',
    'aws:PrincipalType',
    'aws:PrincipalIsAWSService',
    'aws:userid',
    'aws:username',
    'aws:RequestedRegion',
    'aws:ResourceAccount',
  ])('does not make up %s', (key) => {
    const silent = decoded({ principalArn: null, principalId: null, resource: null });
    expect(requestReader(silent)(key)).toEqual({ kind: 'untold' });
  });

  test('does not take a property that every object has for a type of principal', () => {
    const principalArn = `arn:aws:iam::${ACCOUNT}:constructor/x`;
    expect(requestReader(decoded({ principalArn }))('aws:PrincipalType')).toEqual({
      kind: 'untold',
    });
  });

  test('does not derive an account from an image nor a name from a role session', () => {
    const read = requestReader(decoded({ resource: 'arn:aws:ec2:eu-west-1::image/ami-0abc' }));
    expect(read('aws:ResourceAccount')).toEqual({ kind: 'untold' });
    expect(read('aws:username')).toEqual({ kind: 'untold' });
    expect(read('aws:RequestedRegion')).toEqual({ kind: 'told', values: ['eu-west-1'] });
  });

  test('prefers the Region that the context prints', () => {
    const resource = 'arn:aws:iam::111122223333:role/web';
    const both = keyValues({ 'aws:Region': 'eu-south-1', 'ec2:Region': 'eu-south-2' });
    const region = (count: number) =>
      requestReader(decoded({ resource, conditions: both.slice(0, count) }))('aws:RequestedRegion');
    expect(region(1)).toEqual({ kind: 'told', values: ['eu-south-1'] });
    expect(region(2)).toEqual({ kind: 'told', values: ['eu-south-2'] });
    expect(requestReader(asking({ 'aws:PrincipalArn': USER }))('aws:PrincipalArn')).toEqual({
      kind: 'told',
      values: [USER],
    });
  });
});
