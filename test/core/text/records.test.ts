import { takeRecords } from '../../../core/text/records';
import { recordSample, successSample } from './record-sample';

const RECORD = recordSample();
const PRETTY = JSON.stringify(RECORD, null, 2);
const WHOLE = [{ value: RECORD, isCut: false }];

function wrapped(text: string, width: number): string {
  return (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join('\n');
}

describe('a text without records', () => {
  it.each([
    ['is empty', ''],
    ['is prose', 'nothing\nhere'],
    ['is JSON of another kind', '{"a":{"b":"c"}}'],
    ['only speaks of records', 'Look for the eventName.\n"quoted": yes'],
    ['is an event of another kind', '{"eventName":"click","time":1}'],
    ['has an event name that is no text', '{"eventName":{"a":1},"awsRegion":"x"}'],
    ['names a record in a string that is no JSON', '{"a":"eventName is missing"}'],
    ['is nested deeper than any wrapping', '['.repeat(9) + JSON.stringify(RECORD) + ']'.repeat(9)],
  ])('that %s is the rest', (_title, text) => {
    expect(takeRecords(text)).toEqual({ records: [], rest: text });
  });
});

it.each(['eventSource', 'userIdentity', 'errorCode', 'errorMessage', 'awsRegion'])(
  'takes an event name beside %s for a record',
  (key) => {
    const record = { eventName: 'RunInstances', [key]: 'x' };
    expect(takeRecords(JSON.stringify(record))).toEqual({
      records: [{ value: record, isCut: false }],
      rest: '',
    });
  },
);

describe('a whole record', () => {
  it.each([
    ['alone', JSON.stringify(RECORD)],
    ['printed by jq', PRETTY],
    ['in an envelope of EventBridge', JSON.stringify({ source: 'aws.ec2', detail: RECORD })],
    ['in a log file', JSON.stringify({ Records: [RECORD] })],
    [
      'in the answer of lookup-events',
      JSON.stringify(
        { Events: [{ EventId: 'x', CloudTrailEvent: JSON.stringify(RECORD) }] },
        null,
        4,
      ),
    ],
    ['in a list', JSON.stringify([RECORD])],
    [
      'in the string of a notification',
      JSON.stringify({ Message: JSON.stringify({ detail: RECORD }) }),
    ],
    [
      'in a box',
      PRETTY.split('\n')
        .map((line) => `│ ${line}`)
        .join('\n'),
    ],
    ['wrapped by a terminal', wrapped(JSON.stringify(RECORD), 80)],
    [
      'in colours',
      JSON.stringify(RECORD, null, 2).replaceAll(/"(\w+)":/g, '\u001b[34;1m"$1"\u001b[0m:'),
    ],
    ['in HTML', PRETTY.replaceAll('"', '&quot;')],
  ])('is read %s', (_title, text) => {
    expect(takeRecords(text)).toEqual({ records: WHOLE, rest: '' });
  });

  it.each([
    ['in a log line', `2026-01-02 INFO got ${JSON.stringify(RECORD)}`, ''],
    ['between other lines', `$ aws cloudtrail\n${PRETTY}\n$ `, '$ aws cloudtrail\n\n$ '],
    ['as a literal of Python', `x\n{'eventName': 'A', 'awsRegion': None}`, 'x\n'],
  ])('is taken out of the text %s', (_title, text, rest) => {
    const taken = takeRecords(text);
    expect(taken.rest).toBe(rest);
    expect(taken.records).toHaveLength(1);
    expect(taken.records[0]?.isCut).toBe(false);
  });

  it('is read eight layers deep', () => {
    const text = '['.repeat(7) + JSON.stringify(RECORD) + ']'.repeat(7);
    expect(takeRecords(text).records).toEqual(WHOLE);
  });

  it('is read behind words with an apostrophe', () => {
    const text = `Here's what I don't get: ${JSON.stringify(RECORD)}`;
    expect(takeRecords(text).records).toEqual(WHOLE);
  });

  it('is read where lines were left out in several ways', () => {
    const body = JSON.stringify(RECORD, null, 2).split('\n');
    const text = [...body.slice(0, 2), '...', '  …', '..', ...body.slice(2)].join('\n');
    expect(takeRecords(text)).toEqual({ records: WHOLE, rest: '' });
  });

  it('is read in a string of a string that is cut', () => {
    const text = JSON.stringify({ a: JSON.stringify({ b: JSON.stringify(RECORD) }) }).slice(0, -9);
    expect(takeRecords(text).records).toMatchObject([{ value: { eventName: 'RunInstances' } }]);
  });

  it('is one of several lines', () => {
    const text = [RECORD, successSample()].map((record) => JSON.stringify(record)).join('\n');
    expect(takeRecords(`${text}\nend`)).toEqual({
      records: [...WHOLE, { value: successSample(), isCut: false }],
      rest: '\nend',
    });
  });

  it('is read beside a line that is cut', () => {
    const text = `${JSON.stringify(RECORD)}\n${JSON.stringify(RECORD).slice(0, 600)}`;
    expect(takeRecords(text).records.map(({ isCut }) => isCut)).toEqual([false, true]);
  });
});

describe('a cut record', () => {
  const lines = PRETTY.split('\n');

  it('is read up to its end', () => {
    const end = lines.findIndex((line) => line.includes('instanceType'));
    const [record] = takeRecords(lines.slice(0, end + 1).join('\n')).records;
    expect(record?.isCut).toBe(true);
    expect(record?.value).toMatchObject({
      userIdentity: RECORD.userIdentity,
      errorMessage: RECORD.errorMessage,
      requestParameters: { instanceType: 't3.large' },
    });
  });

  it.each([
    [
      'inside its identity',
      'assumed-role',
      { userIdentity: { arn: 'arn:aws:sts::111122223333:assumed-role/web/i-0123456789abcdef0' } },
    ],
    [
      'inside its session',
      'sessionIssuer',
      { userIdentity: { sessionContext: { sessionIssuer: { userName: 'web' } } } },
    ],
    [
      'inside its role',
      '"type": "Role"',
      { userIdentity: { sessionContext: { sessionIssuer: { userName: 'web' } } } },
    ],
    ['behind its identity', 'eventTime', {}],
  ])('is read from %s on', (_title, mark, expected) => {
    const start = lines.findIndex((line) => line.includes(mark));
    const { records } = takeRecords(lines.slice(start).join('\n'));
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      isCut: true,
      value: { ...expected, eventName: 'RunInstances', requestID: RECORD.requestID },
    });
  });

  it('does not take other elements for its identity', () => {
    const start = lines.findIndex((line) => line.includes('mfaAuthenticated'));
    const [record] = takeRecords(lines.slice(start).join('\n')).records;
    expect(record?.value).not.toHaveProperty('userIdentity');
  });

  it('is read where somebody left lines out', () => {
    const text = [...lines.slice(0, 3), '    ...', ...lines.slice(3)].join('\n');
    expect(takeRecords(text).records).toMatchObject([{ value: { eventName: 'RunInstances' } }]);
  });

  it('is read inside the string of another document', () => {
    const text = JSON.stringify({ message: JSON.stringify(RECORD) }).slice(0, 900);
    expect(takeRecords(text).records).toMatchObject([
      { isCut: true, value: { eventName: 'RunInstances', awsRegion: 'us-east-1' } },
    ]);
  });
});
