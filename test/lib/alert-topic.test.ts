import { Match, Template } from 'aws-cdk-lib/assertions';
import { Role } from 'aws-cdk-lib/aws-iam';
import { App, Lazy, Stack } from 'aws-cdk-lib/core';
import { AlertTopic } from '../../lib';

const ROLES = ['explain', 'sweep'].map((name) => `arn:aws:iam::111122223333:role/${name}`);

const env = { account: '111122223333', region: 'us-east-2' };
const stack = new Stack(new App(), 'Stack', { env });
const alerts = new AlertTopic(stack, 'Alerts', {
  displayName: 'Launch Denied',
  subscriptions: [
    { protocol: 'email', endpoint: 'a@example.com' },
    { protocol: 'email', endpoint: 'b@example.com', filter: { action: ['iam:PassRole'] } },
    { protocol: 'email-json', endpoint: 'a@example.com' },
    { protocol: 'https', endpoint: 'https://example.com/alerts' },
    { protocol: 'sms', endpoint: '+15555550100' },
    { protocol: 'sqs', endpoint: 'arn:aws:sqs:us-east-2:111122223333:alerts' },
    {
      protocol: 'lambda',
      endpoint: Lazy.string({ produce: () => 'an ARN that is known later' }),
      filter: { verdict: ['explicit-deny'], region: ['us-east-2', 'none'] },
    },
  ],
});
alerts.nameAlarmsAsPublishers();
alerts.nameAsPublishers(ROLES.map((arn, at) => Role.fromRoleArn(stack, `Role${at}`, arn)));
new AlertTopic(stack, 'Quiet', { displayName: 'Quiet', subscriptions: [] });
const template = Template.fromStack(stack);

const [policy] = Object.values(template.findResources('AWS::SNS::TopicPolicy'));
const statements: readonly Record<string, unknown>[] =
  policy?.['Properties'].PolicyDocument.Statement;

it('lets nobody publish but the roles and the alarms of this account', () => {
  const allowed = statements.filter(({ Effect }) => Effect === 'Allow');
  expect(
    allowed.map(({ Principal, Action, Condition }) => ({ Principal, Action, Condition })),
  ).toEqual([
    {
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Action: 'sns:Publish',
      Condition: {
        StringEquals: { 'aws:SourceAccount': '111122223333' },
        ArnLike: {
          'aws:SourceArn': {
            'Fn::Join': [
              '',
              ['arn:', { Ref: 'AWS::Partition' }, ':cloudwatch:us-east-2:111122223333:alarm:*'],
            ],
          },
        },
      },
    },
    { Principal: { AWS: ROLES }, Action: 'sns:Publish', Condition: undefined },
  ]);
});

it('refuses to publish without TLS', () => {
  expect(statements.filter(({ Effect }) => Effect === 'Deny')).toMatchObject([
    { Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
  ]);
});

it('uses no key of KMS, under which alarms could not publish', () => {
  template.hasResourceProperties('AWS::SNS::Topic', { KmsMasterKeyId: Match.absent() });
});

it('subscribes each endpoint, those with a filter by the attributes of a message', () => {
  const subscriptions = Object.values(template.findResources('AWS::SNS::Subscription'));
  expect(
    subscriptions.map(({ Properties: { Protocol, Endpoint, FilterPolicy, FilterPolicyScope } }) => [
      Protocol,
      Endpoint,
      FilterPolicy,
      // SNS looks at the attributes where no scope is named.
      FilterPolicyScope,
    ]),
  ).toEqual([
    ['email', 'a@example.com', undefined, undefined],
    ['email', 'b@example.com', { action: ['iam:PassRole'] }, undefined],
    ['email-json', 'a@example.com', undefined, undefined],
    ['https', 'https://example.com/alerts', undefined, undefined],
    ['sms', '+15555550100', undefined, undefined],
    ['sqs', 'arn:aws:sqs:us-east-2:111122223333:alerts', undefined, undefined],
    [
      'lambda',
      'an ARN that is known later',
      { verdict: ['explicit-deny'], region: ['us-east-2', 'none'] },
      undefined,
    ],
  ]);
});

it('lets alarms publish only where that is wanted', () => {
  const policies = JSON.stringify(template.findResources('AWS::SNS::TopicPolicy'));
  expect(policies.match(/cloudwatch\.amazonaws\.com/g)).toHaveLength(1);
});
