import { asMessage, type Fields, isFields } from '../../../core/decoded/message-evidence';

const REQUEST = { action: 'ec2:RunInstances', resource: 'r', conditions: {} };
const PRINCIPAL = { principal: { arn: 'arn:aws:iam::111122223333:user/ann' } };

describe('asMessage', () => {
  test.each<Fields>([
    {},
    { explicitDeny: true },
    { allowed: false, failures: [] },
    { matchedStatements: [], context: 'x' },
    { matchedStatements: [], context: { user: 1 } },
    { context: {} },
    { context: REQUEST },
    { context: { ...REQUEST, principal: 'ann' } },
    { context: { ...REQUEST, principal: { type: 'User' } } },
    { context: { ...PRINCIPAL, action: 'ec2:RunInstances' } },
    { context: { ...REQUEST, ...PRINCIPAL, action: 7 } },
    { context: { ...REQUEST, ...PRINCIPAL, action: 'sign in' } },
    { allowed: false, context: { action: 'ec2:RunInstances' } },
    { allowed: false, context: { ...REQUEST, action: '' } },
    { allowed: true, ...REQUEST },
    { explicitDeny: true, matchedStatements: [], evalDecision: 'x' },
    { explicitDeny: true, matchedStatements: [], evalActionName: 'x' },
    { explicitDeny: true, matchedStatements: [], evalResourceName: 'x' },
  ])('takes %j for none', (value) => {
    expect(asMessage(value)).toBeNull();
  });

  test.each<Fields>([
    { explicitDeny: true, allowed: false },
    { explicitDeny: true, matchedStatements: [] },
    { matchedStatements: [], failures: [] },
    { explicitDeny: true, context: { action: 'x' } },
    { matchedStatements: [], context: { principal: {} } },
    { allowed: false, context: REQUEST },
    { failures: [], context: { principal: {}, action: 'RunInstances' } },
    { context: { ...REQUEST, principal: { id: 'AIDAX7' } } },
    { context: { ...PRINCIPAL, action: '*', resource: 'r' } },
    { context: { ...PRINCIPAL, action: 'a:b', conditions: [] } },
  ])('takes %j for one', (value) => {
    expect(asMessage(value)).toBe(value);
  });

  test.each([
    { explicitDeny: true, ...REQUEST },
    { matchedStatements: [], allowed: false, ...REQUEST },
    { ...REQUEST, ...PRINCIPAL },
  ])('puts the request of %j into a context', (value) => {
    expect(asMessage(value)).toEqual({ ...value, context: value });
  });
});

describe('isFields', () => {
  test.each([
    [{}, true],
    [[], true],
    [null, false],
    ['a', false],
    [undefined, false],
  ])('takes %j: %j', (value, expected) => {
    expect(isFields(value)).toBe(expected);
  });
});
