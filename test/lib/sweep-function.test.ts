import { Match } from 'aws-cdk-lib/assertions';
import { functionOf, templateOf } from './stand-in';

const template = templateOf();
const sweep = functionOf(template, 'sweep');
const arn = { 'Fn::GetAtt': [sweep.id, 'Arn'] };

const [invoker = '', invokerRole = {}] =
  Object.entries(template.findResources('AWS::IAM::Role')).find(([, role]) =>
    JSON.stringify(role).includes('scheduler.amazonaws.com'),
  ) ?? [];

it('is invoked every five minutes, with nothing to say', () => {
  template.resourceCountIs('AWS::Scheduler::Schedule', 1);
  template.hasResourceProperties('AWS::Scheduler::Schedule', {
    ScheduleExpression: 'rate(5 minutes)',
    State: 'ENABLED',
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: {
      Arn: arn,
      Input: Match.absent(),
      RoleArn: { 'Fn::GetAtt': [invoker, 'Arn'] },
      RetryPolicy: { MaximumEventAgeInSeconds: 300, MaximumRetryAttempts: 1 },
      DeadLetterConfig: Match.absent(),
    },
  });
});

it('is not tried again by Lambda, as the next sweep does it all', () => {
  template.resourceCountIs('AWS::Lambda::EventInvokeConfig', 1);
  template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
    FunctionName: { Ref: sweep.id },
    MaximumRetryAttempts: 0,
    MaximumEventAgeInSeconds: 300,
  });
});

it('ends before the next one begins, without reserved concurrency', () => {
  expect(sweep.properties['Timeout']).toBe(120);
  expect(sweep.properties['ReservedConcurrentExecutions']).toBeUndefined();
});

it('is invoked by a role that may do nothing else, for the schedules of this account alone', () => {
  const { AssumeRolePolicyDocument, Policies, ManagedPolicyArns } = invokerRole['Properties'];
  expect(ManagedPolicyArns).toBeUndefined();
  expect(Policies).toHaveLength(1);
  expect(Policies[0].PolicyDocument.Statement).toEqual([
    { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: arn },
  ]);
  expect(AssumeRolePolicyDocument.Statement).toMatchObject([
    {
      Principal: { Service: 'scheduler.amazonaws.com' },
      Condition: {
        StringEquals: {
          'aws:SourceAccount': { Ref: 'AWS::AccountId' },
          'aws:SourceArn': {
            'Fn::Join': ['', expect.arrayContaining([':schedule-group/default'])],
          },
        },
      },
    },
  ]);
});
