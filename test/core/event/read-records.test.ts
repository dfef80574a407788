import { readRecords } from '../../../core/event/read-records';

const record = { eventID: 'e-1', eventName: 'RunInstances', eventSource: 'ec2.amazonaws.com' };
const idsOf = (value: unknown) => readRecords(value).map(({ eventID }) => eventID);

describe('readRecords', () => {
  test.each([
    ['nothing', null],
    ['a text', 'RunInstances'],
    ['a number', 7],
    ['an object of another kind', { eventName: 'RunInstances' }],
    ['a record whose name is empty', { ...record, eventName: '' }],
    ['a record whose source is empty', { ...record, eventSource: '' }],
    ['a lookup event whose inner text is damaged', { CloudTrailEvent: '{"eventID":' }],
    ['records nested deeper than AWS nests them', [[[[record]]]]],
  ])('finds no record in %s', (_, value) => {
    expect(readRecords(value)).toEqual([]);
  });

  test.each([
    ['a bare record', record],
    ['an EventBridge event', { 'detail-type': 'AWS API Call via CloudTrail', detail: record }],
    ['a log file', { Records: [record] }],
    ['an answer of lookup-events', { Events: [{ CloudTrailEvent: JSON.stringify(record) }] }],
    ['one event of lookup-events', { EventId: 'e-1', CloudTrailEvent: JSON.stringify(record) }],
    ['a list of EventBridge events', [{ detail: record }]],
  ])('finds the record in %s', (_, value) => {
    expect(idsOf(value)).toEqual(['e-1']);
  });

  test('keeps the order and passes over what is no record', () => {
    const other = { ...record, eventID: 'e-2' };
    expect(idsOf({ Records: [record, { nothing: true }, other] })).toEqual(['e-1', 'e-2']);
  });

  test('reads a field of another shape as null', () => {
    const odd = {
      ...record,
      eventID: 7,
      awsRegion: {},
      userIdentity: 'root',
      requestParameters: null,
    };
    expect(readRecords(odd)).toEqual([
      {
        eventID: null,
        eventName: 'RunInstances',
        eventSource: 'ec2.amazonaws.com',
        eventTime: null,
        awsRegion: null,
        errorCode: null,
        errorMessage: null,
        recipientAccountId: null,
        sourceIPAddress: null,
        userIdentity: null,
        requestParameters: null,
      },
    ]);
  });

  test('reads an identity whose session context is damaged', () => {
    const [read] = readRecords({
      ...record,
      userIdentity: { type: 'AssumedRole', arn: 'arn:aws:sts::111122223333:assumed-role/web/s' },
    });
    expect(read?.userIdentity).toMatchObject({ type: 'AssumedRole', sessionContext: null });
    const [damaged] = readRecords({ ...record, userIdentity: { sessionContext: 'none' } });
    expect(damaged?.userIdentity?.sessionContext).toBeNull();
    const [issuer] = readRecords({
      ...record,
      userIdentity: { sessionContext: { sessionIssuer: 'none' } },
    });
    expect(issuer?.userIdentity?.sessionContext).toEqual({ sessionIssuer: undefined });
  });
});
