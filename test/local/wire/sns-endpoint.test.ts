import { PublishCommand, type PublishCommandInput, SNSClient } from '@aws-sdk/client-sns';
import { type Loopback, startLoopback } from '../../../local/wire/loopback';
import { startSnsEndpoint } from '../../../local/wire/sns-endpoint';
import { xmlResult } from '../../../local/wire/xml';

const ACCOUNT = '111122223333';
const KEY = 'ASIAIOSFODNN7EXAMPLE';
const TOPIC = `arn:aws:sns:us-east-1:${ACCOUNT}:Alerts`;

let passed: number;
let upstream: Loopback;
let sns: Loopback;
let client: SNSClient;

beforeAll(async () => {
  upstream = await startLoopback(async () => {
    passed += 1;
    return xmlResult(
      'http://sns.amazonaws.com/doc/2010-03-31/',
      'Publish',
      '<MessageId>1</MessageId>',
    );
  });
  const caller = { accessKeyId: KEY, session: 'r/f', accountIn: () => ACCOUNT };
  sns = await startSnsEndpoint(
    upstream.url,
    { ...caller, decide: () => 'allowed' },
    () => undefined,
  );
  const credentials = { accessKeyId: KEY, secretAccessKey: 'secret' };
  client = new SNSClient({ endpoint: sns.url, region: 'us-east-1', credentials });
});

beforeEach(() => void (passed = 0));

afterAll(async () => {
  client.destroy();
  await Promise.all([sns.stop(), upstream.stop()]);
});

const send = (changed: Partial<PublishCommandInput>) =>
  client.send(new PublishCommand({ TopicArn: TOPIC, Message: 'text', ...changed }));
const attribute = (StringValue: string, DataType = 'String', name = 'kind') => ({
  MessageAttributes: { [name]: { DataType, StringValue } },
});

describe('a message is refused', () => {
  test.each<[string, Partial<PublishCommandInput>, string]>([
    ['without a text', { Message: '' }, 'Empty message'],
    ['with a subject of 100 characters', { Subject: 'x'.repeat(100) }, 'Subject'],
    ['with a subject that begins with a space', { Subject: ' x' }, 'Subject'],
    ['with a byte too many', { Message: 'é'.repeat(131_072) + 'x' }, 'Message too long'],
    [
      'with attributes that are the byte too many',
      { Message: 'x'.repeat(262_144 - 10), ...attribute('x') },
      'Message too long',
    ],
    ['with an attribute without a value', attribute(''), "'kind' must contain a non-empty value"],
    ['with an attribute of another type', attribute('x', 'Text'), "'kind' has an invalid type"],
    ['with a list that is none', attribute('a,b', 'String.Array'), 'is not valid for String.Array'],
    ['with a list of lists', attribute('[["a"]]', 'String.Array'), 'is not valid for String.Array'],
    ['with a number that is none', attribute('five', 'Number'), 'is not valid for Number'],
    ['with a surrogate pair in an attribute', attribute('a 🚀'), 'contains invalid characters'],
    ['with a name of an attribute that is none', attribute('x', 'String', 'a b'), "'a b' is not"],
  ])('%s', async (_name, changed, message) => {
    await expect(send(changed)).rejects.toMatchObject({
      name: expect.stringMatching(/^InvalidParameter(Value)?Exception$/),
      message: expect.stringContaining(message),
      $metadata: { httpStatusCode: 400 },
    });
    expect(passed).toBe(0);
  });
});

describe('a message passes', () => {
  test.each<[string, Partial<PublishCommandInput>]>([
    ['with the longest text', { Message: 'é'.repeat(131_072) }],
    ['with the longest attributes', { Message: 'x'.repeat(262_144 - 11), ...attribute('x') }],
    ['with the longest subject', { Subject: 'x'.repeat(99) }],
    ['with a surrogate pair in its text', { Message: 'a 🚀' }],
    ['with a list', attribute('["a",1,true,null]', 'String.Array')],
    ['with a number', attribute('-1.5', 'Number')],
    ['with characters outside ASCII', attribute('a × b é')],
    [
      'with a binary value',
      { MessageAttributes: { blob: { DataType: 'Binary', BinaryValue: Buffer.from('a') } } },
    ],
  ])('%s', async (_name, changed) => {
    await expect(send(changed)).resolves.toMatchObject({ MessageId: '1' });
    expect(passed).toBe(1);
  });
});
