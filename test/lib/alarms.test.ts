import { EVERYBODY, functionOf, templateOf, topicOf } from './stand-in';

const template = templateOf(EVERYBODY);
const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm'));

function words(description: { readonly 'Fn::Join': [string, unknown[]] }): string {
  return description['Fn::Join'][1].map((part) => (typeof part === 'string' ? part : 'x')).join('');
}

function watchedBy(of: readonly (typeof alarms)[number][]) {
  return of.map(
    ({ Properties: { MetricName, Statistic, ComparisonOperator, Threshold, Period } }) => [
      MetricName,
      Statistic,
      ComparisonOperator === 'GreaterThanThreshold' ? '>' : '<=',
      Threshold,
      Period,
    ],
  );
}

const ALWAYS = [
  ['ApproximateNumberOfMessagesVisible', 'Maximum', '>', 0, 300],
  ['ApproximateNumberOfMessagesVisible', 'Maximum', '>', 0, 300],
  ['Errors', 'Sum', '>', 0, 300],
  ['ApproximateAgeOfOldestMessage', 'Maximum', '>', 900, 300],
  ['Errors', 'Sum', '>', 1, 900],
  ['Invocations', 'Sum', '<=', 0, 900],
];

it('stays calm where nothing happens, but for the sweep, which always happens', () => {
  const loud = alarms.filter(({ Properties }) => Properties.TreatMissingData !== 'notBreaching');
  expect(loud.map(({ Properties }) => Properties)).toMatchObject([
    {
      TreatMissingData: 'breaching',
      MetricName: 'Invocations',
      Dimensions: [{ Name: 'FunctionName', Value: { Ref: functionOf(template, 'sweep').id } }],
    },
  ]);
});

it('watches both dead-letter queues, the functions, the oldest denial and the sweeps', () => {
  expect(watchedBy(Object.values(templateOf().findResources('AWS::CloudWatch::Alarm')))).toEqual(
    ALWAYS,
  );
  const dimensions = alarms.map(({ Properties: { MetricName, Dimensions } }) =>
    JSON.stringify([MetricName, Dimensions]),
  );
  expect(new Set(dimensions).size).toBe(alarms.length);
});

it('watches what each topic delivers that does not only send e-mail', () => {
  const failed = ['NumberOfNotificationsFailed', 'Sum', '>', 0, 300];
  expect(watchedBy(alarms)).toEqual([...ALWAYS, failed, failed, failed]);
  const topics = alarms
    .slice(ALWAYS.length)
    .map(({ Properties }) => Properties.Dimensions[0].Value);
  const ids = (['Alerts', 'Chat', 'Texts'] as const).map((one) => topicOf(template, one));
  expect(topics).toEqual(ids.map((id) => ({ 'Fn::GetAtt': [id, 'TopicName'] })));
});

it('costs nothing more where all subscriptions are e-mail', () => {
  const { emails } = EVERYBODY;
  const filter = { action: ['iam:PassRole'] };
  const mails = templateOf({
    emails,
    subscriptions: [{ protocol: 'email', endpoint: 'iam@example.com', filter }],
  });
  mails.resourceCountIs('AWS::CloudWatch::Alarm', ALWAYS.length);
});

it('publishes each alarm to the alerts', () => {
  for (const { Properties } of alarms)
    expect(Properties.AlarmActions).toEqual([{ Ref: topicOf(template, 'Alerts') }]);
});

it('tells in each alarm what happened and what to do, within the length CloudWatch takes', () => {
  for (const { Properties } of alarms) {
    const description = words(Properties.AlarmDescription);
    expect(description).toMatch(/^[A-Z][^.]+\. .*Next steps: .+\.$/s);
    expect(description.length).toBeLessThan(600);
  }
});
