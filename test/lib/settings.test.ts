import { DEFAULT_OPERATIONS, parseSettings } from '../../lib/settings';
import { PRIVACIES as OURS } from '../../lib/settings/given';
import { PRIVACIES } from '../../core/alert/alert';
import { refusal } from './settings/refusal';
import { EVERYBODY } from './stand-in';

function many(count: number): readonly string[] {
  return Array.from({ length: count }, (_none, at) => String(100_000_000_000 + at));
}

function longNames(): Readonly<Record<string, string>> {
  return Object.fromEntries(many(30).map((account) => [account, 'a name of some length']));
}

describe('a setting that is not allowed stops with the value given and the values allowed', () => {
  it.each([
    [{ emails: ['oncall'] }, 'emails is ["oncall"]: give e-mail addresses'],
    [{ emails: 'a@example.com,,b@example.com' }, 'emails is "a@example.com,,b@example.com": give'],
    [{ emails: ['a@example.com', 'a@example.com'] }, 'each once'],
    [{ operations: ['RunInstance'] }, 'operations is ["RunInstance"]: give one or more'],
    [{ operations: [] }, 'of RunInstances, CreateFleet, RequestSpotInstances'],
    [{ retentionDays: 0 }, 'retentionDays is 0: give a whole number of days from 1 to 3650'],
    [{ retentionDays: 1.5 }, 'retentionDays is 1.5'],
    [{ retentionDays: 'soon' }, 'retentionDays is "soon"'],
    [{ retentionDays: '' }, 'retentionDays is ""'],
    [{ logRetentionDays: 91 }, 'logRetentionDays is 91: give one of 1, 3, 5, 7, 14, 30, 60, 90'],
    [{ deletionProtection: 'no' }, 'deletionProtection is "no": give true or false'],
    [{ alertsPerMinute: 0 }, 'alertsPerMinute is 0: give a whole number from 1 to 100'],
    [{ alertsPerMinute: 101 }, 'alertsPerMinute is 101'],
    [{ alertsPerMinute: '2.5' }, 'alertsPerMinute is "2.5"'],
    [{ privacy: 'none' }, 'privacy is "none": give full or summary'],
    [{ simulate: 'maybe' }, 'simulate is "maybe": give true or false'],
    [{ email: 'a@example.com' }, 'email (given as "a@example.com") is not a setting: use one of'],
    [{ regions: ['Ireland'] }, 'regions is ["Ireland"]: give names of Regions, each once, such as'],
    [{ regions: ['eu-west-1', 'eu-west-1'] }, 'each once'],
    [{ organization: 'ou-a1b2' }, 'organization is "ou-a1b2": give the id of an organization'],
    [{ accounts: '1234' }, 'accounts is "1234": give at most 100 account numbers'],
    [{ accounts: many(101) }, 'a larger organization is given as organization'],
    [{ accountNames: 'payments' }, 'accountNames is "payments": give names by account number'],
    [{ accountNames: { '1': 'payments' } }, 'accountNames is {"1":"payments"}'],
    [{ accountNames: { '444455556666': 'a\u0000b' } }, 'accountNames is'],
    [{ accountNames: longNames() }, 'as JSON at most 800 bytes'],
    [['emails'], 'the settings are ["emails"]: give an object'],
    [undefined, 'the settings are undefined: give an object'],
  ])('%j', (given, words) => {
    expect(refusal(given)).toContain(words);
    expect(refusal(given)).toMatch(/^INVALID_SETTINGS settings are not usable:\n/);
  });
});

it('names all that is wrong at once', () => {
  const words = refusal({ retentionDays: 0, logRetentionDays: 0, retention: 30 });
  expect(words.split('\n')).toHaveLength(4);
});

it('fills in the defaults', () => {
  expect(parseSettings({})).toEqual({
    emails: [],
    subscriptions: [],
    slack: [],
    teams: [],
    ignoredPrincipals: [],
    ignoredActions: [],
    alertsPerMinute: 20,
    digest: { hour: 8, timeZone: 'UTC' },
    privacy: 'full',
    operations: DEFAULT_OPERATIONS,
    retentionDays: 90,
    logRetentionDays: 90,
    deletionProtection: true,
    simulate: true,
    dashboard: true,
    dashboardChanges: false,
    regions: [],
    organization: null,
    accounts: [],
    accountNames: {},
  });
});

it('reads the texts of a command line as the typed values', () => {
  const typed = {
    ...EVERYBODY,
    emails: ['a@example.com', 'b@example.com'],
    ignoredPrincipals: ['role/ci-*', 'user/anna'],
    ignoredActions: ['ec2:Run*'],
    alertsPerMinute: 5,
    digest: { hour: 17, timeZone: 'Europe/Berlin' },
    privacy: 'summary',
    operations: ['RunInstances', 'CreateFleet'],
    retentionDays: 30,
    logRetentionDays: 14,
    deletionProtection: false,
    simulate: false,
    dashboard: true,
    dashboardChanges: false,
    regions: ['us-east-1', 'eu-west-1'],
    organization: null,
    accounts: ['444455556666'],
    accountNames: { '444455556666': 'payments' },
  };
  const texts = {
    emails: 'a@example.com, b@example.com',
    subscriptions: JSON.stringify(EVERYBODY.subscriptions),
    slack: JSON.stringify(EVERYBODY.slack),
    teams: JSON.stringify(EVERYBODY.teams),
    ignoredPrincipals: 'role/ci-*, user/anna',
    ignoredActions: 'ec2:Run*',
    alertsPerMinute: '5',
    digest: '17 Europe/Berlin',
    privacy: 'summary',
    operations: 'RunInstances,CreateFleet',
    retentionDays: '30',
    logRetentionDays: '14',
    deletionProtection: 'false',
    simulate: 'false',
    regions: 'us-east-1, eu-west-1',
    accounts: '444455556666',
    accountNames: '{"444455556666":"payments"}',
  };
  expect(parseSettings(texts)).toEqual(typed);
  expect(parseSettings(typed)).toEqual(typed);
});

it('takes an empty text for no address', () => {
  expect(parseSettings({ emails: '' }).emails).toEqual([]);
});

it('takes what it gave', () => {
  const parsed = parseSettings(EVERYBODY);
  expect(parseSettings(parsed)).toEqual(parsed);
});

it('knows the privacies of the alerts', () => {
  expect(OURS).toEqual(PRIVACIES);
});
