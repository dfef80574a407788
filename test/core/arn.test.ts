import { lastSegment, parseArn, resourceTypeOf } from '../../core/arn';

describe('parseArn', () => {
  test.each([
    '',
    'instance/i-0abc',
    'arn:aws:ec2',
    'arn:aws:ec2:eu-west-1:111122223333',
    'arn:gcp:ec2:eu-west-1:111122223333:instance/*',
    'x arn:aws:ec2:eu-west-1:111122223333:instance/*',
  ])('takes %j for no ARN', (text) => {
    expect(parseArn(text)).toBeNull();
  });

  test.each([
    [
      'arn:aws:iam::111122223333:role/team/web',
      ['aws', 'iam', '', '111122223333', 'role/team/web'],
    ],
    ['arn:aws-cn:ec2:cn-north-1::image/ami-1', ['aws-cn', 'ec2', 'cn-north-1', '', 'image/ami-1']],
    ['arn:aws:logs:eu-west-1:1:log-group:a:b', ['aws', 'logs', 'eu-west-1', '1', 'log-group:a:b']],
    [
      'arn:aws:ec2:eu-west-1:[redacted:ACCOUNT]:instance/*',
      ['aws', 'ec2', 'eu-west-1', '[redacted:ACCOUNT]', 'instance/*'],
    ],
    [
      'arn:aws:ec2:eu-west-1:<my:account>:instance/*',
      ['aws', 'ec2', 'eu-west-1', '<my:account>', 'instance/*'],
    ],
    ['arn:aws:s3:::bucket/a\nb', ['aws', 's3', '', '', 'bucket/a\nb']],
  ])('takes %j apart', (text, [partition, service, region, account, resource]) => {
    expect(parseArn(text)).toEqual({ partition, service, region, account, resource });
  });
});

describe('resourceTypeOf', () => {
  test.each(['', 'ARN*', '*', 'arn:aws:ec2:eu-west-1:111122223333:*', 'i-0abc'])(
    'knows no type of %j',
    (resource) => {
      expect(resourceTypeOf(resource)).toBeNull();
    },
  );

  test.each([
    ['arn:aws:ec2:eu-west-1:111122223333:instance/*', 'instance'],
    ['arn:aws:ec2:eu-west-1::image/ami-1', 'image'],
    ['arn:aws:logs:eu-west-1:1:log-group:a', 'log-group'],
    ['arn:aws:s3:::data', 'bucket'],
    ['arn:aws:s3:::data/key', 'object'],
    ['arn:aws:sns:eu-west-1:1:alerts', 'topic'],
    ['arn:aws:sqs:eu-west-1:1:denials', 'queue'],
    ['key-pair/bastion', 'key-pair'],
    ['role web', 'role'],
  ])('reads the type of %s', (resource, type) => {
    expect(resourceTypeOf(resource)).toBe(type);
  });
});

test('lastSegment gives what follows the last slash', () => {
  expect([lastSegment('role/team/web'), lastSegment('web')]).toEqual(['web', 'web']);
});

it.each(['constructor', '__proto__', 'toString'])(
  'reads no type of a service named %s',
  (service) => {
    expect(resourceTypeOf(`arn:aws:${service}:us-east-1:111122223333:foo`)).toBeNull();
  },
);
