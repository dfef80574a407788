import { Match, Template } from 'aws-cdk-lib/assertions';
import { Stack } from 'aws-cdk-lib/core';
import { LaunchDenied } from '../../../lib';
import { handlerBundle } from '../stand-in';
import {
  ACCOUNT,
  forwarderStack,
  forwarderTemplate,
  HOME,
  joined,
  PARTITION,
  REGION,
  roleOf,
} from './stacks';

const template = forwarderTemplate();
const HOME_BUS = joined('arn:', PARTITION, ':events:us-east-1:111122223333:event-bus/default');

const only = (
  type: string,
): readonly [string, { readonly Properties: Record<string, unknown> }] => {
  const [found, ...more] = Object.entries(template.findResources(type));
  expect(more).toEqual([]);
  return [found?.[0] ?? '', { Properties: found?.[1]['Properties'] ?? {} }];
};

it('refuses the name of a home stack that leaves no room for the names made of it', () => {
  const stackName = 'L'.repeat(55);
  expect(() => forwarderStack({ home: { ...HOME, stackName } })).toThrow(
    'has 55 characters: with regions, organization or accounts give at most 54',
  );
  expect(() => forwarderStack({ home: { ...HOME, stackName: 'L'.repeat(54) } })).not.toThrow();
});

it('is a rule, a role and a dead-letter queue with its policy, and nothing else', () => {
  const types = Object.values(template.toJSON()['Resources'] as Record<string, { Type: string }>);
  expect(types.map(({ Type }) => Type).toSorted()).toEqual([
    'AWS::Events::Rule',
    'AWS::IAM::Role',
    'AWS::SQS::Queue',
    'AWS::SQS::QueuePolicy',
  ]);
});

it('leaves nothing behind when it is deleted', () => {
  for (const resource of Object.values(template.toJSON()['Resources']))
    expect(['Delete', undefined]).toContain(Object(resource).DeletionPolicy);
});

it('fits into a request to CloudFormation, many times over', () => {
  expect(JSON.stringify(template.toJSON()).length).toBeLessThan(5_000);
});

it('sends what the rule of the home stack matches, of its own account and Region', () => {
  const home = new Stack();
  new LaunchDenied(home, 'LaunchDenied', {
    handlerBundle,
    operations: ['RunInstances', 'ModifyFleet'],
  });
  const [rule] = Object.values(Template.fromStack(home).findResources('AWS::Events::Rule'));
  expect(only('AWS::Events::Rule')[1].Properties['EventPattern']).toEqual({
    ...rule?.['Properties'].EventPattern,
    account: [ACCOUNT],
    region: [REGION],
  });
});

it('sends to the default event bus of the home stack, from a rule of a fixed name', () => {
  template.hasResourceProperties('AWS::Events::Rule', {
    Name: 'LaunchDenied-forwarder',
    State: 'ENABLED',
    EventBusName: Match.absent(),
    Targets: [
      {
        Arn: HOME_BUS,
        RoleArn: { 'Fn::GetAtt': [only('AWS::IAM::Role')[0], 'Arn'] },
        DeadLetterConfig: { Arn: { 'Fn::GetAtt': [only('AWS::SQS::Queue')[0], 'Arn'] } },
      },
    ],
  });
});

it('lets EventBridge put events there for this rule, and do nothing else', () => {
  const { Policies, AssumeRolePolicyDocument } = roleOf(template, 'Forwarder');
  expect(Policies.map(({ PolicyDocument }) => PolicyDocument.Statement)).toEqual([
    [{ Effect: 'Allow', Action: 'events:PutEvents', Resource: HOME_BUS }],
  ]);
  const rule = ['arn:', PARTITION, ':events:', REGION, ':', ACCOUNT];
  expect(AssumeRolePolicyDocument.Statement).toEqual([
    {
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: {
        StringEquals: { 'aws:SourceAccount': ACCOUNT },
        ArnEquals: { 'aws:SourceArn': joined(...rule, ':rule/LaunchDenied-forwarder') },
      },
    },
  ]);
  template.resourceCountIs('AWS::IAM::Policy', 0);
});

it('tags all that takes tags with the name of the home stack', () => {
  for (const type of ['AWS::Events::Rule', 'AWS::IAM::Role', 'AWS::SQS::Queue'])
    template.hasResourceProperties(type, {
      Tags: [{ Key: 'launch-denied', Value: 'LaunchDenied' }],
    });
});
