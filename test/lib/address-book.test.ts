import { addressBookName } from '../../lib';
import { templateOf } from './stand-in';

const template = templateOf();
const [parameter = {}] = Object.values(template.findResources('AWS::SSM::Parameter'));

it('lies under the name of the stack', () => {
  expect(parameter['Properties'].Name).toBe('/launch-denied/LaunchDenied');
  expect(addressBookName('Denials')).toBe('/launch-denied/Denials');
});

it('lists all a command needs, as JSON', () => {
  const [, parts] = parameter['Properties'].Value['Fn::Join'];
  const text = parts.map((part: string | { Ref: string }) =>
    typeof part === 'string' ? part : part.Ref,
  );
  const types = template.toJSON()['Resources'];
  const listed: Record<string, string> = JSON.parse(text.join(''));
  expect(listed['version']).toMatch(/^\d+\.\d+\.\d+/);
  const { version: _, ...addresses } = listed;
  expect(
    Object.fromEntries(Object.entries(addresses).map(([name, id]) => [name, types[id].Type])),
  ).toEqual({
    ruleName: 'AWS::Events::Rule',
    ruleDeadLetterQueueUrl: 'AWS::SQS::Queue',
    queueUrl: 'AWS::SQS::Queue',
    deadLetterQueueUrl: 'AWS::SQS::Queue',
    functionName: 'AWS::Lambda::Function',
    tableName: 'AWS::DynamoDB::GlobalTable',
    alertsTopicArn: 'AWS::SNS::Topic',
  });
});
