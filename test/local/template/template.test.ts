import { namesOf } from '../../../local/template/addresses';
import { type Names, resolve } from '../../../local/template/intrinsics';
import { readFunction } from '../../../local/template/read-function';
import { readSchedules } from '../../../local/template/read-schedules';
import { readSubscriptions } from '../../../local/template/read-subscriptions';
import { readMapping, readRules } from '../../../local/template/read-way';
import type { Template } from '../../../local/template/template';
import { busArnOf, HOME } from '../../../local/template/place';
import { readWay } from '../../../local/way';
import { tinyStack } from '../tiny-stack';

const NAMES: Names = {
  ref: (id) => `ref-${id}`,
  getAtt: (id, attribute) => `${attribute}-of-${id}`,
};

describe('a reference', () => {
  test.each([
    [{ 'Fn::ImportValue': 'x' }, 'this template has Fn::ImportValue'],
    [{ 'Fn::Select': [2, ['a', 'b']] }, 'Fn::Select has no item 2 in a list of 2'],
  ])('%j is refused', (value, message) => {
    expect(() => resolve(value, NAMES)).toThrow(message);
  });

  test.each<[unknown, unknown]>([
    ['text', 'text'],
    [5, 5],
    [null, null],
    [{ Ref: 'A' }, 'ref-A'],
    [
      { Ref: 'A', other: 1 },
      { Ref: 'A', other: 1 },
    ],
    [{ 'Fn::GetAtt': ['A', 'Arn'] }, 'Arn-of-A'],
    [{ 'Fn::GetAtt': 'A.Endpoint.Address' }, 'Endpoint.Address-of-A'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'B' }]] }, 'a-ref-B'],
    [{ 'Fn::Sub': 'a-${B}-${C.Arn}-${!D}' }, 'a-ref-B-Arn-of-C-${!D}'],
    [{ 'Fn::Sub': ['${A}-${B}', { A: { Ref: 'C' } }] }, 'ref-C-ref-B'],
    [{ 'Fn::Split': ['-', { Ref: 'A' }] }, ['ref', 'A']],
    [{ 'Fn::Select': ['1', { 'Fn::Split': ['-', { Ref: 'A' }] }] }, 'A'],
    [{ a: [{ Ref: 'A' }, { Ref: 'AWS::NoValue' }] }, { a: ['ref-A'] }],
    [{ a: { Ref: 'AWS::NoValue' }, b: 1 }, { b: 1 }],
  ])('%j is %j', (value, resolved) => {
    expect(resolve(value, NAMES)).toEqual(resolved);
  });
});

describe('a name', () => {
  const { template } = tinyStack('');
  const created = new Map([['Queue', { ref: 'http://queue', attributes: { Arn: 'arn:queue' } }]]);
  const names = namesOf(template, created);

  test('that the template does not define is refused', () => {
    expect(() => names.ref('Nobody')).toThrow('the template refers to Nobody and does not define');
  });

  test('without the attribute is refused', () => {
    expect(() => names.getAtt('Alerts', 'Arn')).toThrow(
      'does not give Arn of Alerts (AWS::SNS::To',
    );
  });

  test.each([
    ['AWS::AccountId', '111122223333'],
    ['AWS::Region', 'us-east-1'],
    ['AWS::Partition', 'aws'],
    ['Queue', 'http://queue'],
    ['Role', 'Role'],
  ])('%s stands for %s', (id, value) => {
    expect(names.ref(id)).toBe(value);
  });

  test('of a created resource has the attributes it was given', () => {
    expect(names.getAtt('Queue', 'Arn')).toBe('arn:queue');
  });

  test('of any other has an ARN by its type', () => {
    expect(names.getAtt('Role', 'Arn')).toBe('arn:aws:iam::111122223333:role/Role');
  });

  test('has the account, the Region and the partition of its place', () => {
    const place = { account: '444455556666', region: 'cn-north-1', organization: null };
    const there = namesOf(template, created, place);
    expect(there.ref('AWS::URLSuffix')).toBe('amazonaws.com.cn');
    expect(there.ref('AWS::AccountId')).toBe('444455556666');
    expect(there.getAtt('Rule', 'Arn')).toBe('arn:aws-cn:events:cn-north-1:444455556666:rule/Rule');
  });

  test('of a role is the one that the template gives it', () => {
    const named = tinyStack('', { Role: { RoleName: 'LaunchDeniedReader' } }).template;
    const there = namesOf(named, created);
    expect(there.ref('Role')).toBe('LaunchDeniedReader');
    expect(there.getAtt('Role', 'Arn')).toBe('arn:aws:iam::111122223333:role/LaunchDeniedReader');
  });
});

/** Statements are read strictly: a resource of theirs is an ARN. */
const arnOf = (id: string): string => `arn:aws:x:eu-west-1:111122223333:${id}`;

describe('a template that local mode cannot play is refused:', () => {
  const names: Names = {
    ref: arnOf,
    getAtt: (id, attribute) => arnOf(`${attribute}/${id}`),
  };
  const changed = (...change: Parameters<typeof tinyStack>[1][]) =>
    tinyStack('', ...change).template;
  const without = (id: string): Template => {
    const { [id]: _, ...Resources } = changed().Resources;
    return { Resources };
  };
  const target = { Arn: { Ref: 'Sweep' }, RoleArn: { Ref: 'ScheduleRole' } };
  const resources = { names, tables: [], topics: [], urlOfQueue: (arn: string) => `url:${arn}` };

  test.each<[string, () => unknown, string]>([
    [
      'no function',
      () => readFunction(without('Function'), names, arnOf('Function')),
      `the function ${arnOf('Function')} is not in the template`,
    ],
    [
      'a foreign role',
      () => readFunction(without('Role'), names, arnOf('Function')),
      `the role ${arnOf('Arn/Role')} is not in the template`,
    ],
    [
      'managed policies',
      () =>
        readFunction(
          changed({ Role: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/X'] } }),
          names,
          arnOf('Function'),
        ),
      'Role has managed ones',
    ],
    [
      'a schedule of what is no function of it',
      () => readSchedules(without('Sweep'), names),
      `the function ${arnOf('Arn/Sweep')} is not in the template`,
    ],
    [
      'a schedule whose role may not invoke the function',
      () =>
        readSchedules(changed({ Schedule: { Target: { ...target, RoleArn: { Ref: 'Role' } } } }), {
          ...names,
          getAtt: arnOf,
        }),
      `the role of the schedule Schedule may not invoke ${arnOf('Sweep')}`,
    ],
    [
      'a schedule with context attributes',
      () =>
        readSchedules(
          changed({
            Schedule: { Target: { ...target, Input: '{"at":"<aws.scheduler.scheduled-time>"}' } },
          }),
          names,
        ),
      'local mode fills no context attributes in',
    ],
    [
      'an invalid filter policy',
      () => readSubscriptions(changed({ Team: { FilterPolicy: { accounts: '1' } } }), names),
      'accounts: "1" is neither',
    ],
    [
      'filter criteria',
      () => readMapping(changed({ Mapping: { FilterCriteria: { Filters: [] } } }), names),
      'local mode plays no filter criteria',
    ],
    [
      'an input transformer',
      () =>
        readRules(changed({ Rule: { Targets: [{ Id: 'T', Arn: 'a', InputPath: '$.x' }] } }), names),
      'InputPath',
    ],
    [
      'a bus as a target without a role',
      () => readRules(changed({ Rule: { Targets: [{ Id: 'T', Arn: busArnOf(HOME) }] } }), names),
      'the rule Rule sends to arn:aws:events:us-east-1:111122223333:event-bus/default, and has no role',
    ],
    [
      'a bus of its own',
      () => readRules(changed({ Rule: { EventBusName: 'mine' } }), names),
      'default',
    ],
    [
      'an invalid event pattern',
      () => readRules(changed({ Rule: { EventPattern: { source: 'aws.ec2' } } }), names),
      'the event pattern is invalid at source',
    ],
    [
      'no dead-letter queue',
      () => readWay(changed({ Queue: { RedrivePolicy: undefined } }), resources),
      `the queue ${arnOf('Arn/Queue')} has no dead-letter queue`,
    ],
  ])('%s', (_name, read, message) => {
    expect(read).toThrow(message);
  });

  test('two resources where it plays one', () => {
    const template = changed();
    const { Mapping: one } = template.Resources;
    if (one) template.Resources.Second = one;
    expect(() => readMapping(template, names)).toThrow(
      'with one AWS::Lambda::EventSourceMapping, and this one has 2',
    );
  });
});

describe('the function', () => {
  test('has the statements of inline and of attached policies', () => {
    const { template } = tinyStack('');
    const document = { Statement: [{ Effect: 'Deny', Action: 'x:Y', Resource: '*' }] };
    const attach = (Roles: unknown[]) => ({
      Type: 'AWS::IAM::Policy',
      Properties: { Roles, PolicyDocument: document },
    });
    template.Resources.Attached = attach([{ Ref: 'Role' }]);
    template.Resources.Foreign = attach(['somebody']);
    const plan = readFunction(template, { ref: arnOf, getAtt: arnOf }, arnOf('Function'));
    expect(plan.statements.map(({ effect, actions }) => [effect, ...actions])).toEqual([
      ['Allow', 'sns:Publish'],
      ['Allow', 'dynamodb:PutItem'],
      ['Allow', 'events:PutEvents'],
      ['Deny', 'x:Y'],
    ]);
  });
});

describe('a schedule', () => {
  const names: Names = { ref: arnOf, getAtt: arnOf };
  const target = { Arn: { Ref: 'Sweep' }, RoleArn: { Ref: 'ScheduleRole' } };
  const read = (Schedule: Readonly<Record<string, unknown>>) =>
    readSchedules(tinyStack('', { Schedule }).template, names);

  test('invokes its function with an empty object, or with its input', () => {
    expect(read({})).toMatchObject([{ function: { handler: 'index.sweep' }, payload: {} }]);
    expect(read({ Target: { ...target, Input: '{"digest":true}' } })).toMatchObject([
      { payload: { digest: true } },
    ]);
  });

  test('that is disabled invokes nothing', () => {
    expect(read({ State: 'DISABLED' })).toEqual([]);
  });
});
