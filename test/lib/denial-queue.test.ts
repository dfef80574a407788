import { Template } from 'aws-cdk-lib/assertions';
import { Duration, Stack } from 'aws-cdk-lib/core';
import { DenialQueue } from '../../lib';

const stack = new Stack();
const denials = new DenialQueue(stack, 'Denials', { functionTimeout: Duration.seconds(20) });
const template = Template.fromStack(stack);

it('uses no key of KMS, under which EventBridge could not write', () => {
  const queues = Object.values(template.findResources('AWS::SQS::Queue'));
  expect(queues).toHaveLength(2);
  for (const { Properties } of queues) {
    expect(Properties.SqsManagedSseEnabled).toBe(true);
    expect(Properties.KmsMasterKeyId).toBeUndefined();
  }
});

it('refuses requests without TLS, on both queues', () => {
  const policies = Object.values(template.findResources('AWS::SQS::QueuePolicy'));
  expect(policies).toHaveLength(2);
  for (const { Properties } of policies) {
    expect(Properties.PolicyDocument.Statement).toMatchObject([
      { Effect: 'Deny', Action: 'sqs:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    ]);
  }
});

it('hides a batch for six timeouts, and sets a denial aside after five receives', () => {
  template.hasResourceProperties('AWS::SQS::Queue', {
    VisibilityTimeout: 120,
    RedrivePolicy: { maxReceiveCount: 5 },
  });
  expect(denials.maxReceives).toBe(5);
});

it('keeps denials for 14 days, in both queues', () => {
  template.resourcePropertiesCountIs('AWS::SQS::Queue', { MessageRetentionPeriod: 1_209_600 }, 2);
});
