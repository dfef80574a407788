import * as fc from 'fast-check';
import type { Answer } from '../../../local/policy/answer';
import { conditionFault, holds, readCondition } from '../../../local/policy/condition';
import { OPERATORS } from '../../../local/policy/operators';

type Values = string | readonly string[];

const ROLE = 'arn:aws:iam::111122223333:role/ci-runner';
const ROLES = 'arn:aws:iam::*:role/*';

/** Whether `operator` holds for what the policy lists and what the request asks; null where it lacks the key. */
function answer(
  operator: string,
  listed: Values,
  asked: Values | null,
  hasVariables = true,
): Answer {
  const context = new Map([
    ['aws:username', ['anna']],
    ['aws:tagkeys', ['team', 'stage']],
    ...(asked === null ? [] : [['key', [asked].flat()] as const]),
  ]);
  const values = [listed].flat();
  expect(conditionFault(operator, values)).toBeNull();
  return holds(readCondition(operator, 'Key', values, hasVariables), context);
}

/** Operator, listed, asked, answer. */
type Row = readonly [string, Values, Values | null, Answer];

const tables: Readonly<Record<string, readonly Row[]>> = {
  StringEquals: [
    ['StringEquals', 'a', 'b', false],
    ['StringEquals', 'a', 'A', false],
    ['StringEquals', 'a*', 'ab', false],
    ['StringEquals', [], 'a', false],
    ['StringEquals', ['a', 'b'], 'c', false],
    ['StringEquals', 'a', null, false],
    ['StringEquals', 'a', 'a', true],
    ['StringEquals', 'a*', 'a*', true],
    ['StringEquals', '', '', true],
    ['StringEquals', ['a', 'b'], 'b', true],
    ['StringEquals', 'a', ['a', 'a'], 'open'],
  ],
  StringNotEquals: [
    ['StringNotEquals', 'a', 'a', false],
    ['StringNotEquals', ['a', 'b'], 'b', false],
    ['StringNotEquals', ['a', 'b'], 'c', true],
    ['StringNotEquals', 'a', 'A', true],
    ['StringNotEquals', 'a', null, true],
    ['StringNotEquals', [], 'a', true],
    ['StringNotEquals', 'a', ['b', 'c'], 'open'],
  ],
  StringEqualsIgnoreCase: [
    ['StringEqualsIgnoreCase', 'a*', 'ab', false],
    ['StringEqualsIgnoreCase', 'a', null, false],
    ['StringEqualsIgnoreCase', 'Team', 'tEAM', true],
    ['StringNotEqualsIgnoreCase', 'Team', 'tEAM', false],
    ['StringNotEqualsIgnoreCase', ['Team', 'x'], 'y', true],
    ['StringNotEqualsIgnoreCase', 'Team', null, true],
  ],
  StringLike: [
    ['StringLike', 'm5.*', 'm5', false],
    ['StringLike', 'm5.*', 'M5.large', false],
    ['StringLike', 'a', null, false],
    ['StringLike', 'm5.*', 'm5.large', true],
    ['StringLike', ['c?.*', 'm?.*'], 'm5.large', true],
    ['StringLike', '*', '', true],
    ['StringNotLike', 'm5.*', 'm5.large', false],
    ['StringNotLike', ['c5.*', 'm5.*'], 'm5.large', false],
    ['StringNotLike', ['c5.*', 'm5.*'], 't3.large', true],
    ['StringNotLike', 'm5.*', null, true],
  ],
  Numeric: [
    ['NumericEquals', '8', '9', false],
    ['NumericEquals', '8', null, false],
    ['NumericEquals', '8', '8.0', true],
    ['NumericEquals', ['7', '08'], '8', true],
    ['NumericNotEquals', '8', '8.00', false],
    ['NumericNotEquals', ['8', '9'], '9', false],
    ['NumericNotEquals', ['8', '9'], '10', true],
    ['NumericNotEquals', '8', null, true],
    ['NumericLessThan', '9', '10', false],
    ['NumericLessThan', '10', '10', false],
    ['NumericLessThan', '10', '9', true],
    ['NumericLessThanEquals', '10', '10.5', false],
    ['NumericLessThanEquals', '10', '10', true],
    ['NumericLessThanEquals', ['1', '10'], '5', true],
    ['NumericGreaterThan', '10', '10', false],
    ['NumericGreaterThan', '10', '9', false],
    ['NumericGreaterThan', '-1', '0', true],
    ['NumericGreaterThanEquals', '10', '9', false],
    ['NumericGreaterThanEquals', '10', '10', true],
    ['NumericGreaterThanEquals', '10', null, false],
    ['NumericEquals', '8', 'eight', 'open'],
    ['NumericNotEquals', '8', 'eight', 'open'],
  ],
  Date: [
    ['DateEquals', '2026-11-20T00:00:00Z', '2026-11-20T00:00:01Z', false],
    ['DateEquals', '2026-11-20T02:00:00+02:00', '2026-11-20', true],
    ['DateEquals', '1795132800', '2026-11-20T00:00:00Z', true],
    ['DateNotEquals', '2026-11-20', '2026-11-20T00:00Z', false],
    ['DateNotEquals', '2026-11-20', '2026-11-21', true],
    ['DateNotEquals', '2026-11-20', null, true],
    ['DateLessThan', '2026-11-20', '2026-11-20', false],
    ['DateLessThan', '2026-11-20', '2026-11-19T23:59:59Z', true],
    ['DateLessThanEquals', '2026-11-20', '2026-11-20', true],
    ['DateGreaterThan', '2026-11-20', '2026-11-20', false],
    ['DateGreaterThan', '2026-11-20', '2026-11-20T00:00:00.001Z', true],
    ['DateGreaterThanEquals', '2026-11-20', '2026-11-19', false],
    ['DateGreaterThanEquals', '2026-11-20', '2026-11-20', true],
    ['DateGreaterThanEquals', '2026-11-20', null, false],
    ['DateLessThan', '2026-11-20', 'yesterday', 'open'],
  ],
  Bool: [
    ['Bool', 'true', 'false', false],
    ['Bool', 'true', 'yes', false],
    ['Bool', 'false', null, false],
    ['Bool', 'true', 'true', true],
    ['Bool', 'True', 'tRUE', true],
    ['Bool', ['true', 'false'], 'false', true],
    ['BoolIfExists', 'false', null, true],
    ['BoolIfExists', 'false', 'true', false],
  ],
  BinaryEquals: [
    ['BinaryEquals', 'QQ==', 'Qg==', false],
    ['BinaryEquals', 'QQ==', null, false],
    ['BinaryEquals', ['Qg==', 'QQ=='], 'QQ==', true],
  ],
  IpAddress: [
    ['IpAddress', '203.0.113.0/24', '203.0.114.1', false],
    ['IpAddress', '203.0.113.7', '203.0.113.8', false],
    ['IpAddress', '203.0.113.0/24', '2001:db8::1', false],
    ['IpAddress', '203.0.113.0/24', null, false],
    ['IpAddress', '203.0.113.0/24', '203.0.113.255', true],
    ['IpAddress', ['10.0.0.0/8', '2001:DB8::/32'], '2001:db8:1::1', true],
    ['IpAddress', '0.0.0.0/0', '198.51.100.1', true],
    ['NotIpAddress', '203.0.113.0/24', '203.0.113.9', false],
    ['NotIpAddress', ['10.0.0.0/8', '203.0.113.0/24'], '203.0.113.9', false],
    ['NotIpAddress', ['10.0.0.0/8', '203.0.113.0/24'], '198.51.100.1', true],
    ['NotIpAddress', '203.0.113.0/24', null, true],
    ['NotIpAddress', '203.0.113.0/24', 'cloudformation.amazonaws.com', 'open'],
  ],
  Arn: [
    ['ArnEquals', 'arn:aws:iam::*:user/*', ROLE, false],
    ['ArnEquals', ROLE, null, false],
    ['ArnEquals', ROLES, ROLE, true],
    ['ArnLike', ['arn:aws:iam::*:user/*', ROLES], ROLE, true],
    ['ArnLike', ROLES, 'no ARN', false],
    ['ArnNotEquals', ROLES, ROLE, false],
    ['ArnNotLike', ['arn:aws:iam::*:user/*', ROLES], ROLE, false],
    ['ArnNotLike', 'arn:aws:iam::*:user/*', ROLE, true],
    ['ArnNotLike', ROLES, null, true],
    ['ArnNotEquals', ROLES, 'no ARN', true],
    ['ArnNotLike', '*', ROLE, 'open'],
  ],
  Null: [
    ['Null', 'true', 'a', false],
    ['Null', 'true', '', false],
    ['Null', 'false', null, false],
    ['Null', 'false', [], false],
    ['Null', 'true', null, true],
    ['Null', 'True', [], true],
    ['Null', 'false', 'a', true],
    ['Null', ['true', 'false'], 'a', true],
  ],
  IfExists: [
    ['StringEqualsIfExists', 'a', 'b', false],
    ['StringNotEqualsIfExists', 'a', 'a', false],
    ['StringEqualsIfExists', 'a', null, true],
    ['StringNotEqualsIfExists', 'a', null, true],
    ['StringEqualsIfExists', 'a', 'a', true],
    ['NumericLessThanIfExists', '5', null, true],
    ['StringEqualsIfExists', 'a', ['a', 'b'], 'open'],
  ],
  ForAllValues: [
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], false],
    ['ForAllValues:StringNotEquals', ['a', 'b'], ['c', 'b'], false],
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', ''], false],
    ['ForAllValues:StringEquals', ['a', 'b'], ['b', 'a', 'a'], true],
    ['ForAllValues:StringNotEquals', ['a', 'b'], ['c', 'd'], true],
    ['ForAllValues:StringLike', 'a*', ['a', 'ab'], true],
    ['ForAllValues:StringEquals', 'a', null, true],
    ['ForAllValues:StringNotEquals', 'a', null, true],
    ['ForAllValues:StringEquals', 'a', [], true],
    ['ForAllValues:StringEquals', 'a', '', true],
    ['ForAllValues:StringEqualsIfExists', 'a', null, true],
  ],
  ForAnyValue: [
    ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'd'], false],
    ['ForAnyValue:StringNotEquals', ['a', 'b'], ['a', 'b'], false],
    ['ForAnyValue:StringEquals', 'a', null, false],
    ['ForAnyValue:StringNotEquals', 'a', null, false],
    ['ForAnyValue:StringNotEquals', 'a', [], false],
    ['ForAnyValue:StringEquals', '', '', false],
    ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'b'], true],
    ['ForAnyValue:StringNotEquals', ['a', 'b'], ['a', 'c'], true],
    ['ForAnyValue:StringEqualsIfExists', 'a', ['a'], true],
    ['ForAnyValue:StringEqualsIfExists', 'a', null, 'open'],
  ],
  variables: [
    ['StringEquals', '${aws:userid}', 'anna', false],
    ['StringEquals', '${aws:username}', 'berta', false],
    ['StringLike', '${*}', 'a', false],
    ['StringEquals', ['${aws:userid}', 'anna'], 'anna', true],
    ['StringEquals', '${aws:username}', 'anna', true],
    ['StringLike', '${aws:username}/*', 'anna/home', true],
    ['StringLike', '${*}*', '*a', true],
    ['StringEquals', "${aws:userid, 'nobody'}", 'nobody', true],
    ['StringNotEquals', '${aws:username}', 'anna', false],
    ['StringNotEquals', ['${aws:userid}', 'anna'], 'anna', false],
    ['ArnLike', 'arn:aws:iam::*:user/${aws:username}', 'arn:aws:iam::111122223333:user/anna', true],
    ['Bool', '${aws:username}', 'anna', true],
    ['Null', 'true', 'a', false],
    // Whether a negated operator holds for a variable without a value is not said.
    ['StringNotEquals', '${aws:userid}', 'anna', 'open'],
    ['StringNotEquals', '${aws:TagKeys}', 'anna', 'open'],
  ],
};

describe.each(Object.entries(tables))('%s', (_group, rows) => {
  test.each(rows.map((row) => [...row]))(
    '%s %j for %j is %j',
    (operator, listed, asked, result) => {
      expect(answer(String(operator), [listed ?? []].flat().map(String), valuesOf(asked))).toBe(
        result,
      );
    },
  );
});

function valuesOf(asked: Row[number]): Values | null {
  return asked === null ? null : [asked].flat().map(String);
}

test('in a policy of an older version a variable is a text', () => {
  expect(answer('StringEquals', '${aws:username}', 'anna', false)).toBe(false);
  expect(answer('StringEquals', '${aws:username}', '${aws:username}', false)).toBe(true);
});

describe('a condition has a fault', () => {
  test.each([
    ['StringEqual', 'a', 'operator "StringEqual" is none of IAM: use one of StringEquals,'],
    ['stringequals', 'a', 'operator "stringequals" is none of IAM'],
    ['ForEachValue:StringEquals', 'a', 'is none of IAM'],
    ['NullIfExists', 'true', 'operator "NullIfExists" is none of IAM'],
    ['ForAllValues:Null', 'true', 'operator "ForAllValues:Null" is none of IAM'],
    ['IfExists', 'a', 'is none of IAM'],
    ['', 'a', 'is none of IAM'],
    ['Null', 'yes', 'a value of Null is "yes": give true or false'],
    ['Bool', '1', 'a value of Bool is "1": give true or false'],
    ['NumericLessThan', 'ten', 'a value of NumericLessThan is "ten": give a number'],
    ['NumericEqualsIfExists', '${aws:x}', 'give a number such as 8 or 0.5'],
    ['DateLessThan', 'soon', 'a value of DateLessThan is "soon": give a date'],
    ['IpAddress', '203.0.113.0/33', 'give an IP address or a CIDR block'],
    ['NotIpAddress', 'localhost', 'give an IP address or a CIDR block'],
    ['BinaryEquals', 'QQ', 'give Base64'],
  ])('where %j lists %j', (operator, value, fault) => {
    expect(conditionFault(operator, [value])).toContain(fault);
  });
});

describe('for every operator', () => {
  const names = [...OPERATORS].filter(
    ([name]) => name.startsWith('String') || name.startsWith('Arn'),
  );
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ':', '*'), maxLength: 4 });
  const texts = fc.array(text, { maxLength: 3 });
  const operators = fc.constantFrom(...names.map(([name]) => name));

  test('the negated one says the contrary of the positive one', () => {
    fc.assert(
      fc.property(operators, texts, text, (name, listed, asked) => {
        fc.pre(!name.includes('Not'));
        const negated = name.replace(/^(String|Arn)/, '$1Not');
        const positive = answer(name, listed, asked);
        expect(answer(negated, listed, asked)).toBe(positive === 'open' ? 'open' : !positive);
      }),
    );
  });

  test('a key that is there makes IfExists as if it were not written', () => {
    fc.assert(
      fc.property(operators, texts, text, (name, listed, asked) => {
        expect(answer(`${name}IfExists`, listed, asked)).toBe(answer(name, listed, asked));
      }),
    );
  });

  test('of one value that is not empty, all and any say what the operator says', () => {
    fc.assert(
      fc.property(operators, texts, text, (name, listed, asked) => {
        fc.pre(asked !== '');
        const plain = answer(name, listed, asked);
        expect(answer(`ForAllValues:${name}`, listed, asked)).toBe(plain);
        expect(answer(`ForAnyValue:${name}`, listed, asked)).toBe(plain);
      }),
    );
  });
});
