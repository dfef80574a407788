import { EVERYBODY, functionOf, templateOf, topicOf } from './stand-in';

const EXPORTS = ['handler', 'sweep'] as const;

const template = templateOf({ logRetentionDays: 14 });
const variablesOf = (exported: (typeof EXPORTS)[number], of = template) =>
  functionOf(of, exported).properties['Environment'];
const [table] = Object.keys(template.findResources('AWS::DynamoDB::GlobalTable'));

describe.each(EXPORTS)('the function %s', (exported) => {
  it('gets exactly these variables', () => {
    expect(variablesOf(exported)).toEqual({
      Variables: {
        TABLE_NAME: { Ref: table },
        ALERTS_TOPIC_ARN: { Ref: topicOf(template, 'Alerts') },
        RETENTION_DAYS: '90',
        ACCOUNT_ID: { Ref: 'AWS::AccountId' },
        SIMULATE: 'true',
        ALERTS_PER_MINUTE: '20',
        IGNORED_PRINCIPALS: '[]',
        IGNORED_ACTIONS: '[]',
        DIGEST: '{"hour":8,"timeZone":"UTC"}',
        PRIVACY: 'full',
        DASHBOARD_STACK: 'LaunchDenied',
      },
    });
  });

  it('gets each setting, and the topics of chat and sms where there are any', () => {
    const chosen = templateOf({
      ...EVERYBODY,
      retentionDays: 30,
      simulate: false,
      alertsPerMinute: 5,
      ignoredPrincipals: ['role/ci-*', 'user/"anna"'],
      ignoredActions: ['ec2:Run*'],
      digest: { hour: 17, timeZone: 'Europe/Berlin' },
      privacy: 'summary',
    });
    expect(variablesOf(exported, chosen)).toMatchObject({
      Variables: {
        CHAT_TOPIC_ARN: { Ref: topicOf(chosen, 'Chat') },
        SMS_TOPIC_ARN: { Ref: topicOf(chosen, 'Texts') },
        RETENTION_DAYS: '30',
        SIMULATE: 'false',
        ALERTS_PER_MINUTE: '5',
        IGNORED_PRINCIPALS: '["role/ci-*","user/\\"anna\\""]',
        IGNORED_ACTIONS: '["ec2:Run*"]',
        DIGEST: '{"hour":17,"timeZone":"Europe/Berlin"}',
        PRIVACY: 'summary',
      },
    });
  });

  it('hears where no digest is wanted', () => {
    expect(variablesOf(exported, templateOf({ digest: 'off' }))).toMatchObject({
      Variables: { DIGEST: 'off' },
    });
  });

  it('runs on Node 24 and arm64, traced, with logs in JSON in its own log group', () => {
    const { properties, logGroup } = functionOf(template, exported);
    expect(properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      MemorySize: 256,
      TracingConfig: { Mode: 'Active' },
      LoggingConfig: { LogFormat: 'JSON', LogGroup: { Ref: logGroup } },
    });
    expect(template.findResources('AWS::Logs::LogGroup')[logGroup]).toMatchObject({
      DeletionPolicy: 'Delete',
      Properties: { RetentionInDays: 14 },
    });
  });
});

it('has roles that Lambda alone can assume, and Scheduler the one that invokes the sweep', () => {
  const roles = JSON.stringify(template.findResources('AWS::IAM::Role'));
  expect(roles.match(/"Service":"[a-z.]+"/g)).toEqual([
    '"Service":"lambda.amazonaws.com"',
    '"Service":"lambda.amazonaws.com"',
    '"Service":"scheduler.amazonaws.com"',
    '"Service":"lambda.amazonaws.com"',
  ]);
});

it('takes both functions from one bundle', () => {
  const [handler, sweep] = EXPORTS.map((one) => functionOf(template, one).properties['Code']);
  expect(handler).toEqual(sweep);
});

it('holds the longest lists in the 4 KB that a function has for its variables', () => {
  const longest = Array.from({ length: 9 }, (_, at) => `role/${at}${'x'.repeat(101)}`);
  const full = templateOf({
    ...EVERYBODY,
    ignoredPrincipals: longest,
    ignoredActions: longest,
  });
  const arn = `arn:aws-us-gov:sns:us-gov-east-1:111122223333:${'x'.repeat(256)}`;
  const text = JSON.stringify(variablesOf('handler', full)).replaceAll(
    /\{"Ref":"[^"]*"\}/g,
    `"${arn}"`,
  );
  expect(JSON.stringify(longest).length).toBeGreaterThan(980);
  expect(text.length).toBeLessThan(4_096);
});
