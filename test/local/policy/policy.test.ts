import { readPolicy, readPolicyText } from '../../../local/policy/policy';

const allow = { Effect: 'Allow', Action: 'ec2:RunInstances', Resource: '*' };
const of = (Statement: unknown, more = {}) => ({ Version: '2012-10-17', Statement, ...more });

describe('a document is refused', () => {
  test.each<[string, unknown, string]>([
    ['that is none', null, 'the document: '],
    ['without statements', { Version: '2012-10-17' }, 'Statement: '],
    ['of a version that is none', of(allow, { Version: '2012-10-18' }), 'Version: '],
    ['whose statement is a text', of('Allow'), 'Statement.0: '],
    ['without an effect', of({ ...allow, Effect: undefined }), 'Statement.0.Effect: '],
    [
      'with an effect in lower case',
      of([allow, { ...allow, Effect: 'deny' }]),
      'Statement.1.Effect',
    ],
    ['without an action', of({ ...allow, Action: undefined }), 'either Action or NotAction'],
    [
      'with Action and NotAction',
      of({ ...allow, NotAction: 'ec2:*' }),
      'either Action or NotAction',
    ],
    ['without a resource', of({ ...allow, Resource: undefined }), 'either Resource or NotResource'],
    ['with Resource and NotResource', of({ ...allow, NotResource: '*' }), 'either Resource or'],
    [
      'with an action without a service',
      of({ ...allow, Action: 'RunInstances' }),
      'is no action: give',
    ],
    ['with a wildcard as a service', of({ ...allow, Action: 'ec*:Run' }), '"ec*:Run" is no action'],
    [
      'with a resource that is no ARN',
      of({ ...allow, Resource: 'i-0abc' }),
      '"i-0abc" is no resource',
    ],
    ['with a wildcard as a service', of({ ...allow, Resource: 'arn:aws:*:::x' }), 'is no resource'],
    [
      'with a variable as an account',
      of({ ...allow, Resource: 'arn:aws:iam::${aws:PrincipalAccount}:role/x' }),
      'has a variable too early: it may stand behind the fifth colon',
    ],
    ['with a principal', of({ ...allow, Principal: '*' }), 'Statement.0.Principal: '],
    ['with an element that is none', of({ ...allow, Conditions: {} }), 'Statement.0.Conditions: '],
    ['with a Sid of other characters', of({ ...allow, Sid: 'a b' }), 'letters and digits only'],
    [
      'with the same Sid twice',
      of([
        { ...allow, Sid: 'a' },
        { ...allow, Sid: 'a' },
      ]),
      'each Sid',
    ],
    ['with a condition that is a text', of({ ...allow, Condition: 'x' }), 'Statement.0.Condition'],
    [
      'with an operator that is none',
      of({ ...allow, Condition: { StringIs: { a: 'b' } } }),
      'Statement.0.Condition: operator "StringIs" is none of IAM',
    ],
    [
      'with a number that is none',
      of({ ...allow, Condition: { NumericEquals: { a: [1, 'two'] } } }),
      'a value of NumericEquals is "two": give a number',
    ],
    [
      'with an object as a value',
      of({ ...allow, Condition: { StringEquals: { a: { b: 'c' } } } }),
      'Statement.0.Condition.StringEquals.a.0: ',
    ],
  ])('%s', (_name, document, fault) => {
    expect(() => readPolicy(document, 'launches')).toThrow(fault);
    expect(() => readPolicy(document, 'launches')).toThrow(/^policy launches is not valid: /);
  });

  test('whose text is no JSON', () => {
    expect(() => readPolicyText('{"Statement":', 'launches')).toThrow(
      'policy launches is no JSON: give a whole policy document',
    );
  });
});

test('a document with an Id is called by it', () => {
  expect(readPolicy(of(allow, { Id: 'launch-anything' }), 'policy1').id).toBe('launch-anything');
  expect(readPolicy(of(allow), 'policy1').id).toBe('policy1');
});

test('one item is as good as a list of one, and numbers and booleans are texts', () => {
  const one = { ...allow, Condition: { Bool: { a: true }, NumericLessThan: { b: 8 } } };
  const list = {
    Effect: 'Allow',
    Action: ['ec2:RunInstances'],
    Resource: ['*'],
    Condition: { Bool: { a: ['true'] }, NumericLessThan: { b: ['8'] } },
  };
  expect(readPolicyText(JSON.stringify(of(one)), 'a')).toEqual(readPolicy(of([list]), 'a'));
});
