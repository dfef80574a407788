// doctor → [queue]: who may write to a queue, under which key, and how much waits in it.
import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Answer } from '../../core/doctor/check';
import type { Queue } from '../../core/doctor/queue';
import { askAbout } from './ask';

/** Null is a queue that does not exist. @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html */
export function askQueue(sqs: SQSClient, url: string): Promise<Answer<Queue | null>> {
  return askAbout('sqs:GetQueueAttributes', 'QueueDoesNotExist', async () => {
    const { Attributes = {} } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] }),
    );
    return {
      url,
      arn: Attributes['QueueArn'] ?? '',
      policy: Attributes['Policy'] || null,
      kmsKey: Attributes['KmsMasterKeyId'] || null,
      waiting: Number(Attributes['ApproximateNumberOfMessages'] ?? 0),
      inFlight: Number(Attributes['ApproximateNumberOfMessagesNotVisible'] ?? 0),
    };
  });
}
