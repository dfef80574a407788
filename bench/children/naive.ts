// The design without groups, for comparison: each denial is decoded, explained, stored and published.
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { stsDecoder } from '../../adapters/sts-decoder';
import { alertEmail } from '../../core/alert/email';
import { explained } from '../../core/batch/explained';
import type { BatchPorts } from '../../core/batch/ports';
import { readItems } from '../../core/batch/read-items';

const dynamodb = new DynamoDBClient({});
const sns = new SNSClient({});
const ask = stsDecoder('eu-west-1');
const decode: BatchPorts['decode'] = (message, { region }) => ask(message, region);
const accountName = () => Promise.resolve(null);

/** Takes a batch as the deployed function does. */
export async function handler({
  Records,
}: {
  readonly Records: readonly { readonly messageId: string; readonly body: string }[];
}) {
  const items = Records.map(({ messageId: id, body }) => ({ id, body }));
  for (const { eventId, ...denial } of readItems(items, null).denials) {
    const now = () => new Date().toISOString();
    const { explanation } = await explained(denial, '', {
      decode,
      simulate: null,
      accountName,
      now,
    });
    const Item = { pk: { S: eventId }, explanation: { S: JSON.stringify(explanation) } };
    await dynamodb.send(
      new PutItemCommand({
        TableName: process.env['TABLE_NAME'],
        Item: { ...Item, sk: { S: 'x' } },
      }),
    );
    const seen = { count: 1, heldBack: 0, since: now(), lastSeen: now() };
    const alert = { kind: 'new', fingerprint: eventId, explanation, ...seen } as const;
    const { subject, body } = alertEmail(alert, { privacy: 'full' });
    const TopicArn = process.env['ALERTS_TOPIC_ARN'];
    await sns.send(new PublishCommand({ TopicArn, Subject: subject, Message: body }));
  }
  return { batchItemFailures: [] };
}
