// What the tests of lib/ share: a bundle that stands in for the built one, and a synthesized stack.
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { App } from 'aws-cdk-lib/core';
import { LaunchDeniedStack, type LaunchDeniedSettings } from '../../lib';

/** A folder with functions that do nothing, so that tests of the template need no build. */
export const handlerBundle = join(__dirname, 'stand-in-bundle');

/** The template of a stack with these settings. */
export function templateOf(settings: LaunchDeniedSettings = {}): Template {
  const launchDenied = { ...settings, handlerBundle };
  return Template.fromStack(new LaunchDeniedStack(new App(), 'LaunchDenied', { launchDenied }));
}

/** Every receiver that there can be, and filters. */
export const EVERYBODY = {
  emails: ['oncall@example.com'],
  subscriptions: [
    {
      protocol: 'email',
      endpoint: 'iam@example.com',
      filter: { action: ['iam:PassRole'], verdict: ['implicit-deny', 'undetermined'] },
    },
    { protocol: 'email-json', endpoint: 'oncall@example.com' },
    { protocol: 'https', endpoint: 'https://example.com/alerts' },
    { protocol: 'sms', endpoint: '+15555550100', filter: { verdict: ['explicit-deny'] } },
    { protocol: 'sqs', endpoint: 'arn:aws:sqs:us-east-2:111122223333:alerts' },
    { protocol: 'lambda', endpoint: 'arn:aws:lambda:us-east-2:111122223333:function:alerts' },
  ],
  slack: [
    { workspaceId: 'T0123ABCD', channelId: 'C0123ABCD' },
    { workspaceId: 'T0123ABCD', channelId: 'G0123ABCD' },
  ],
  teams: [
    {
      tenantId: '0a1b2c3d-0000-4000-8000-000000000000',
      teamId: '0a1b2c3d-0000-4000-8000-000000000001',
      channelId: '19%3ab6ef35dc342d56ba5654e6fc6d25a071%40thread.tacv2',
    },
  ],
} as const satisfies LaunchDeniedSettings;

/** A Lambda function of a template, with what belongs to it. */
export interface DeployedFunction {
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly logGroup: string;
  /** The statements of its role. */
  readonly statements: readonly Statement[];
}

/** A statement of a policy; what CloudFormation resolves is as it is in the template. */
interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

/** The function with an export of the bundle. */
export function functionOf(
  template: Template,
  exported: 'handler' | 'sweep' | 'customWidget',
): DeployedFunction {
  const having = { Properties: { Handler: `index.${exported}` } };
  const found = Object.entries(template.findResources('AWS::Lambda::Function', having));
  expect(found).toHaveLength(1);
  const [id = '', { Properties: properties = {} } = {}] = found[0] ?? [];
  const [role] = properties.Role['Fn::GetAtt'];
  const { [role]: { Properties = {} } = {} } = template.findResources('AWS::IAM::Role');
  const { Policies, ManagedPolicyArns } = Properties;
  expect([Policies.length, ManagedPolicyArns]).toEqual([1, undefined]);
  const { Statement: statements } = Policies[0].PolicyDocument;
  return { id, properties, statements, logGroup: properties.LoggingConfig.LogGroup.Ref };
}

/** The id of a topic; empty where the stack has no such topic. */
export function topicOf(template: Template, under: 'Alerts' | 'Chat' | 'Texts'): string {
  const ids = Object.keys(template.findResources('AWS::SNS::Topic'));
  return ids.find((id) => id.startsWith(`LaunchDenied${under}Topic`)) ?? '';
}
