import * as v from 'valibot';
import { type Asker, resourcePolicy, saidByResource } from '../../../local/policy/resource-policy';

const ACCOUNT = '111122223333';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/explain`;
const SESSION = {
  kind: 'session',
  arn: `arn:aws:sts::${ACCOUNT}:assumed-role/explain/one`,
  roleArn: ROLE,
  account: ACCOUNT,
  organization: 'o-a1b2c3d4e5',
} as const satisfies Asker;
const EVENTS: Asker = { kind: 'service', name: 'events.amazonaws.com' };
const REQUEST = { action: 'sts:AssumeRole', resource: 'arn:aws:iam::444455556666:role/reader' };

function said(statement: object, asker: Asker = SESSION, context: Record<string, string> = {}) {
  const Statement = { Effect: 'Allow', Action: 'sts:AssumeRole', ...statement };
  const statements = v.parse(resourcePolicy, { Version: '2012-10-17', Statement });
  const entries = Object.entries(context).map(([key, value]) => [key, [value]] as const);
  return saidByResource(statements, REQUEST, asker, new Map(entries));
}

describe('a principal', () => {
  test.each<[unknown, Asker, boolean]>([
    ['*', SESSION, true],
    ['*', EVENTS, true],
    [{ AWS: '*' }, SESSION, true],
    [{ AWS: ACCOUNT }, SESSION, true],
    [{ AWS: `arn:aws:iam::${ACCOUNT}:root` }, SESSION, true],
    [{ AWS: ['arn:aws:iam::444455556666:root', ROLE] }, SESSION, true],
    [{ AWS: SESSION.arn }, SESSION, true],
    [{ Service: ['lambda.amazonaws.com', 'events.amazonaws.com'] }, EVENTS, true],
    [{ AWS: '444455556666' }, SESSION, false],
    [{ AWS: `${ROLE}r` }, SESSION, false],
    [{ AWS: ACCOUNT }, EVENTS, false],
    [{ Service: 'events.amazonaws.com' }, SESSION, false],
    [{ Service: 'lambda.amazonaws.com' }, EVENTS, false],
  ])('%j covers %j: %p', (Principal, asker, covers) => {
    expect(said({ Principal }, asker)).toBe(covers ? 'allowed' : 'implicit-deny');
  });

  test.each([
    ['is missing', {}],
    ['is negated', { NotPrincipal: { AWS: ACCOUNT } }],
    ['is of a kind that is not played', { Principal: { Federated: 'x' } }],
  ])('that %s is refused', (_name, statement) => {
    expect(() => said(statement)).toThrow();
  });
});

describe('a condition', () => {
  const inOrganization = { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } };

  test.each<[object, Asker, boolean]>([
    [inOrganization, SESSION, true],
    [inOrganization, { ...SESSION, organization: 'o-zzzzzzzzzz' }, false],
    [inOrganization, { ...SESSION, organization: null }, false],
    [inOrganization, EVENTS, false],
    [{ ArnEquals: { 'aws:PrincipalArn': [ROLE] } }, SESSION, true],
    [{ ArnEquals: { 'aws:PrincipalArn': SESSION.arn } }, SESSION, false],
    [{ StringEquals: { 'aws:PrincipalAccount': ACCOUNT } }, SESSION, true],
    [{ Bool: { 'aws:PrincipalIsAWSService': 'true' } }, EVENTS, true],
    [{ StringEquals: { 'aws:SourceAccount': ACCOUNT } }, SESSION, false],
  ])('%j holds for %j: %p', (Condition, asker, holds) => {
    expect(said({ Principal: '*', Condition }, asker)).toBe(holds ? 'allowed' : 'implicit-deny');
  });

  test('sees what the request brings', () => {
    const Condition = { StringEquals: { 'aws:SourceAccount': ACCOUNT } };
    const context = { 'aws:sourceaccount': ACCOUNT };
    expect(said({ Principal: '*', Condition }, EVENTS, context)).toBe('allowed');
  });

  test('that nobody can answer speaks against the request', () => {
    const Condition = { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*' } };
    expect(said({ Principal: '*', Condition })).toBe('implicit-deny');
    expect(said({ Principal: '*', Condition, Effect: 'Deny' })).toBe('explicit-deny');
  });
});

test('a Deny goes before an Allow', () => {
  const Principal = '*';
  const Statement = [
    { Effect: 'Allow', Principal, Action: '*' },
    { Effect: 'Deny', Principal, Action: 'sts:*' },
  ];
  const statements = v.parse(resourcePolicy, { Statement });
  expect(saidByResource(statements, REQUEST, SESSION, new Map())).toBe('explicit-deny');
});

test('a Deny of what is sent in plain text does not concern calls here', () => {
  const Condition = { Bool: { 'aws:SecureTransport': 'false' } };
  expect(said({ Principal: '*', Effect: 'Deny', Condition }, EVENTS)).toBe('implicit-deny');
});
