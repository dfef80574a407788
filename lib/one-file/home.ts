// settings → stacks, parameters → [launch-denied.json]: the home stack for people who do not run the CDK
import {
  CfnMicrosoftTeamsChannelConfiguration,
  CfnSlackChannelConfiguration,
} from 'aws-cdk-lib/aws-chatbot';
import { CfnFunction, Code } from 'aws-cdk-lib/aws-lambda';
import { Aws, type IStackSynthesizer, Validations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { bundleFolder } from '../bundled-function';
import type { LaunchDeniedProps } from '../launch-denied';
import { LaunchDeniedStack } from '../launch-denied-stack';
import { findPackageRoot } from '../package-root';
import type { LaunchDeniedSettings } from '../settings';
import { given, isGiven } from './file-parameter';
import { HOME_PARAMETERS as P } from './home-parameters';
import { HOME_RULES } from './home-rules';
import { type PackedBundle, packBundle } from './packed-bundle';
import type { StackFile } from './stack-file';
import type { JsonObject } from './template';
import type { Switch } from './variants';

/** What the stack is called while it is made. */
const NAME = 'StackNameStandIn';

/** The code of the functions, while the stack is made. */
const CODE = { handler: 'the code of the handler', widget: 'the code of the widget' };

const CHAT = {
  slack: [{ workspaceId: P.SlackWorkspaceId.standIn, channelId: P.SlackChannelId.standIn }],
  teams: [
    {
      tenantId: P.TeamsTenantId.standIn,
      teamId: P.TeamsTeamId.standIn,
      channelId: P.TeamsChannelId.standIn,
    },
  ],
} as const satisfies LaunchDeniedSettings;

/** What is always there, with the stand-ins of the parameters. */
const SETTINGS: LaunchDeniedSettings = {
  emails: [P.Email.standIn, P.Email2.standIn, P.Email3.standIn],
  operations: ['ModifySpotFleetRequest'],
  privacy: P.Privacy.standIn,
  alertsPerMinute: Number(P.AlertsPerMinute.standIn),
  retentionDays: Number(P.RetentionDays.standIn),
  logRetentionDays: Number(P.LogRetentionDays.standIn),
};

/** What may be there. */
const SWITCHES: readonly Switch<LaunchDeniedSettings>[] = [
  {
    name: 'HasChat',
    condition: {
      'Fn::Or': [{ Condition: given('SlackChannelId') }, { Condition: given('TeamsChannelId') }],
    },
    on: CHAT,
    off: {},
  },
  {
    name: 'HasDashboard',
    condition: { 'Fn::Equals': [{ Ref: 'Dashboard' }, 'true'] },
    on: { dashboard: true },
    off: { dashboard: false },
  },
  {
    name: 'Simulates',
    condition: { 'Fn::Equals': [{ Ref: 'Simulate' }, 'true'] },
    on: { simulate: true },
    off: { simulate: false },
  },
  {
    name: 'HasRegions',
    condition: isGiven('Regions', true),
    on: { regions: [P.Regions.standIn] },
    off: { regions: [] },
  },
  {
    name: 'IsHub',
    condition: {
      'Fn::Or': [isGiven('Accounts', true), { Condition: 'HasOrganization' }],
    },
    on: {},
    off: { organization: null, accounts: [] },
    inside: [
      {
        name: 'HasOrganization',
        condition: isGiven('OrganizationId'),
        on: { organization: P.OrganizationId.standIn, accounts: [] },
        off: { organization: null, accounts: [P.Accounts.standIn] },
      },
    ],
  },
];

/** Folders of the bundles. */
export interface HomeBundles {
  /**
   * Folder of the functions' bundle.
   *
   * @default - dist/lambda/handler of this package
   */
  readonly handlerBundle?: string;
  /**
   * Folder of the custom widget's bundle.
   *
   * @default - dist/lambda/widget of this package
   */
  readonly widgetBundle?: string;
}

/** The file of the home stack. */
export function homeFile({
  handlerBundle = bundleFolder('handler'),
  widgetBundle = bundleFolder('widget'),
}: HomeBundles): StackFile<LaunchDeniedSettings> {
  const handler = packBundle(handlerBundle, 'handler.js', ['handler', 'sweep']);
  const widget = packBundle(widgetBundle, 'widget.js', ['customWidget']);
  const bundles = { 'handler.js': shown(handler), 'widget.js': shown(widget) };
  return {
    make: homeStack,
    settings: SETTINGS,
    switches: SWITCHES,
    parameters: P,
    rules: HOME_RULES,
    names: { 'AWS::StackName': NAME },
    about: { LaunchDenied: { Version: findPackageRoot().version, Bundles: bundles } },
    code: new Map([
      [CODE.handler, handler.text],
      [CODE.widget, widget.text],
    ]),
  };
}

function shown({ sha256, bytes }: PackedBundle): JsonObject {
  return { sha256, bytes };
}

/** The home stack as it is made for the file. */
function homeStack(
  scope: Construct,
  settings: LaunchDeniedSettings,
  synthesizer: IStackSynthesizer,
): LaunchDeniedStack {
  const launchDenied: LaunchDeniedProps = {
    ...settings,
    handlerBundle: Code.fromInline(CODE.handler),
    widgetBundle: Code.fromInline(CODE.widget),
  };
  const stack = new LaunchDeniedStack(scope, 'LaunchDenied', {
    stackName: NAME,
    synthesizer,
    launchDenied,
  });
  nameByStack(stack);
  Validations.of(stack).acknowledge({
    id: 'CloudFormation-Validate::W1030',
    reason: 'What is empty by default belongs to resources that are there only where it is given.',
  });
  return stack;
}

/** Names that must be given hold that of the stack, which the CDK would have to know to shorten them. */
function nameByStack({ launchDenied: { dashboard, node } }: LaunchDeniedStack): void {
  const widget = dashboard?.widget.function.node.defaultChild;
  if (widget instanceof CfnFunction) widget.functionName = `customWidget-${NAME}`;
  for (const channel of node.findAll()) {
    if (channel instanceof CfnSlackChannelConfiguration)
      channel.configurationName = `${NAME}-slack-${Aws.REGION}`;
    if (channel instanceof CfnMicrosoftTeamsChannelConfiguration)
      channel.configurationName = `${NAME}-teams-${Aws.REGION}`;
  }
}
