import { Match } from 'aws-cdk-lib/assertions';
import { functionOf, templateOf } from './stand-in';

const template = templateOf();
const [queue] = Object.keys(
  template.findResources('AWS::SQS::Queue', { Properties: { VisibilityTimeout: 180 } }),
);

it('reserves no concurrency, and bounds it in the event source mapping', () => {
  template.hasResourceProperties('AWS::Lambda::Function', {
    Handler: 'index.handler',
    ReservedConcurrentExecutions: Match.absent(),
  });
  template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    EventSourceArn: { 'Fn::GetAtt': [queue, 'Arn'] },
    FunctionName: { Ref: functionOf(template, 'handler').id },
    BatchSize: 10,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    ScalingConfig: { MaximumConcurrency: 5 },
  });
});

it('stops after half a minute', () => {
  expect(functionOf(template, 'handler').properties['Timeout']).toBe(30);
});
