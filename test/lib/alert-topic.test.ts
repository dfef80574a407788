import { Match, Template } from 'aws-cdk-lib/assertions';
import { Role } from 'aws-cdk-lib/aws-iam';
import { App, Stack } from 'aws-cdk-lib/core';
import { AlertTopic } from '../../lib';

const ROLE = 'arn:aws:iam::111122223333:role/explain';

const env = { account: '111122223333', region: 'us-east-2' };
const stack = new Stack(new App(), 'Stack', { env });
const emails = ['a@example.com', 'b@example.com'];
const alerts = new AlertTopic(stack, 'Alerts', { emails });
alerts.nameAsPublisher(Role.fromRoleArn(stack, 'Role', ROLE));
const template = Template.fromStack(stack);

const [policy] = Object.values(template.findResources('AWS::SNS::TopicPolicy'));
const statements: readonly Record<string, unknown>[] =
  policy?.['Properties'].PolicyDocument.Statement;

it('lets nobody publish but the role and the alarms of this account', () => {
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
    { Principal: { AWS: ROLE }, Action: 'sns:Publish', Condition: undefined },
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

it('subscribes each address', () => {
  for (const Endpoint of emails) {
    template.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint });
  }
  template.resourceCountIs('AWS::SNS::Subscription', emails.length);
});
