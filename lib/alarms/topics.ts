// alerts: [watched] for what SNS could not deliver.
import type { AlertTopic } from '../alert-topic';
import { PERIOD, type Watch, type Watched } from './watch';

/**
 * The alarms about deliveries, for topics that do not only send e-mail: an account may have spent what
 * it allows for text messages, an endpoint may refuse. An e-mail that bounces would be the alarm itself.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-monitoring-using-cloudwatch.html
 */
export function topicWatches({ topics, settings }: Watched): Readonly<Record<string, Watch>> {
  const { alerts, chat, texts } = topics;
  const isMixed = settings.subscriptions.some(({ protocol }) => isMachine(protocol));
  return {
    ...(isMixed ? { UndeliveredAlerts: undelivered(alerts, ENDPOINTS) } : {}),
    ...(chat === undefined ? {} : { UndeliveredChat: undelivered(chat, CHANNELS) }),
    ...(texts === undefined ? {} : { UndeliveredTexts: undelivered(texts, NUMBERS) }),
  };
}

function isMachine(protocol: string): boolean {
  return ['https', 'sqs', 'lambda'].includes(protocol);
}

const ENDPOINTS = [
  'an endpoint, a queue or a function that is subscribed',
  'check that each subscribed endpoint answers, and that each queue and function lets the topic send to it.',
];
const CHANNELS = [
  'Amazon Q Developer in chat applications',
  'check that its configuration of each channel exists and its application is a member of the channel.',
];
const NUMBERS = [
  'a telephone number',
  'look at what this account allows itself for text messages in a month, and at the numbers that opted out.',
];

function undelivered({ topic }: AlertTopic, [receiver, step]: readonly string[]): Watch {
  return {
    metric: topic.metricNumberOfNotificationsFailed({ period: PERIOD, statistic: 'Sum' }),
    calm: 0,
    description: [
      `SNS could not deliver messages of the topic ${topic.topicName} to ${receiver}.`,
      'Other subscribers received them, and each alert is in the table.',
      `Next steps: ${step}`,
    ].join(' '),
  };
}
