import { Failure } from '../../core/failure';
import { readEnvironment } from '../../lambda/environment';

const REQUIRED = {
  TABLE_NAME: 'denials',
  ALERTS_TOPIC_ARN: 'arn:aws:sns:eu-west-1:111122223333:alerts',
  RETENTION_DAYS: '90',
  ACCOUNT_ID: '111122223333',
  SIMULATE: 'true',
  ALERTS_PER_MINUTE: '20',
  IGNORED_PRINCIPALS: '[]',
  IGNORED_ACTIONS: '["ec2:Describe*"]',
  DIGEST: '{"hour":8,"timeZone":"UTC"}',
  PRIVACY: 'full',
  AWS_REGION: 'eu-west-1',
} as const;

const CHAT = 'arn:aws:sns:eu-west-1:111122223333:chat';
const SMS = 'arn:aws:sns:eu-west-1:111122223333:sms';

type Changed = Readonly<Record<string, string | undefined>>;

const refused = (changed: Changed) => () => readEnvironment({ ...REQUIRED, ...changed });

describe('readEnvironment', () => {
  test.each(Object.keys(REQUIRED))('stops where %s is missing, and names it', (name) => {
    expect(refused({ [name]: undefined })).toThrow(Failure);
    expect(refused({ [name]: undefined })).toThrow(`: ${name} is undefined; allowed is `);
    expect(refused({ [name]: '' })).toThrow(`: ${name} is ""; allowed is `);
  });

  test.each<[string, string, string]>([
    ...['RETENTION_DAYS', 'ALERTS_PER_MINUTE'].flatMap((name): [string, string, string][] =>
      ['0', '-1', '1.5', 'many'].map((value) => [name, value, 'a whole number above 0']),
    ),
    ...['yes', 'TRUE', '1'].map((value): [string, string, string] => [
      'SIMULATE',
      value,
      'true or false',
    ]),
    ...['IGNORED_PRINCIPALS', 'IGNORED_ACTIONS'].flatMap((name): [string, string, string][] =>
      ['role/a', '"role/a"', '[1]', '{}'].map((value) => [name, value, 'a JSON list of texts']),
    ),
    ...[
      'on',
      '"off"',
      '{}',
      '{"hour":24,"timeZone":"UTC"}',
      '{"hour":-1,"timeZone":"UTC"}',
      '{"hour":8.5,"timeZone":"UTC"}',
      '{"hour":"8","timeZone":"UTC"}',
      '{"hour":8}',
    ].map((value): [string, string, string] => [
      'DIGEST',
      value,
      'off, or JSON such as {"hour":8,"timeZone":"UTC"}',
    ]),
    ...[
      '',
      'payments',
      '["payments"]',
      '{"444455556666":""}',
      '{"444455556666":7}',
      `{"444455556666":"${'x'.repeat(65)}"}`,
      '{"4444":"payments"}',
      '{"payments":"444455556666"}',
    ].map((value): [string, string, string] => [
      'ACCOUNT_NAMES',
      value,
      'JSON such as {"444455556666":"payments"}, or nothing',
    ]),
    ['PRIVACY', 'none', 'full or summary'],
    ['CHAT_TOPIC_ARN', '', 'a text, or nothing'],
    ['SMS_TOPIC_ARN', '', 'a text, or nothing'],
    ['READER_ROLE_NAME', '', 'a text, or nothing'],
  ])('stops where %s is %j and says what is allowed', (name, value, allowed) => {
    expect(refused({ [name]: value })).toThrow(
      `environment variables that the stack sets are missing or wrong, deploy it again: ${name} is ${JSON.stringify(value)}; allowed is ${allowed}`,
    );
  });

  test('names all that is wrong at once', () => {
    expect(refused({ SIMULATE: 'maybe', PRIVACY: 'none', TABLE_NAME: undefined })).toThrow(
      /: TABLE_NAME is undefined; .*; SIMULATE is "maybe"; .*; PRIVACY is "none"; /,
    );
  });

  test('reads what the stack sets', () => {
    expect(readEnvironment({ ...REQUIRED, CHAT_TOPIC_ARN: CHAT, SMS_TOPIC_ARN: SMS })).toEqual({
      tableName: 'denials',
      topics: { alerts: REQUIRED.ALERTS_TOPIC_ARN, chat: CHAT, sms: SMS },
      account: '111122223333',
      readerRoleName: null,
      dashboardStack: null,
      simulate: true,
      privacy: 'full',
      accountNames: new Map(),
      region: 'eu-west-1',
      settings: {
        retentionDays: 90,
        alertsPerMinute: 20,
        ignoredPrincipals: [],
        ignoredActions: ['ec2:Describe*'],
        digest: { hour: 8, timeZone: 'UTC' },
      },
    });
  });

  test('reads the role of a hub', () => {
    const hub = { ...REQUIRED, READER_ROLE_NAME: 'LaunchDenied-reader' };
    expect(readEnvironment(hub).readerRoleName).toBe('LaunchDenied-reader');
  });

  test('reads what is switched off, and topics that nobody asked for', () => {
    expect(readEnvironment({ ...REQUIRED, SIMULATE: 'false', DIGEST: 'off' })).toMatchObject({
      topics: { chat: null, sms: null },
      simulate: false,
      settings: { digest: null },
    });
  });

  test('reads names of accounts, whatever is odd in them', () => {
    const names = { '444455556666': 'payments', '777788889999': `R&D <b>\u202e${'👩'.repeat(50)}` };
    const { accountNames } = readEnvironment({ ...REQUIRED, ACCOUNT_NAMES: JSON.stringify(names) });
    expect(accountNames).toEqual(new Map(Object.entries(names)));
  });
});
