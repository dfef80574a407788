import { settingsFromContext } from '../../lib/app-context';

it.each([
  [{ email: 'a@example.com' }, 'email (given as "a@example.com") is not a setting'],
  [{ 'launch-denied': { retention: 30 } }, 'retention (given as 30) is not a setting'],
  [{ 'launch-denied': 'retentionDays=30' }, 'the settings are "retentionDays=30": give an object'],
  [{ homeRegion: 'Ireland' }, 'homeRegion is "Ireland": give the name of the Region'],
  [{ stackName: '1st' }, 'stackName is "1st": give a letter, then at most 127 letters'],
])('refuses %j', (context, words) => {
  expect(() => settingsFromContext(context)).toThrow(words);
});

const KEY = 'launch-denied:enabled-regions:account=111122223333';

describe('all enabled Regions', () => {
  const all = { regions: 'all-enabled' };

  it.each<[string, object, string | undefined, string]>([
    ['of nobody knows which account', all, undefined, 'it is not known of which account: sign in'],
    [
      'that nobody looked up',
      all,
      '111122223333',
      'nobody looked up those of account 111122223333: run "npx . lookup"',
    ],
    [
      'that somebody else looked up',
      { ...all, [KEY]: ['us-east-1'] },
      '444455556666',
      'nobody looked up',
    ],
    [
      'that are no list of Regions',
      { ...all, [KEY]: ['Ireland'] },
      '111122223333',
      `${KEY} is ["Ireland"], which is no list of Regions`,
    ],
  ])('%s stop the synthesis', (_name, context, account, words) => {
    expect(() => settingsFromContext({ ...context }, account)).toThrow(words);
  });

  it('are those that were looked up', () => {
    const context = { ...all, [KEY]: ['eu-west-1', 'us-east-1'] };
    const { settings } = settingsFromContext(context, '111122223333');
    expect(settings.regions).toEqual(['eu-west-1', 'us-east-1']);
  });
});

it('leaves the keys of the CDK alone', () => {
  const context = {
    '@aws-cdk/core:validateAgainstDefaultRules': true,
    'aws:cdk:enable-path-metadata': true,
    'availability-zones:account=111122223333:region=us-east-2': ['us-east-2a'],
    'acknowledged-issue-numbers': [1],
    [KEY]: ['us-east-1'],
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
