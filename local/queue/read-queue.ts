// queue → function: looks into queues from outside.
import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

/** Takes all messages of a queue, oldest first. */
async function takeAll(sqs: SQSClient, QueueUrl: string): Promise<readonly Message[]> {
  const taken: Message[] = [];
  for (;;) {
    const command = new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: 10,
      MessageAttributeNames: ['All'],
    });
    const { Messages = [] } = await sqs.send(command);
    if (Messages.length === 0) return taken;
    for (const message of Messages) {
      taken.push(message);
      const { ReceiptHandle } = message;
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    }
  }
}

/** Takes what a queue received since, and returns all it ever received. */
export function messageCollector(
  sqs: SQSClient,
  queueUrl: string,
): () => Promise<readonly Message[]> {
  const all: Message[] = [];
  return async () => {
    all.push(...(await takeAll(sqs, queueUrl)));
    return all;
  };
}

/** The same with the bodies of the messages alone. */
export function collector(sqs: SQSClient, queueUrl: string): () => Promise<readonly string[]> {
  const collect = messageCollector(sqs, queueUrl);
  return async () => (await collect()).map(({ Body = '' }) => Body);
}

/** Messages in a queue, those that are being worked on included. */
export async function queueDepth(sqs: SQSClient, QueueUrl: string): Promise<number> {
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl,
      AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
    }),
  );
  return Object.values(Attributes).reduce((sum, count) => sum + Number(count), 0);
}
