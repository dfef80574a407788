import { EVERYBODY } from '../stand-in';
import { refusal } from './refusal';

const { emails, slack, teams } = EVERYBODY;
const [inSlack] = slack;
const [inTeams] = teams;

describe('a channel of Slack is refused with', () => {
  it.each([
    ['a name for its id', { ...inSlack, channelId: '#alerts' }],
    ['the id of a person', { ...inSlack, channelId: 'U0123ABCD' }],
    ['small letters', { ...inSlack, channelId: 'c0123abcd' }],
    ['a name for its workspace', { ...inSlack, workspaceId: 'example' }],
    ['no workspace', { channelId: 'C0123ABCD' }],
    ['a field too many', { ...inSlack, name: 'alerts' }],
  ])('%s', (_, channel) => {
    const words = refusal({ emails, slack: [channel] });
    expect(words).toContain(`slack is [${JSON.stringify(channel)}]: give a list such as [{"works`);
  });
});

describe('a channel of Teams is refused with', () => {
  it.each([
    ['an id that is not encoded', { ...inTeams, channelId: '19:b6ef35dc@thread.tacv2' }],
    [
      'a link for its id',
      { ...inTeams, channelId: 'https://teams.microsoft.com/l/channel/19%3ab6' },
    ],
    ['a name for its team', { ...inTeams, teamId: 'Platform' }],
    ['a name for its tenant', { ...inTeams, tenantId: 'example.com' }],
    ['no tenant', { teamId: inTeams.teamId, channelId: inTeams.channelId }],
  ])('%s', (_, channel) => {
    const words = refusal({ emails, teams: [channel] });
    expect(words).toContain(`teams is [${JSON.stringify(channel)}]: give a list of {"tenantId"`);
  });
});

it('takes a channel once', () => {
  expect(refusal({ emails, slack: [inSlack, inSlack] })).toContain('each once');
  expect(refusal({ emails, teams: [inTeams, inTeams] })).toContain('each once');
  expect(refusal({ emails, slack, teams })).toBe('accepted');
});
