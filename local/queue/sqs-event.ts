// queue → [batch] → function: SQS messages in the shape Lambda hands them over.
// @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
import type { Message, MessageAttributeValue } from '@aws-sdk/client-sqs';
import type { SQSEvent, SQSMessageAttribute, SQSRecord } from 'aws-lambda';

/** Makes the event of one batch. */
export function sqsEvent(messages: readonly Message[], queueArn: string): SQSEvent {
  const [, , , awsRegion = ''] = queueArn.split(':');
  return { Records: messages.map((message) => recordOf(message, queueArn, awsRegion)) };
}

function recordOf(message: Message, eventSourceARN: string, awsRegion: string): SQSRecord {
  const { ApproximateReceiveCount, SentTimestamp, SenderId, ApproximateFirstReceiveTimestamp } =
    message.Attributes ?? {};
  return {
    messageId: message.MessageId ?? '',
    receiptHandle: message.ReceiptHandle ?? '',
    body: message.Body ?? '',
    attributes: {
      ApproximateReceiveCount: ApproximateReceiveCount ?? '',
      SentTimestamp: SentTimestamp ?? '',
      SenderId: SenderId ?? '',
      ApproximateFirstReceiveTimestamp: ApproximateFirstReceiveTimestamp ?? '',
    },
    messageAttributes: Object.fromEntries(
      Object.entries(message.MessageAttributes ?? {}).map(([name, value]) => [
        name,
        attributeOf(value),
      ]),
    ),
    md5OfBody: message.MD5OfBody ?? '',
    eventSource: 'aws:sqs',
    eventSourceARN,
    awsRegion,
  };
}

function attributeOf({ StringValue, DataType = '' }: MessageAttributeValue): SQSMessageAttribute {
  return {
    ...(StringValue === undefined ? {} : { stringValue: StringValue }),
    stringListValues: [],
    binaryListValues: [],
    dataType: DataType,
  };
}
