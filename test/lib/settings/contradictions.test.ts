import { EVERYBODY } from '../stand-in';
import { refusal } from './refusal';

const filter = { action: ['iam:PassRole'] };
const mail = { protocol: 'email', endpoint: 'a@example.com' };
const sms = { protocol: 'sms', endpoint: '+15555550100' };

describe('alarms about the stack reach somebody: refused where all receivers are', () => {
  const words =
    'INVALID_SETTINGS settings are not usable:\n  nobody would receive the alarms about the stack itself';

  it.each([
    ['filtered', { subscriptions: [{ ...mail, filter }] }],
    ['telephones', { subscriptions: [sms] }],
    ['channels of Slack', { slack: EVERYBODY.slack }],
    ['channels of Teams', { teams: EVERYBODY.teams }],
    ['all of these', { ...EVERYBODY, emails: [], subscriptions: [{ ...mail, filter }, sms] }],
  ])('%s', (_, settings) => {
    expect(refusal(settings)).toContain(words);
    expect(refusal(settings)).toContain(
      'add an address to emails, or a subscription without filter',
    );
    expect(refusal({ ...settings, emails: ['oncall@example.com'] })).toBe('accepted');
  });

  it('accepted where any subscription of the alerts has no filter, and where there is nobody', () => {
    const machine = { protocol: 'https', endpoint: 'https://example.com' };
    expect(refusal({ subscriptions: [machine, { ...mail, filter }], slack: EVERYBODY.slack })).toBe(
      'accepted',
    );
    expect(refusal({ subscriptions: [] })).toBe('accepted');
  });
});

describe('an endpoint is subscribed once, as SNS keeps one filter for it', () => {
  it.each([
    [{ emails: ['a@example.com'], subscriptions: [{ ...mail, filter }] }, 'email a@example.com'],
    [{ emails: ['b@example.com'], subscriptions: [sms, { ...sms, filter }] }, 'sms +15555550100'],
  ])('%j', (settings, name) => {
    expect(refusal(settings)).toContain(
      `${name} is subscribed more than once: keep one of them in emails or subscriptions`,
    );
  });

  it('and twice with two protocols', () => {
    const json = { protocol: 'email-json', endpoint: 'a@example.com' };
    expect(refusal({ emails: ['a@example.com'], subscriptions: [json] })).toBe('accepted');
  });
});

describe('a filter does not ask for what privacy withholds', () => {
  it.each([
    [{ principal: ['ci-runner'] }, ['principal']],
    [{ accountId: ['111122223333'], principal: ['ci-runner'] }, ['principal', 'accountId']],
  ])('%j', (withheld, names) => {
    const emails = ['oncall@example.com'];
    const subscriptions = [{ ...mail, filter: withheld }];
    const words = refusal({ emails, subscriptions, privacy: 'summary' });
    for (const name of names)
      expect(words).toContain(
        `the filter of a@example.com names ${name}, which privacy summary withholds: remove it`,
      );
    expect(refusal({ emails, subscriptions })).toBe('accepted');
  });

  it('and may ask for all else', () => {
    const emails = ['oncall@example.com'];
    const subscriptions = [{ ...mail, filter: { ...filter, region: ['us-east-2'] } }];
    expect(refusal({ emails, subscriptions, privacy: 'summary' })).toBe('accepted');
  });
});

it('refuses an organization and accounts together', () => {
  const both = { organization: 'o-a1b2c3d4e5', accounts: ['444455556666'] };
  expect(refusal(both)).toContain('keep organization for all of its accounts, or accounts');
});
