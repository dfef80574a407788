// A bundle that makes the AWS calls it is told to: the handler those of its messages, the sweep one query.
import type { Local } from '../../local/start-local';
import { requireCode } from './tiny-stack';

/** Prints what each call ended with, a line of JSON each; a call that fails fails its message. */
export const CALLING = `
  const sdks = {
    DynamoDB: ${requireCode('@aws-sdk/client-dynamodb')},
    EventBridge: ${requireCode('@aws-sdk/client-eventbridge')},
    SNS: ${requireCode('@aws-sdk/client-sns')},
  };
  async function call({ service, command, input }) {
    const sdk = sdks[service];
    const client = new sdk[service + 'Client']({ maxAttempts: 1 });
    try {
      const { $metadata, ...output } = await client.send(new sdk[command + 'Command'](input));
      console.log(JSON.stringify({ command, output }));
    } catch ({ name, message }) {
      console.log(JSON.stringify({ command, name, message }));
      throw new Error(name);
    }
  }
  exports.handler = async ({ Records }) => {
    const batchItemFailures = [];
    for (const { body, messageId, attributes } of Records) {
      console.log(JSON.stringify({ receives: attributes.ApproximateReceiveCount }));
      try { await call(JSON.parse(body)); }
      catch { batchItemFailures.push({ itemIdentifier: messageId }); }
    }
    return { batchItemFailures };
  };
  exports.sweep = async (event) => {
    console.log(JSON.stringify({ swept: event, key: process.env.AWS_ACCESS_KEY_ID }));
    await call({ service: 'DynamoDB', command: 'Query', input: {
      TableName: process.env.TABLE_NAME, KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: 'x' } }, ...event } });
  };`;

/** A call of the handler. */
export interface ToldCall {
  readonly service: 'DynamoDB' | 'EventBridge' | 'SNS';
  readonly command: string;
  readonly input: object;
}

/** What the bundle printed, line by line. */
export function printed(local: Local): readonly Readonly<Record<string, unknown>>[] {
  return local
    .log()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}

/** Lets the handler make a call, and returns what it printed meanwhile. */
export async function tell(local: Local, call: ToldCall): Promise<ReturnType<typeof printed>> {
  const before = printed(local).length;
  await local.enqueue(JSON.stringify(call));
  await local.settle();
  return printed(local).slice(before);
}

/** Stores an item. */
export const PUT_ITEM: ToldCall = {
  service: 'DynamoDB',
  command: 'PutItem',
  input: { TableName: 'Denials', Item: { pk: { S: 'x' } } },
};

/** Publishes to a topic of the tiny stack. */
export const publish = (topic: string, input: object): ToldCall => ({
  service: 'SNS',
  command: 'Publish',
  input: { TopicArn: `arn:aws:sns:us-east-1:000000000000:${topic}`, Message: 'text', ...input },
});

/** Puts events on the bus. */
export const putEvents = (...Entries: readonly object[]): ToldCall => ({
  service: 'EventBridge',
  command: 'PutEvents',
  input: { Entries },
});
