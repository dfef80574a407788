import { hiddenFinding } from '../../../core/doctor/check';
import { awsCli } from '../../../core/doctor/command';
import { judgeErrors } from '../../../core/doctor/errors';
import { answerOf, withStatement } from '../../../core/doctor/queue-statements';
import { judgeReaderRight } from '../../../core/doctor/rights';
import { judgeRule } from '../../../core/doctor/rule';
import { launchCoverage } from '../../../core/doctor/selectors';
import { brief, counted, listed } from '../../../core/doctor/sentence';
import { judgeVersion } from '../../../core/doctor/versions';

const place = { region: 'eu-west-1', profile: null };

describe('a command', () => {
  test('stands in one line, with Region and profile', () => {
    expect(awsCli('events enable-rule', [['name', 'Rule']], { ...place, profile: 'my dev' })).toBe(
      "aws events enable-rule --name Rule --region eu-west-1 --profile 'my dev'",
    );
  });

  test('joins a value that begins with a dash', () => {
    expect(awsCli('events enable-rule', [['name', '-x']], place)).toContain(' --name=-x ');
  });

  test.each(['a\u001b[31mb', 'file:///etc/passwd', 'a\nb'])(
    'is left out for the value %j',
    (value) => {
      expect(awsCli('events enable-rule', [['name', value]], place)).toBeNull();
      expect(awsCli('sqs purge-queue', [['queue-url', value]], place)).toBeNull();
    },
  );

  test('takes the address of a queue', () => {
    expect(awsCli('sqs purge-queue', [['queue-url', 'https://sqs/q']], place)).toContain('https:');
  });
});

test('sentences count, list and end', () => {
  expect([counted(1, 'error'), counted(1_234_567, 'error')]).toEqual([
    '1 error',
    '1,234,567 errors',
  ]);
  expect([listed([]), listed(['a']), listed(['a', 'b', 'c']), listed(['a', 'b', 'c'], 2)]).toEqual([
    '',
    'a',
    'a, b and c',
    'a, b and 1 more',
  ]);
  expect(brief('a\n b '.repeat(3), 8)).toBe('a b a b …');
});

describe('a log line', () => {
  const lastOf = (line: string): string => {
    const errors = { functionName: 'F', logGroup: 'L', since: 0, lines: [line], isWhole: false };
    return judgeErrors({ kind: 'known', value: errors }, place)[0]?.found ?? '';
  };

  test('that is no JSON is told as it is, and that there might be more', () => {
    expect(lastOf('Task timed out')).toBe(
      'Function F logged at least 1 error in the last 24 hours, the last one: Task timed out.',
    );
  });

  test('of the runtime tells its message', () => {
    expect(lastOf('{"errorMessage":"no memory","message":""}')).toContain(
      'the last one: no memory.',
    );
  });

  test('without words is told as it is', () => {
    expect(lastOf('[1]')).toContain('the last one: [1].');
    expect(lastOf('7')).toContain('the last one: 7.');
  });
});

describe('the policy of a queue', () => {
  const sending = {
    queueArn: 'arn:aws:sqs:eu-west-1:111122223333:Queue',
    ruleArn: 'arn:aws:events:eu-west-1:111122223333:rule/Rule',
    account: '111122223333',
  };
  const allow = {
    Effect: 'Allow',
    Principal: { Service: ['sns.amazonaws.com', 'events.amazonaws.com'] },
    Action: 'sqs:Send*',
    Resource: '*',
  };
  const kindOf = (...Statement: object[]) => answerOf(JSON.stringify({ Statement }), sending).kind;

  test('allows without conditions, as one statement, and to everybody', () => {
    expect(answerOf(JSON.stringify({ Statement: allow }), sending).kind).toBe('allowed');
    expect(kindOf({ ...allow, Principal: '*' })).toBe('allowed');
    expect(kindOf({ ...allow, Principal: { AWS: '*' } })).toBe('allowed');
  });

  test.each([
    [{ ArnLike: { 'aws:SourceArn': 'arn:aws:events:*:*:rule/*' } }, 'allowed'],
    [{ StringEquals: { 'AWS:SourceAccount': ['111122223333'] } }, 'allowed'],
    [{ StringEquals: { 'aws:SourceAccount': '444455556666' } }, 'not-allowed'],
    [{ StringLike: { 'aws:SourceArn': '*:rule/Other' } }, 'not-allowed'],
    [{ ArnNotEquals: { 'aws:SourceArn': sending.ruleArn } }, 'not-allowed'],
    [{ Bool: { 'aws:SecureTransport': true } }, 'allowed'],
    [{ BoolIfExists: { 'aws:PrincipalIsAWSService': 'true' } }, 'allowed'],
    [{ Null: { 'aws:SourceArn': 'false' } }, 'not-allowed'],
  ])('allows under %j: %s', (Condition, kind) => {
    expect(kindOf({ ...allow, Condition })).toBe(kind);
  });

  test.each([
    [{ Principal: { AWS: 'arn:aws:iam::111122223333:root' } }],
    [{ Action: 'sqs:ReceiveMessage' }],
    [{ Resource: 'arn:aws:sqs:eu-west-1:111122223333:Other' }],
    [{ Principal: undefined }],
    [{ Action: undefined }],
    [{ Resource: undefined }],
  ])('does not allow where %j', (changed) => {
    expect(kindOf({ ...allow, ...changed })).toBe('not-allowed');
  });

  test.each(['NotAction', 'NotPrincipal', 'NotResource'])(
    'with a statement that has %s is not read',
    (element) => {
      const own = { Effect: 'Allow', Principal: '*', [element]: '*' };
      expect(kindOf(allow, own)).toBe('not-readable');
    },
  );

  test.each(['{', '[]', '{"Statement":[7]}'])('in the form %j is not read', (text) => {
    expect(answerOf(text, sending).kind).toBe('not-readable');
  });

  test('is kept where a statement is added', () => {
    const text = withStatement(JSON.stringify({ Statement: [{ Sid: 'Old' }] }), sending);
    expect(JSON.parse(text).Statement.map(({ Sid }: { Sid: string }) => Sid)).toEqual([
      'Old',
      'LaunchDeniedRuleSends',
    ]);
    expect(kindOf(...JSON.parse(withStatement(null, sending)).Statement)).toBe('allowed');
  });
});

describe('advanced event selectors', () => {
  const coverageOf = (...FieldSelectors: { Field?: string; [operator: string]: unknown }[]) =>
    launchCoverage({
      basic: [],
      advanced: [{ FieldSelectors: FieldSelectors.map((each) => ({ Field: undefined, ...each })) }],
    });

  test.each([
    [{ Field: 'eventSource', NotEquals: ['kms.amazonaws.com'] }, 'all'],
    [{ Field: 'eventSource', NotEquals: ['kms.amazonaws.com', 'ec2.amazonaws.com'] }, 'none'],
    [{ Field: 'eventName', StartsWith: ['Run'] }, 'all'],
    [{ Field: 'eventName', NotStartsWith: ['Run'] }, 'none'],
    [{ Field: 'eventName', EndsWith: ['Instance', 'Instances'] }, 'all'],
    [{ Field: 'eventName', NotEndsWith: ['Instances'] }, 'none'],
    [{ Field: 'userIdentity.arn', Equals: ['x'] }, 'some'],
    [{ Equals: ['x'] }, 'some'],
  ] as const)('%j lets through: %s', (field, coverage) => {
    expect(coverageOf({ ...field })).toBe(coverage);
  });

  test('without fields let all through', () => {
    expect(launchCoverage({ basic: [], advanced: [{ FieldSelectors: undefined }] })).toBe('all');
  });

  test('basic ones take what is left out as all', () => {
    expect(launchCoverage({ basic: [{}], advanced: [] })).toBe('all');
    expect(launchCoverage({ basic: [], advanced: [] })).toBe('none');
  });
});

test('a rule without a description keeps none', () => {
  const rule = { name: 'Rule', state: 'ENABLED', pattern: '{}', description: '' };
  const [finding] = judgeRule({ kind: 'known', value: rule }, ['eu-west-1'], place);
  expect(finding?.command).toContain(
    'aws events put-rule --name Rule --state ENABLED --event-pattern',
  );
});

test('a reader without an ARN gets no command', () => {
  const value = { caller: 'x', mayDecode: false };
  expect(judgeReaderRight({ kind: 'known', value }, place)[0]?.command).toBeNull();
});

test.each([
  ['0.2.0', 'Update this command to 0.2.0.'],
  ['0.1', null],
  ['v0.1.0', null],
  ['0.0.9-beta', 'Deploy this version.'],
])('where %s is deployed, the next step is %j', (deployed, todo) => {
  expect(judgeVersion({ kind: 'known', value: deployed }, '0.1.0')[0]?.todo).toBe(todo);
});

test('what is hidden says why', () => {
  const finding = hiddenFinding({ kind: 'hidden', because: 'no-stack' });
  expect(finding).toMatchObject({ status: 'not-checked', todo: expect.stringContaining('stack') });
});
