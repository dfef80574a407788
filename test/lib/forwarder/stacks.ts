// What the tests of forwarders share: their templates, in another Region and in a member account.
import { Template } from 'aws-cdk-lib/assertions';
import { App } from 'aws-cdk-lib/core';
import { ForwarderStack, type ForwarderStackProps } from '../../../lib';

export const HOME = { account: '111122223333', region: 'us-east-1', stackName: 'LaunchDenied' };
export const FUNCTION_ROLES = ['Explain', 'Sweep'].map(
  (name) => `arn:aws:iam::111122223333:role/${name}`,
);

/** The reader role of a member account. */
export const READER = {
  functionRoleArns: FUNCTION_ROLES,
  organization: 'o-a1b2c3d4e5',
  simulate: true,
};

/** A forwarder; by default in a Region and an account that the template does not name. */
export function forwarderStack(changed: Partial<ForwarderStackProps> = {}): ForwarderStack {
  return new ForwarderStack(new App(), 'Forwarder', {
    home: HOME,
    operations: ['RunInstances', 'ModifyFleet'],
    ...changed,
  });
}

/** Its template. */
export function forwarderTemplate(changed: Partial<ForwarderStackProps> = {}): Template {
  return Template.fromStack(forwarderStack(changed));
}

/** Properties of the only role whose id begins so. */
export function roleOf(template: Template, id: string): RoleProperties {
  const found = Object.entries(template.findResources('AWS::IAM::Role'));
  const roles = found.filter(([name]) => name.startsWith(id));
  expect(roles).toHaveLength(1);
  return roles[0]?.[1].Properties;
}

interface RoleProperties {
  readonly RoleName?: string;
  readonly AssumeRolePolicyDocument: { readonly Statement: readonly unknown[] };
  readonly Policies: readonly { readonly PolicyDocument: { readonly Statement: unknown } }[];
}

/** Joins parts of a text as the CDK does. */
export const joined = (...parts: readonly unknown[]) => ({ 'Fn::Join': ['', parts] });

export const PARTITION = { Ref: 'AWS::Partition' };
export const ACCOUNT = { Ref: 'AWS::AccountId' };
export const REGION = { Ref: 'AWS::Region' };
