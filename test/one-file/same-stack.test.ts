// The file is the CDK's stack: with parameters given as settings, both are the same.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib/core';
import { type LaunchDeniedSettings, LaunchDeniedStack } from '../../lib';
import { writeFile } from '../../lib/one-file';
import { parseTemplate } from '../../lib/one-file/template';
import { EVERYBODY, handlerBundle } from '../lib/stand-in';
import { type Given, resolved } from './resolved';

const outdir = mkdtempSync(join(tmpdir(), 'launch-denied-test-'));
afterAll(() => rmSync(outdir, { recursive: true }));

const bundles = { handlerBundle, widgetBundle: handlerBundle };
const { template } = writeFile('home', { ...bundles, outdir: join(outdir, 'file') });

/** The stack as the CDK makes it, of another name than the file's while it is made. */
function stackOf(settings: LaunchDeniedSettings) {
  const app = new App({ analyticsReporting: false, outdir: mkdtempSync(join(outdir, 'cdk-')) });
  const stack = new LaunchDeniedStack(app, 'LaunchDenied', {
    stackName: 'Denials',
    launchDenied: { ...settings, ...bundles },
  });
  app.synth();
  const file = join(app.outdir, stack.templateFile);
  return resolved(parseTemplate(JSON.parse(readFileSync(file, 'utf8'))), 'Denials');
}

/** What the CDK calls by the values that it knows and a file does not. */
const NAMED_BY_VALUES: Readonly<Record<string, readonly string[]>> = {
  'AWS::SNS::Subscription': ['Protocol', 'Endpoint'],
  'AWS::Chatbot::SlackChannelConfiguration': ['SlackChannelId'],
  'AWS::Chatbot::MicrosoftTeamsChannelConfiguration': ['TeamsChannelId'],
};

/** The code is another, and three names are. Everything else has to be the same. */
function comparable({ Resources, Outputs }: ReturnType<typeof resolved>): object {
  const resources = Object.entries(Resources).map(([id, resource]) => {
    const { Type, Properties = {}, ...rest } = Object(resource);
    const { Code: _, ...properties } = Properties;
    const named = NAMED_BY_VALUES[Type];
    const name = named === undefined ? id : named.map((key) => properties[key]).join(' ');
    if (String(properties.Handler) === 'index.customWidget') delete properties.FunctionName;
    delete properties.ConfigurationName;
    return [name, { Type, ...rest, Properties: properties }];
  });
  const all = { Resources: Object.fromEntries(resources), Outputs };
  // CloudFormation takes numbers as texts, and gives parameters as such.
  return JSON.parse(JSON.stringify(all), (_key, value: unknown) =>
    typeof value === 'number' ? String(value) : value,
  );
}

const [slack] = EVERYBODY.slack;
const [teams] = EVERYBODY.teams;
const SLACK = { SlackWorkspaceId: slack.workspaceId, SlackChannelId: slack.channelId };
const TEAMS = {
  TeamsTenantId: teams.tenantId,
  TeamsTeamId: teams.teamId,
  TeamsChannelId: teams.channelId,
};

const CASES: readonly (readonly [string, Given, LaunchDeniedSettings])[] = [
  ['nothing', {}, {}],
  ['one address', { Email2: 'a@example.com' }, { emails: ['a@example.com'] }],
  [
    'three addresses and Slack',
    { Email: 'a@example.com', Email2: 'b@example.com', Email3: 'c@example.com', ...SLACK },
    { emails: ['a@example.com', 'b@example.com', 'c@example.com'], slack: [slack] },
  ],
  [
    'Teams, without dashboard and simulator',
    { Email: 'a@example.com', ...TEAMS, Dashboard: 'false', Simulate: 'false' },
    { emails: ['a@example.com'], teams: [teams], dashboard: false, simulate: false },
  ],
  [
    'both chats and each other parameter',
    {
      Email: 'a@example.com',
      ...SLACK,
      ...TEAMS,
      Operations: 'RunInstances,CreateLaunchTemplate',
      Privacy: 'summary',
      AlertsPerMinute: '7',
      RetentionDays: '365',
      LogRetentionDays: '14',
      Regions: 'eu-west-1,eu-west-2',
      OrganizationId: 'o-a1b2c3d4e5',
    },
    {
      emails: ['a@example.com'],
      slack: [slack],
      teams: [teams],
      operations: ['RunInstances', 'CreateLaunchTemplate'],
      privacy: 'summary',
      alertsPerMinute: 7,
      retentionDays: 365,
      logRetentionDays: 14,
      regions: ['eu-west-1', 'eu-west-2'],
      organization: 'o-a1b2c3d4e5',
    },
  ],
  [
    'accounts beside an organization, which wins',
    { OrganizationId: 'o-a1b2c3d4e5', Accounts: '444455556666' },
    { organization: 'o-a1b2c3d4e5' },
  ],
  ['one Region to accept', { Regions: 'eu-west-1' }, { regions: ['eu-west-1'] }],
  [
    'accounts, without simulator',
    { Accounts: '444455556666,777788889999', Simulate: 'false' },
    { accounts: ['444455556666', '777788889999'], simulate: false },
  ],
];

test.each(CASES)('with %s the file is the stack of the CDK', (_, given, settings) => {
  const file = resolved(template, 'Denials', given);
  expect(comparable(file)).toEqual(comparable(stackOf(settings)));
});
