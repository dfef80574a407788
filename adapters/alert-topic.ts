// grouped → [alert]: a topic that people subscribe to.
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { Message } from '../core/alert/messages';

/** Bounds for one request, so that a hanging endpoint costs one try and not the whole timeout. */
const BOUNDS = { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true };

/** Opens a topic; what is published is sent to every confirmed subscription whose filter it matches. */
export function alertTopic(topicArn: string): (message: Message) => Promise<void> {
  const client = new SNSClient({ requestHandler: BOUNDS });
  return async ({ subject, body, attributes }) => {
    await client.send(
      new PublishCommand({
        TopicArn: topicArn,
        ...(subject === null ? {} : { Subject: subject }),
        Message: body,
        MessageAttributes: attributes,
      }),
    );
  };
}
