import { gzipSync } from 'node:zlib';
import { eventsInBytes } from '../../local/read-file';

const record = {
  eventID: 'e-1',
  eventName: 'RunInstances',
  eventSource: 'ec2.amazonaws.com',
  eventTime: '2026-11-20T09:14:03Z',
  eventType: 'AwsApiCall',
  awsRegion: 'us-east-2',
  recipientAccountId: '111122223333',
  unread: { kept: true },
};

const event = {
  version: '0',
  id: 'e-1',
  'detail-type': 'AWS API Call via CloudTrail',
  source: 'aws.ec2',
  account: '111122223333',
  time: '2026-11-20T09:14:03Z',
  region: 'us-east-2',
  resources: [],
  detail: record,
};

const read = (content: string | Buffer) => eventsInBytes(Buffer.from(content), 'own.json');

test.each<[string, string | Buffer, string]>([
  ['an empty file', '', 'own.json holds no CloudTrail record'],
  ['a value without a record', '{"Records":[{}]}', 'own.json holds no CloudTrail record'],
  ['an event that is not from CloudTrail', '{"detail":{"state":"running"}}', 'holds no CloudTrail'],
  ['a text', 'hello', 'own.json is not JSON, neither whole nor on line 1'],
  ['a cut line', `${JSON.stringify(record)}\n{"eventID"`, 'nor on line 2'],
  ['a broken archive', gzipSync('{}').subarray(0, 12), 'cannot unpack own.json'],
])('%s is refused', (_name, content, message) => {
  expect(() => read(content)).toThrow(message);
});

test.each<[string, string | Buffer]>([
  ['an EventBridge event', JSON.stringify(event)],
  ['a bare record', JSON.stringify(record, null, 2)],
  ['a log file', JSON.stringify({ Records: [record] })],
  ['a compressed log file', gzipSync(JSON.stringify({ Records: [record] }))],
  ['a list', JSON.stringify([record])],
  [
    'the answer of lookup-events',
    JSON.stringify({ Events: [{ CloudTrailEvent: JSON.stringify(record) }] }),
  ],
  ['a line', `${JSON.stringify(record)}\n\n`],
])('%s is read as an EventBridge event with the whole record', (_name, content) => {
  expect(read(content)).toEqual([event]);
});

test('lines are read one by one', () => {
  const lines = [event, { Records: [record, record] }, record].map((one) => JSON.stringify(one));
  expect(read(lines.join('\n'))).toEqual([event, event, event, event]);
});

test.each([
  [{ eventType: 'AwsServiceEvent' }, { 'detail-type': 'AWS Service Event via CloudTrail' }],
  [{ eventType: null }, { 'detail-type': 'AWS API Call via CloudTrail' }],
  [{ eventSource: 'sts.amazonaws.com' }, { source: 'aws.sts' }],
  [
    { recipientAccountId: null, userIdentity: { accountId: '444455556666' } },
    { account: '444455556666' },
  ],
  [{ recipientAccountId: null, userIdentity: null }, { account: '' }],
])('a record with %j becomes an event with %j', (changed, expected) => {
  expect(read(JSON.stringify({ ...record, ...changed }))).toMatchObject([expected]);
});
