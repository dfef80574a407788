import { settingsFromContext } from '../../lib/app-context';

it.each([
  [{ email: 'a@example.com' }, 'email (given as "a@example.com") is not a setting'],
  [{ 'launch-denied': { retention: 30 } }, 'retention (given as 30) is not a setting'],
  [{ 'launch-denied': 'retentionDays=30' }, 'the settings are "retentionDays=30": give an object'],
  [{ stackName: '1st' }, 'stackName is "1st": give a letter, then at most 127 letters'],
])('refuses %j', (context, words) => {
  expect(() => settingsFromContext(context)).toThrow(words);
});

it('leaves the keys of the CDK alone', () => {
  const context = {
    '@aws-cdk/core:validateAgainstDefaultRules': true,
    'aws:cdk:enable-path-metadata': true,
    'availability-zones:account=111122223333:region=us-east-2': ['us-east-2a'],
    'acknowledged-issue-numbers': [1],
  };
  expect(settingsFromContext(context)).toEqual(settingsFromContext({}));
});

it('prefers single keys to the object', () => {
  const { stackName, settings } = settingsFromContext({
    'launch-denied': { retentionDays: 30, logRetentionDays: 7 },
    retentionDays: '60',
    stackName: 'Denials',
  });
  expect({ stackName, ...settings }).toMatchObject({
    stackName: 'Denials',
    retentionDays: 60,
    logRetentionDays: 7,
  });
});
