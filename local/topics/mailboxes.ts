// function → topic → [mailboxes]: what each topic carried, and what each subscriber received of it.
import type { SQSClient } from '@aws-sdk/client-sqs';
import { type Mail, readFiltered, readMail } from '../mail';
import { collector } from '../queue/read-queue';
import type { LocalTopic } from '../template/create-topic';
import type { SubscriptionPlan } from '../template/read-subscriptions';

/** What people and chats received so far, each oldest first. */
export interface Mailboxes {
  /** All that the topic of the alerts carried, whoever subscribed to it. */
  mails(): Promise<readonly Mail[]>;
  /** The messages of the topic of the chat, as parsed JSON; none without that topic. */
  chats(): Promise<readonly unknown[]>;
  /** The messages of the topic of the text messages; none without that topic. */
  texts(): Promise<readonly Mail[]>;
  /** What the subscriptions of this endpoint let through; throws for an endpoint without any. */
  received(endpoint: string): Promise<readonly Mail[]>;
}

/** The topics by what they carry are known from the function's environment. */
export function openMailboxes(
  sqs: SQSClient,
  topics: readonly LocalTopic[],
  subscriptions: readonly SubscriptionPlan[],
  environment: Readonly<Record<string, string>>,
): Mailboxes {
  const captured = new Map(
    topics.map(({ ref, captureQueueUrl }) => [ref, collector(sqs, captureQueueUrl)]),
  );
  const bodiesOf = async (topicArn: string | undefined): Promise<readonly string[]> =>
    (await captured.get(topicArn ?? '')?.()) ?? [];
  const mailsOf = async (topicArn: string | undefined): Promise<readonly Mail[]> =>
    (await bodiesOf(topicArn)).map(readMail);
  return {
    mails: () => mailsOf(environment.ALERTS_TOPIC_ARN),
    chats: async () =>
      (await mailsOf(environment.CHAT_TOPIC_ARN)).map(({ text }): unknown => JSON.parse(text)),
    texts: () => mailsOf(environment.SMS_TOPIC_ARN),
    async received(endpoint) {
      const own = subscriptions.filter((one) => one.endpoint === endpoint);
      if (own.length === 0) throw new Error(`nothing is subscribed for ${endpoint}`);
      const bodies = await Promise.all(
        own.map(async ({ topicArn, filter }) =>
          (await bodiesOf(topicArn)).filter((body) => filter(readFiltered(body))),
        ),
      );
      return bodies.flat().map(readMail);
    },
  };
}
