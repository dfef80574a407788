import { isRedacted } from '../../../core/conditions/redacted';

describe('isRedacted', () => {
  test.each([
    '',
    '*',
    't3.*',
    'm5.xxlarge',
    'arn:aws:ec2:*:*:instance/*',
    '<',
    'a > b < c',
    'v1..2',
    'removed',
    '["sg-0abc"]',
  ])('leaves %j as it is', (text) => {
    expect(isRedacted(text)).toBe(false);
  });

  test.each([
    '**',
    'arn:aws:ec2:eu-west-1:******:instance/*',
    'XXXX',
    'ami-xxxxxxxx',
    '<REMOVED>',
    'arn:aws:iam::<account>:role/web',
    '<>',
    '[REDACTED]',
    'redacted',
    '[removed]',
    'ami-...',
    'ami-…',
  ])('sees that %j was written over', (text) => {
    expect(isRedacted(text)).toBe(true);
  });
});
