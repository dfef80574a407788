// synthesized template → [topics] → SNS emulator, each with a queue that catches its e-mails
import { CreateTopicCommand, type SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Address } from './addresses';
import { arnOf } from './create-queues';
import type { TemplateResource } from './template';

/** A topic, and the queue that receives what its e-mail subscribers would. */
export interface LocalTopic extends Address {
  readonly id: string;
  readonly captureQueueUrl: string;
}

/** Creates a topic; its `Ref` is its ARN. */
export async function createTopic(
  sns: SNSClient,
  sqs: SQSClient,
  { id }: TemplateResource,
): Promise<LocalTopic> {
  const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: id }));
  const capture = new CreateQueueCommand({ QueueName: `${id.slice(0, 70)}-Capture` });
  const { QueueUrl: captureQueueUrl = '' } = await sqs.send(capture);
  // Not raw: the envelope holds the subject and the message attributes.
  const Endpoint = await arnOf(sqs, captureQueueUrl);
  await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint }));
  return { id, captureQueueUrl, ref: TopicArn, attributes: { TopicArn, TopicName: id } };
}
