import { templateOf } from './stand-in';

const template = templateOf();
const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm'));
const [topic] = Object.keys(template.findResources('AWS::SNS::Topic'));

function words(description: { readonly 'Fn::Join': [string, unknown[]] }): string {
  return description['Fn::Join'][1].map((part) => (typeof part === 'string' ? part : 'x')).join('');
}

it('stays calm where nothing happens', () => {
  for (const { Properties } of alarms) expect(Properties.TreatMissingData).toBe('notBreaching');
});

it('watches both dead-letter queues, the errors of the function and the oldest denial', () => {
  const watched = alarms.map(({ Properties: { MetricName, Statistic, Threshold } }) => [
    MetricName,
    Statistic,
    Threshold,
  ]);
  expect(watched).toEqual([
    ['ApproximateNumberOfMessagesVisible', 'Maximum', 0],
    ['ApproximateNumberOfMessagesVisible', 'Maximum', 0],
    ['Errors', 'Sum', 0],
    ['ApproximateAgeOfOldestMessage', 'Maximum', 900],
  ]);
  const dimensions = alarms.map(({ Properties }) => JSON.stringify(Properties.Dimensions));
  expect(new Set(dimensions).size).toBe(alarms.length);
});

it('publishes each alarm to the alerts', () => {
  for (const { Properties } of alarms) expect(Properties.AlarmActions).toEqual([{ Ref: topic }]);
});

it('tells in each alarm what happened and what to do, within the length CloudWatch takes', () => {
  for (const { Properties } of alarms) {
    const description = words(Properties.AlarmDescription);
    expect(description).toMatch(/^[A-Z][^.]+\. .*Next steps: .+\.$/s);
    expect(description.length).toBeLessThan(600);
  }
});
