import { parse } from 'yaml';
import { type Plain, yamlLines, yamlScalar } from '../../../core/forms/yaml';

describe('yamlScalar', () => {
  test.each([
    '',
    ' ',
    'yes',
    'NO',
    'On',
    'y',
    'True',
    'Null',
    '~',
    '012',
    '1e3',
    '0x1f',
    '1:30',
    '2012-10-17',
    '.inf',
    '=',
    '<<',
    'a: b',
    'a #b',
    'a:',
    '- a',
    '*a',
    '&a',
    '!a',
    '%a',
    '@a',
    '`a',
    '{a}',
    '[a',
    'a\nb',
    'a\u0085b',
    '\ufeff',
  ])('quotes %j', (text) => {
    expect(yamlScalar(text)).toMatch(/^"[ -~]*"$/);
    expect(parse(`- ${yamlScalar(text)}`)).toEqual([text]);
  });

  test.each(['a', 'ec2:RunInstances', 'arn:aws:iam::111122223333:role/a*', 'AWS::IAM::RolePolicy'])(
    'leaves %j plain',
    (text) => {
      expect(yamlScalar(text)).toBe(text);
    },
  );
});

test.each<[Plain, string]>([
  [[], '[]'],
  [{}, '{}'],
  ['a', 'a'],
  [{ a: undefined }, '{}'],
  [
    { a: {}, b: [], c: ['d', { e: ['f'], g: 'h' }] },
    'a: {}\nb: []\nc:\n  - d\n  - e:\n      - f\n    g: h',
  ],
])('yamlLines writes %j in block style', (value, text) => {
  expect(yamlLines(value).join('\n')).toBe(text);
});
