import { isExpected, namesOf } from '../../../core/group/expected';
import { DECODED, denial } from './denial';

const NONE = { ignoredPrincipals: [], ignoredActions: [] };

describe('namesOf', () => {
  it('names nobody where no witness does', () => {
    const bare = denial({ principalArn: null }, { principal: null });
    expect(namesOf(bare, null)).toEqual({ principals: [], action: 'iam:PassRole' });
  });

  it('names a service without an ARN', () => {
    const principal = { kind: 'aws-service', arn: null, name: 'ec2.amazonaws.com' } as const;
    expect(namesOf(denial({ principalArn: null }, { principal }), null).principals).toEqual([
      'service/ec2.amazonaws.com',
    ]);
  });

  it('names a role by its short name and its ARN, and the decoded action', () => {
    expect(namesOf(denial(null), DECODED)).toEqual({
      principals: ['role/ci-runner', 'arn:aws:iam::111122223333:role/ci-runner'],
      action: 'iam:PassRole',
    });
  });
});

describe('isExpected', () => {
  const names = namesOf(denial(), null);

  test.each([
    NONE,
    { ...NONE, ignoredPrincipals: ['ci-runner', 'role/ci', 'arn:aws:sts::*'] },
    { ...NONE, ignoredActions: ['ec2:*', 'PassRole'] },
  ])('is false for %j', (settings) => {
    expect(isExpected(names, settings)).toBe(false);
    expect(isExpected({ principals: [], action: null }, settings)).toBe(false);
  });

  test.each([
    { ...NONE, ignoredPrincipals: ['role/ci-*'] },
    { ...NONE, ignoredPrincipals: ['user/*', 'arn:aws:iam::111122223333:role/*'] },
    { ...NONE, ignoredActions: ['IAM:pass*'] },
  ])('is true for %j', (settings) => {
    expect(isExpected(names, settings)).toBe(true);
  });
});
