// remembered → [alert]: the SNS topic that people subscribe to.
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { Email } from '../core/alert/email';

/** Opens the topic; what is published is sent to every confirmed e-mail subscription. */
export function alertTopic(topicArn: string) {
  const client = new SNSClient({});
  return async ({ subject, body }: Email): Promise<void> => {
    await client.send(new PublishCommand({ TopicArn: topicArn, Subject: subject, Message: body }));
  };
}
