// Parameters that are each allowed and do not fit together are refused before anything is made.
import { HOME_PARAMETERS } from '../../lib/one-file/home-parameters';
import { HOME_RULES } from '../../lib/one-file/home-rules';
import { parameterSection } from '../../lib/one-file/file-parameter';
import { brokenRules } from './resolved';

const HOME = {
  Metadata: {},
  Mappings: {},
  Conditions: {},
  Resources: {},
  Outputs: {},
  Parameters: parameterSection(HOME_PARAMETERS),
  Rules: HOME_RULES,
};

const SLACK = { SlackWorkspaceId: 'T0123ABCD', SlackChannelId: 'C0123ABCD' };

describe('the rules of the home stack', () => {
  test.each([
    ['half of Slack', { Email: 'a@example.com', SlackChannelId: 'C0123ABCD' }, 'Give both Slack'],
    ['a part of Teams', { Email: 'a@example.com', TeamsTeamId: 'x' }, 'Give all of TeamsTenantId'],
    ['an address twice', { Email: 'a@b.example', Email3: 'a@b.example' }, 'Email and Email3 are'],
    ['chat and nobody to hear alarms', SLACK, 'Nobody would receive the alarms'],
  ])('refuse %s', (_, given, words) => {
    expect(brokenRules(HOME, given)).toEqual([expect.stringContaining(words)]);
  });

  test.each([
    ['nothing', {}],
    ['three addresses', { Email: 'a@b.example', Email2: 'b@b.example', Email3: 'c@b.example' }],
    ['the third address alone, and Slack', { Email3: 'a@b.example', ...SLACK }],
  ])('take %s', (_, given) => {
    expect(brokenRules(HOME, given)).toEqual([]);
  });

  it('use only what CloudFormation has for rules, and only parameters', () => {
    const text = JSON.stringify(HOME_RULES);
    const used = new Set([...text.matchAll(/"(Fn::\w+)"/g)].map(([, name = '']) => name));
    expect([...used].toSorted()).toEqual(['Fn::And', 'Fn::Equals', 'Fn::Not', 'Fn::Or']);
  });
});

const pattern = (name: keyof typeof HOME_PARAMETERS) =>
  new RegExp(Object(HOME_PARAMETERS[name]).pattern);

describe('the patterns of the home stack', () => {
  test.each([
    ['Email', ['', 'a@example.com', 'a.b+c@sub.example.co'], ['a', 'a@b', 'a@b.c,d@e.f', ' a@b.c']],
    ['SlackWorkspaceId', ['', 'T0123ABCD'], ['t0123', 'T0123abcd', 'C0123ABCD']],
    ['SlackChannelId', ['', 'C0123ABCD', 'G0123ABCD'], ['#general', 'T0123ABCD']],
    ['TeamsTenantId', ['', '0a1b2c3d-0000-4000-8000-000000000000'], ['0a1b2c3d']],
    ['TeamsChannelId', ['', '19%3ab6ef35dc%40thread.tacv2'], ['19:b6ef35dc@thread.tacv2']],
  ] as const)('of %s take and refuse what they say', (name, taken, refused) => {
    for (const text of taken) expect(text).toMatch(pattern(name));
    for (const text of refused) expect(text).not.toMatch(pattern(name));
  });
});
