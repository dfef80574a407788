import fc from 'fast-check';
import { escaped, oneOrMore, sorted, textsOf } from '../../../core/forms/texts';
import { hostileText } from './hostile-policy';

test('escaped never writes what acts or ends a string, and JSON reads it back', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(escaped(text)).toMatch(
        /^(?:[^"\\\p{Cc}\u2028\ufffe\uffff]|\\["\\nrt]|\\u[0-9a-f]{4})*$/u,
      );
      expect(JSON.parse(`"${escaped(text)}"`)).toBe(text);
    }),
  );
});

test.each([
  ['\b\f', String.raw`\u0008\u000c`],
  [String.raw`\b`, String.raw`\\b`],
  ['e\u0301', 'e\u0301'],
  ['\ufffe\uffff', String.raw`\ufffe\uffff`],
])('escaped writes %j', (text, written) => {
  expect(escaped(text)).toBe(written);
});

test('textsOf and oneOrMore widen one text and narrow a list of one', () => {
  expect([textsOf('a'), textsOf(['a', 'b'])]).toEqual([['a'], ['a', 'b']]);
  expect([oneOrMore(['a']), oneOrMore(['a', 'b']), oneOrMore([])]).toEqual(['a', ['a', 'b'], []]);
});

test('sorted gives each text once', () => {
  expect(sorted(['b', 'a', 'b', 'B'])).toEqual(['B', 'a', 'b']);
});
