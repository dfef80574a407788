import { type Local, startLocal } from '../../local/start-local';
import { requireCode, tinyStack } from './tiny-stack';

const denied = (id: string) => ({
  source: 'aws.ec2',
  detail: { eventID: id, errorCode: 'AccessDenied' },
});

/** Logs what it receives, and fails the items whose body asks for it. */
const LOGGING = `exports.handler = async ({ Records }) => {
  console.log(JSON.stringify(Records));
  return { batchItemFailures: Records.filter(({ body }) => body.includes('poison'))
    .map(({ messageId }) => ({ itemIdentifier: messageId })) };
};`;

let local: Local;
afterEach(() => local.stop());

async function start(...stack: Parameters<typeof tinyStack>): Promise<Local> {
  return (local = await startLocal(tinyStack(...stack)));
}

/** The batches a logging handler received. */
function batches(): { body: string; attributes: { ApproximateReceiveCount: string } }[][] {
  return local
    .log()
    .trim()
    .split('\n')
    .filter((line) => line.startsWith('['))
    .map((line) => JSON.parse(line));
}

describe('the rule', () => {
  test('keeps back an event that its pattern does not match, and says where', async () => {
    await start(LOGGING);
    const event = { source: 'aws.ec2', detail: { errorCode: 'Client.DryRunOperation' } };
    await expect(local.put(event)).resolves.toEqual({
      matched: false,
      mismatches: [{ path: 'detail.errorCode', values: ['Client.DryRunOperation'] }],
      refusals: [],
    });
    expect(await local.queueDepth()).toBe(0);
  });

  test('keeps everything back when it is disabled', async () => {
    await start(LOGGING, { Rule: { State: 'DISABLED' } });
    await expect(local.put(denied('a'))).resolves.toMatchObject({ matched: false, mismatches: [] });
  });

  test('sends an event that matches into the queue', async () => {
    await start(LOGGING);
    await expect(local.put(denied('a'))).resolves.toMatchObject({ matched: true });
    expect(await local.queueDepth()).toBe(1);
  });
});

describe('the queue', () => {
  test('gives a poisonous item up after as many receives as the template says', async () => {
    await start(LOGGING);
    for (const body of ['good 1', 'poison', 'good 2', 'good 3']) await local.enqueue(body);
    await local.settle();
    const receives = batches()
      .flat()
      .filter(({ body }) => body === 'poison')
      .map(({ attributes }) => attributes.ApproximateReceiveCount);
    expect(receives).toEqual(['1', '2', '3']);
    expect(await local.deadLetters()).toEqual(['poison']);
    expect(await local.queueDepth()).toBe(0);
  });

  test('gives a whole batch back when the function throws', async () => {
    await start('exports.handler = async () => { throw new TypeError("broken"); };');
    await local.put(denied('a'));
    await local.put(denied('b'));
    await local.settle();
    expect(await local.deadLetters()).toHaveLength(2);
    expect(local.failures()).toEqual(Array(3).fill('TypeError: broken'));
  });

  test('hands over batches of the size in the template, in the shape of Lambda', async () => {
    await start(LOGGING);
    for (const id of ['a', 'b', 'c', 'd']) await local.put(denied(id));
    await local.settle();
    expect(batches().map((batch) => batch.length)).toEqual([3, 1]);
    expect(batches()[0]?.[0]).toEqual({
      messageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      receiptHandle: expect.any(String),
      body: JSON.stringify(denied('a')),
      attributes: {
        ApproximateReceiveCount: '1',
        SentTimestamp: expect.stringMatching(/^\d{13}$/),
        SenderId: expect.any(String),
        ApproximateFirstReceiveTimestamp: expect.stringMatching(/^\d{13}$/),
      },
      messageAttributes: {},
      md5OfBody: expect.stringMatching(/^[0-9a-f]{32}$/),
      eventSource: 'aws:sqs',
      eventSourceARN: expect.stringMatching(/^arn:aws:sqs:us-east-1:\d{12}:Queue$/),
      awsRegion: 'us-east-1',
    });
  });
});

describe('the function', () => {
  const sdk = (client: string, send: string) => `
    const sdk = ${requireCode(client)};
    exports.handler = async () => {
      try { await ${send}; console.log('[]'); }
      catch (error) { console.log(error.name + ': ' + error.message); }
    };`;
  const publish = (Subject: string, TopicArn = 'process.env.ALERTS_TOPIC_ARN') =>
    sdk(
      '@aws-sdk/client-sns',
      `new sdk.SNSClient({}).send(new sdk.PublishCommand({
        TopicArn: ${TopicArn}, Subject: ${JSON.stringify(Subject)}, Message: 'text',
        MessageAttributes: { reason: { DataType: 'String', StringValue: 'NO_ALLOW' } } }))`,
    );
  const write = (command: string, key: string) =>
    sdk(
      '@aws-sdk/client-dynamodb',
      `new sdk.DynamoDBClient({}).send(new sdk.${command}({
        TableName: process.env.TABLE_NAME, ${key} }))`,
    );
  const ITEM = "Item: { pk: { S: 'x' }, expiresAt: { N: '5' } }";

  const settleOne = async (source: string) => {
    await start(source);
    await local.enqueue('{}');
    await local.settle();
  };

  test('is refused what its role does not allow, in the words of the service', async () => {
    await settleOne(write('DeleteItemCommand', "Key: { pk: { S: 'x' } }"));
    expect(local.log()).toContain(
      'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/Role/Function is not authorized to perform: dynamodb:DeleteItem on resource: arn:aws:dynamodb:us-east-1:111122223333:table/Denials because no identity-based policy allows the dynamodb:DeleteItem action',
    );
    expect(local.calls()).toMatchObject([{ decision: 'implicit-deny', status: 400 }]);
  });

  test('is refused a topic its role does not name', async () => {
    const other = "'arn:aws:sns:us-east-1:000000000000:Other'";
    await settleOne(publish('Role ci may not launch', other));
    expect(local.log()).toMatch(/^AuthorizationError(Exception)?: User: /);
  });

  test.each([
    ['of 100 characters', 'x'.repeat(100)],
    ['with a line break', 'one\ntwo'],
    ['with characters outside ASCII', 'a × b'],
  ])('is refused a subject %s, as SNS refuses it', async (_name, subject) => {
    await settleOne(publish(subject));
    expect(local.log()).toContain('InvalidParameter');
    expect(await local.mails()).toEqual([]);
  });

  test('is refused an item without the key of the table', async () => {
    await settleOne(write('PutItemCommand', "Item: { id: { S: 'x' } }"));
    expect(local.log()).toContain('ValidationException');
  });

  test('publishes an e-mail that arrives with its subject and attributes', async () => {
    await settleOne(publish('Role ci may not launch'));
    expect(await local.mails()).toEqual([
      {
        topicArn: expect.stringMatching(/:Alerts$/),
        subject: 'Role ci may not launch',
        text: 'text',
        attributes: { reason: 'NO_ALLOW' },
      },
    ]);
    expect(await local.mails()).toHaveLength(1);
  });

  test('stores items, and each call is recorded with its resource', async () => {
    await settleOne(write('PutItemCommand', ITEM));
    expect(await local.items()).toMatchObject([{ table: 'Denials', expiresAt: 5 }]);
    expect(local.calls()).toEqual([
      {
        by: 'Function',
        account: '111122223333',
        action: 'dynamodb:PutItem',
        resource: 'arn:aws:dynamodb:us-east-1:111122223333:table/Denials',
        region: 'us-east-1',
        decision: 'allowed',
        status: 200,
      },
    ]);
  });
});
