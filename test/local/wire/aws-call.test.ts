import {
  credentialOf,
  dynamoDbRequests,
  readSnsRequests,
  readStsRequests,
} from '../../../local/wire/aws-call';

const asRequest = (body: string, headers = {}) => ({
  method: 'POST',
  path: '/',
  headers,
  bytes: Buffer.from(body),
  body,
});

const CALLER = { account: '111122223333', region: 'us-east-1' };

const dynamoDb = (action: string, body: object) =>
  dynamoDbRequests((name) => `table/${name}`)(
    asRequest(JSON.stringify(body), { 'x-amz-target': `DynamoDB_20120810.${action}` }),
    CALLER,
  );

test('a request without a signature has no credential', () => {
  expect(credentialOf(undefined)).toBeNull();
  expect(credentialOf('Bearer token')).toBeNull();
});

test('a signature tells the access key and the Region', () => {
  const header =
    'AWS4-HMAC-SHA256 Credential=ASIAEXAMPLE/20261120/cn-north-1/sts/aws4_request, SignedHeaders=host, Signature=0';
  expect(credentialOf(header)).toEqual({ accessKeyId: 'ASIAEXAMPLE', region: 'cn-north-1' });
});

test.each([
  ['Action=GetCallerIdentity&Version=2011-06-15', 'sts:GetCallerIdentity', '*'],
  ['Action=AssumeRole&RoleArn=arn%3Aaws%3Aiam', 'sts:AssumeRole', 'arn:aws:iam'],
])('STS: %s', (body, action, resource) => {
  expect(readStsRequests(asRequest(body), CALLER)).toEqual([{ action, resource }]);
});

test.each([
  ['Action=Publish&TopicArn=arn%3Aaws%3Asns', { action: 'sns:Publish', resource: 'arn:aws:sns' }],
  ['Action=Publish&TargetArn=t', { action: 'sns:Publish', resource: 't' }],
  ['Action=PublishBatch&TopicArn=t', { action: 'sns:Publish', resource: 't' }],
  ['Action=ListTopics', { action: 'sns:ListTopics', resource: '*' }],
])('SNS: %s', (body, request) => {
  expect(readSnsRequests(asRequest(body), CALLER)).toEqual([request]);
});

test.each<[string, object, string[]]>([
  ['UpdateItem', { TableName: 'A' }, ['table/A']],
  ['Query', { TableName: 'A', IndexName: 'I' }, ['table/A/index/I']],
  ['BatchWriteItem', { RequestItems: { A: [], B: [] } }, ['table/A', 'table/B']],
  ['ListTables', {}, ['*']],
])('DynamoDB: %s %j', (action, body, resources) => {
  const expected = resources.map((resource) => ({ action: `dynamodb:${action}`, resource }));
  expect(dynamoDb(action, body)).toEqual(expected);
});
