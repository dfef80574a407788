import * as v from 'valibot';
import { type Decision, evaluate } from '../../../local/policy/evaluate';
import { refusalSentence } from '../../../local/policy/refusal';
import { policyDocument } from '../../../local/policy/statement';

const TABLE = 'arn:aws:dynamodb:us-east-1:111122223333:table/denials';
const request = { action: 'dynamodb:UpdateItem', resource: TABLE };
const allow = { Effect: 'Allow', Action: 'dynamodb:UpdateItem', Resource: TABLE };
const deny = { ...allow, Effect: 'Deny' };
const notTable = { Resource: undefined, NotResource: 'arn:aws:dynamodb:*:*:table/groups' };
const condition = { Bool: { 'aws:SecureTransport': 'false' } };

const decide = (Statement: unknown): Decision =>
  evaluate(v.parse(policyDocument, { Version: '2012-10-17', Statement }), request);

test.each<[Decision, string, unknown]>([
  ['implicit-deny', 'no statement', []],
  ['implicit-deny', 'another action', { ...allow, Action: 'dynamodb:PutItem' }],
  ['implicit-deny', 'another resource', { ...allow, Resource: `${TABLE}/index/*` }],
  ['implicit-deny', 'NotAction', { Effect: 'Allow', NotAction: 'dynamodb:*', Resource: '*' }],
  ['implicit-deny', 'a pattern that is too short', { ...allow, Action: 'dynamodb:Update?' }],
  [
    'implicit-deny',
    'a resource in another case',
    { ...allow, Resource: TABLE.replace('denials', 'Denials') },
  ],
  ['explicit-deny', 'a Deny beside an Allow', [allow, deny]],
  ['explicit-deny', 'a Deny with NotResource', [allow, { ...deny, ...notTable }]],
  ['explicit-deny', 'a Deny on everything', [allow, { ...deny, Action: '*', Resource: '*' }]],
  ['undecided', 'an Allow with a condition', { ...allow, Condition: condition }],
  ['undecided', 'a Deny with a condition', [allow, { ...deny, Condition: condition }]],
  ['undecided', 'an Allow on a variable', { ...allow, Resource: `${TABLE}${'${aws:userid}'}` }],
  ['allowed', 'the action on the resource', allow],
  ['allowed', 'NotAction of another', { Effect: 'Allow', NotAction: 'x:Y', Resource: '*' }],
  ['allowed', 'one of several', { ...allow, Action: ['x:Y', 'dynamodb:UpdateItem'] }],
  ['allowed', 'wildcards', { ...allow, Action: 'dynamodb:Up*?', Resource: 'arn:aws:dynamodb:*' }],
  ['allowed', 'an action in another case', { ...allow, Action: 'DynamoDB:updateitem' }],
  ['allowed', 'an Allow beside one with a condition', [{ ...allow, Condition: condition }, allow]],
])('%s: %s', (decision, _name, statement) => {
  expect(decide(statement)).toBe(decision);
});

describe('with what is known of the context', () => {
  const context = new Map([['events:source', ['launch-denied']]]);
  const put = { Effect: 'Allow', Action: 'events:PutEvents', Resource: '*' };
  const from = (source: string) => ({ StringEquals: { 'events:Source': source } });

  test.each<[Decision, string, unknown]>([
    ['allowed', 'a condition that holds', { ...put, Condition: from('launch-denied') }],
    ['implicit-deny', 'a condition that does not', { ...put, Condition: from('other') }],
    [
      'explicit-deny',
      'a Deny whose condition holds',
      [put, { ...put, Effect: 'Deny', Condition: from('launch-denied') }],
    ],
    ['allowed', 'no condition', put],
    ['undecided', 'a condition on another key', { ...put, Condition: condition }],
    [
      'undecided',
      'conditions on a known and on another key',
      { ...put, Condition: { ...from('launch-denied'), ...condition } },
    ],
    [
      'undecided',
      'a variable of another key',
      { ...put, Resource: 'arn:aws:events:*:*:event-bus/${aws:userid}' },
    ],
  ])('%s: %s', (decision, _name, Statement) => {
    const statements = v.parse(policyDocument, { Version: '2012-10-17', Statement });
    const asked = { action: 'events:PutEvents', resource: 'arn:aws:events:r:1:event-bus/default' };
    expect(evaluate(statements, { ...asked, context })).toBe(decision);
  });
});

test('a document without statements is refused', () => {
  expect(() => v.parse(policyDocument, { Version: '2012-10-17' })).toThrow();
});

test('a refusal names the principal, the action, the resource, and the ground', () => {
  const principal = 'arn:aws:sts::111122223333:assumed-role/explain-role/explain';
  expect(refusalSentence(principal, request, 'explicit-deny')).toBe(
    `User: ${principal} is not authorized to perform: dynamodb:UpdateItem on resource: ${TABLE} with an explicit deny in an identity-based policy`,
  );
});
