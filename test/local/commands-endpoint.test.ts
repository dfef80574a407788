import { request } from 'node:http';
import { findAddressBook } from '../../adapters/address-book';
import { callerArn } from '../../adapters/caller';
import { startCommandsEndpoint } from '../../local/commands-endpoint';
import { type Loopback, startLoopback } from '../../local/wire/loopback';

const CALLER = 'arn:aws:iam::111122223333:user/a&b';
const GET_PARAMETER = { 'x-amz-target': 'AmazonSSM.GetParameter' };
const SCAN = { 'x-amz-target': 'DynamoDB_20120810.Scan' };

let forwarded: string[];
let emulator: Loopback;
let endpoint: Loopback;

beforeAll(async () => {
  emulator = await startLoopback(async ({ headers }) => {
    forwarded.push(String(headers['x-amz-target']));
    return { status: 200, headers: {}, body: '{"from":"the emulator"}' };
  });
  endpoint = await startCommandsEndpoint({
    dynamodbUrl: emulator.url,
    stackName: 'LaunchDenied',
    addressBook: { tableName: 'Table', alertsTopicArn: 'arn:aws:sns:a' },
    callerArn: CALLER,
    deployedAt: '2026-10-01T00:00:00.000Z',
  });
});
beforeEach(() => void (forwarded = []));
afterAll(async () => {
  await endpoint.stop();
  await emulator.stop();
});

const connection = () => ({
  region: 'us-east-1',
  endpoint: endpoint.url,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});

/** Sends a request with any headers, which fetch does not. */
function ask(headers: Record<string, string>, body = '{}'): Promise<readonly [number, string]> {
  return new Promise((resolve, reject) => {
    const sent = request(endpoint.url, { method: 'POST', headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve([response.statusCode ?? 0, text]));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

test.each([
  ['a web page', { ...SCAN, origin: 'https://example.com' }],
  ['a page that sends no address', { ...SCAN, origin: 'null' }],
  ['another name that leads here', { ...SCAN, host: 'example.com' }],
  ['a name that begins like the address', { ...SCAN, host: '127.0.0.1.example.com' }],
  ['a name of this machine', { ...GET_PARAMETER, host: 'localhost:80' }],
])('%s is refused', async (_who, headers) => {
  const [status, text] = await ask(headers);
  expect([status, text]).toEqual([403, 'web pages and other names may not ask here\n']);
  expect(forwarded).toEqual([]);
});

test.each([
  ['another parameter', GET_PARAMETER, '{"Name":"/launch-denied/Other"}', 'ParameterNotFound'],
  ['no parameter', GET_PARAMETER, '{}', 'ValidationException'],
  ['what is no JSON', GET_PARAMETER, '', 'ValidationException'],
  ['another action of SSM', { 'x-amz-target': 'AmazonSSM.PutParameter' }, '{}', 'InvalidAction'],
  ['another action of STS', {}, 'Action=AssumeRole', 'local mode does not answer AssumeRole'],
])('%s is not answered', async (_what, headers, body, said) => {
  const [status, text] = await ask(headers, body);
  expect(status).toBe(400);
  expect(text).toContain(said);
});

test('requests to DynamoDB reach the emulator', async () => {
  expect(await ask(SCAN)).toEqual([200, '{"from":"the emulator"}']);
  expect(forwarded).toEqual(['DynamoDB_20120810.Scan']);
});

test('SSM and STS answer as the clients expect', async () => {
  expect(await findAddressBook('LaunchDenied', connection())).toEqual({
    kind: 'found',
    book: { tableName: 'Table', retentionDays: 90, alertsTopicArn: 'arn:aws:sns:a' },
    deployedAt: '2026-10-01T00:00:00.000Z',
  });
  expect(await findAddressBook('Other', connection())).toEqual({
    kind: 'not-found',
    parameter: '/launch-denied/Other',
    region: 'us-east-1',
  });
  expect(await callerArn(connection())).toBe(CALLER);
});
