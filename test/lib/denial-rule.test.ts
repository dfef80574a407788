import { Match, Template } from 'aws-cdk-lib/assertions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Stack } from 'aws-cdk-lib/core';
import { DenialRule } from '../../lib';

const stack = new Stack();
const queue = new Queue(stack, 'Queue');
new DenialRule(stack, 'Denied', { queue, operations: ['RunInstances', 'ModifyFleet'] });
const template = Template.fromStack(stack);

const fromTheRule = {
  ArnEquals: { 'aws:SourceArn': stack.resolve({ 'Fn::GetAtt': [logicalId(), 'Arn'] }) },
};

function logicalId(): string {
  return Object.keys(template.findResources('AWS::Events::Rule'))[0] ?? '';
}

it('matches nothing but denials of the operations', () => {
  template.hasResourceProperties('AWS::Events::Rule', {
    State: 'ENABLED',
    EventBusName: Match.absent(),
    EventPattern: {
      source: ['aws.ec2', 'launch-denied.test'],
      'detail-type': ['AWS API Call via CloudTrail'],
      detail: {
        eventSource: ['ec2.amazonaws.com'],
        errorCode: [
          'Client.UnauthorizedOperation',
          'UnauthorizedOperation',
          'AccessDenied',
          'AccessDeniedException',
        ],
        eventName: ['RunInstances', 'ModifyFleet'],
      },
    },
  });
});

it('lets EventBridge write for this rule only, to the queue and to the dead-letter queue', () => {
  const allowed = Object.values(template.findResources('AWS::SQS::QueuePolicy'))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
    .filter(({ Effect }) => Effect === 'Allow');
  expect(allowed).toHaveLength(2);
  for (const { Principal, Condition } of allowed) {
    expect(Principal).toEqual({ Service: 'events.amazonaws.com' });
    expect(Condition).toEqual(fromTheRule);
  }
});

it('keeps what it could not deliver for 14 days, under a key of SQS', () => {
  template.hasResourceProperties('AWS::Events::Rule', {
    Targets: [
      { DeadLetterConfig: { Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('Dead'), 'Arn'] } } },
    ],
  });
  template.hasResourceProperties('AWS::SQS::Queue', {
    MessageRetentionPeriod: 1_209_600,
    SqsManagedSseEnabled: true,
  });
});
