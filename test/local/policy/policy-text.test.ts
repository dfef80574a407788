import * as fc from 'fast-check';
import { fillText, plainText, readText } from '../../../local/policy/policy-text';

const context = new Map([
  ['aws:username', ['anna']],
  ['aws:principaltag/cost center', ['17']],
  ['aws:tagkeys', ['team', 'stage']],
  ['aws:userid', []],
]);

const fill = (text: string, hasVariables = true): string | null => {
  const filled = fillText(readText(text, hasVariables), context);
  return filled === null ? null : plainText(filled);
};

test.each([
  ['a key that the request lacks', '${aws:PrincipalTag/team}'],
  ['a key without a value', 'x${aws:userid}'],
  ['a key with several values', '${aws:TagKeys}'],
  ['a key with several values and a default', "${aws:TagKeys, 'team'}"],
  ['no key', '${}'],
])('%s leaves the text without a meaning', (_name, text) => {
  expect(fill(text)).toBeNull();
});

test.each([
  ['home/${aws:username}/*', 'home/anna/*'],
  ['${AWS:UserName}${aws:username}', 'annaanna'],
  ['${aws:PrincipalTag/cost center}', '17'],
  ["${aws:PrincipalTag/team, 'company-wide'}", 'company-wide'],
  ["${ aws:PrincipalTag/team ,'' }", ''],
  ["${aws:username, 'nobody'}", 'anna'],
  ['${*}${?}${$}', '*?$'],
  ['no $variable, {none}, ${none', 'no $variable, {none}, ${none'],
])('%s is %s', (text, filled) => {
  expect(fill(text)).toBe(filled);
});

test('a policy of an older version has no variables', () => {
  expect(fill('${aws:username}', false)).toBe('${aws:username}');
});

test('a text without a dollar sign stays as it is', () => {
  fc.assert(
    fc.property(
      fc.string().filter((text) => !text.includes('$')),
      (text) => {
        expect(fill(text)).toBe(text);
      },
    ),
  );
});

test('a value of the request stands for itself', () => {
  const star = new Map([['aws:username', ['*']]]);
  expect(fillText(readText('a${aws:username}*', true), star)).toEqual([
    { kind: 'pattern', text: 'a' },
    { kind: 'literal', text: '*' },
    { kind: 'pattern', text: '*' },
  ]);
});
