import fc from 'fast-check';
import { readStatement } from '../../../core/conditions/read-statement';
import { ACCOUNT, decoded, deny } from './message';

function actions(listed: readonly string[], action: string | null): string {
  return readStatement(deny({ actions: listed }), decoded({ action })).actions;
}

function resources(listed: readonly string[], resource: string | null): string {
  return readStatement(deny({ resources: listed }), decoded({ resource })).resources;
}

const INSTANCE = `arn:aws:ec2:eu-west-1:${ACCOUNT}:instance/*`;
const IMAGE = 'arn:aws:ec2:eu-west-1::image/ami-0abc';

describe('readStatement', () => {
  test('keeps the Sid and the effect', () => {
    const statement = deny({ sid: 'Über', effect: 'ALLOW' });
    expect(readStatement(statement, decoded())).toEqual({
      sid: 'Über',
      effect: 'ALLOW',
      actions: 'listed',
      resources: 'listed',
    });
  });

  test.each<[readonly string[], string | null]>([
    [[], 'ec2:RunInstances'],
    [['iam:ListUsers'], null],
    [['iam:ListUsers', '****'], 'ec2:RunInstances'],
    [['iam:ListUsers'], 'ec2:<action>'],
    [['a'.repeat(10_000)], 'b'.repeat(2_000)],
  ])('has no evidence that actions were spared', (listed, action) => {
    expect(actions(listed, action)).toBe('listed');
  });

  test.each<[readonly string[], string]>([
    [['ec2:RunInstances'], 'ec2:RunInstances'],
    [['EC2:runinstances'], 'ec2:RunInstances'],
    [['iam:*', 'ec2:Run*'], 'ec2:RunInstances'],
    [['*'], 'ec2:RunInstances'],
    [['ec2:Run?nstances'], 'ec2:RunInstances'],
  ])('takes the actions %j as listed, for they name %s', (listed, action) => {
    expect(actions(listed, action)).toBe('listed');
  });

  test.each<[readonly string[], string]>([
    [['iam:ListUsers', 'sts:GetSessionToken'], 'ec2:RunInstances'],
    [['ec2:Describe*'], 'ec2:RunInstances'],
    [['iam:*'], 'ec2:RunInstances'],
  ])('takes the actions %j as spared, for they do not name %s', (listed, action) => {
    expect(actions(listed, action)).toBe('all-but-listed');
  });

  test.each<[readonly string[], string | null]>([
    [[], INSTANCE],
    [['arn:aws:s3:::logs/*'], null],
    [['arn:aws:s3:::logs/*'], 'arn:aws:ec2:eu-west-1:'],
    [['arn:aws:s3:::logs/*'], `arn:aws:ec2:eu-west-1:******:instance/*`],
    [['arn:aws:ec2:*:XXXX:subnet/*'], INSTANCE],
    [['a'.repeat(10_000)], `arn:aws:ec2:eu-west-1:${ACCOUNT}:${'b'.repeat(2_000)}`],
  ])('has no evidence that resources were spared', (listed, resource) => {
    expect(resources(listed, resource)).toBe('listed');
  });

  test.each<[readonly string[], string]>([
    [['*'], INSTANCE],
    [['*'], '*'],
    [['arn:aws:s3:::logs/*', 'arn:aws:ec2:*:*:instance/*'], INSTANCE],
    [['arn:aws:ec2:*::image/*'], IMAGE],
    [['arn:aws:ec2:*:*:image/*'], IMAGE],
    [['arn:aws:ec2:*::image/*'], `arn:aws:ec2:eu-west-1:${ACCOUNT}:image/ami-0abc`],
    [['arn:aws:ec2:eu-west-1::snapshot/*'], `arn:aws:ec2:eu-west-1:${ACCOUNT}:snapshot/snap-0abc`],
    [[`arn:aws:ec2:*:${ACCOUNT}:image/*`], `arn:aws:ec2:eu-west-1:${ACCOUNT}:image/ami-0abc`],
    [['arn:aws:iam::*:role/${aws:PrincipalTag/team}-*'], `arn:aws:iam::${ACCOUNT}:role/web-1`],
  ])('takes the resources %j as listed, for they name %s', (listed, resource) => {
    expect(resources(listed, resource)).toBe('listed');
  });

  test.each<[readonly string[], string]>([
    [['arn:aws:ec2:*:*:volume/*'], INSTANCE],
    [['arn:aws:ec2:*:*:Instance/*'], INSTANCE],
    [['arn:aws:ec2:*::instance/*'], INSTANCE],
    [['arn:aws:ec2:*::myimage/*'], `arn:aws:ec2:eu-west-1:${ACCOUNT}:myimage/a`],
    [['arn:aws:ec2:us-*::image/*'], IMAGE],
    [['arn:aws:ec2:*:*:instance/*'], '*'],
    [['arn:aws:iam::*:role/${aws:username}-*'], `arn:aws:iam::${ACCOUNT}:role/web`],
  ])('takes the resources %j as spared, for they do not name %s', (listed, resource) => {
    expect(resources(listed, resource)).toBe('all-but-listed');
  });

  test('judges actions and resources apart', () => {
    const statement = deny({ actions: ['iam:*'], resources: ['*'] });
    expect(readStatement(statement, decoded())).toMatchObject({
      actions: 'all-but-listed',
      resources: 'listed',
    });
  });

  test('never throws, and a list that holds the denied name is a list of what is covered', () => {
    const texts = fc.array(fc.string(), { maxLength: 4 });
    fc.assert(
      fc.property(texts, texts, fc.string(), (listed, others, action) => {
        readStatement(deny({ actions: listed, resources: others }), decoded({ resource: action }));
        expect(actions([...listed, action], action)).toBe('listed');
      }),
    );
  });
});
