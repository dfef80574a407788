import fc from 'fast-check';
import { stringAt } from '../../../core/decoded/loose-string';
import { unescaped, widthOf } from '../../../core/decoded/string-escapes';

/** Reads the first string of a text, from its first quote. */
function first(text: string) {
  const at = text.search(/["']/);
  const { value, end, isCut } = stringAt(text, at, /\\*$/.exec(text.slice(0, at))?.[0].length ?? 0);
  return { value, rest: text.slice(end), isCut };
}

describe('stringAt', () => {
  test.each([
    ['at the end of the text', '"a: b', 'a: b', ''],
    ['in an escape', '"a\\', 'a', ''],
    ['in a code point', '"a\\u00', 'a', ''],
    ['in a deeper escape', '\\"a\\\\\\u0', 'a', ''],
    ['before a key on the next line', '"a\n  "key": 1', 'a', '\n  "key": 1'],
    ['before closers on the next line', '"a\n  }],\nb"', 'a', '\n  }],\nb"'],
    ['where lines were left out', '"a\n ...\nb"', 'a', '\n ...\nb"'],
    ['where the author says so', '"a\n(...)\nb"', 'a', '\n(...)\nb"'],
    ['at the quote of the string around it', '\\"a"}', 'a', '"}'],
  ])('tells that a string is cut %s', (_, text, value, rest) => {
    expect(first(text)).toEqual({ value, rest, isCut: true });
  });

  test.each([
    ['a plain string', '"a", b', 'a', ', b'],
    ['an empty string', '"": b', '', ': b'],
    ['a string in single quotes', '\'a "b" c\' d', 'a "b" c', ' d'],
    ['an apostrophe', "'isn't', b", "isn't", ', b'],
    ['an apostrophe in double quotes', '"isn\'t", b', "isn't", ', b'],
    ['escapes', '"\\"a\\\\\\n\\u0041\\/\\q"', '"a\\\n' + 'A/\\q', ''],
    ['a last backslash', '"a\\\\", b', 'a\\', ', b'],
    ['a string in a string', '\\"a\\", b', 'a', ', b'],
    ['a string in a string in a string', '\\\\\\"a\\\\\\", b', 'a', ', b'],
    ['quotes of a deeper string', '\\"[\\\\\\"a\\\\\\"]\\", b', '["a"]', ', b'],
    ['a last backslash in a string in a string', '\\"a\\\\\\\\\\", b', 'a\\', ', b'],
    ['a wrapped string', '"arn:aws: \n   iam::1\n2:x"', 'arn:aws:iam::12:x', ''],
    ['an address', '"a"/b", c', 'a"/b', ', c'],
    ['a string whose quote is lost', '"a, "b": 1', 'a', '"b": 1'],
    ['a string whose quote is lost, without a space', '"a,"b": 1', 'a', '"b": 1'],
    ['a string whose quote is lost at the end of a line', '"a,\n"b": 1', 'a', '\n"b": 1'],
    ['a key of another quote on the next line', '\'a\n"b": 1\'', 'a"b": 1', ''],
    ['a deeper key on the next line', '"a\n\\"b\\": 1"', 'a"b": 1', ''],
    ['JSON with its line ends', '"{\\"a\\":\n1\n}\n"', '{"a":\n1\n}\n', ''],
    ['JSON in parts', '"{\\"a\\"" + \n "\\"b\\"}", c', '{"a""b"}', ', c'],
    ['JSON in parts of Python', '\'{"a",\'\n \'"b"}\', c', '{"a","b"}', ', c'],
    ['JSON before a key', '"{}"\n"a": 1', '{}', '\n"a": 1'],
    ['JSON before another quote', '"{}" \'a\'', '{}', " 'a'"],
    ['escaped JSON before a string', '\\"{}\\" \\"a\\"', '{}', ' \\"a\\"'],
    ['a string before a string', '"a" "b"', 'a', ' "b"'],
  ])('reads %s', (_, text, value, rest) => {
    expect(first(text)).toEqual({ value, rest, isCut: false });
  });

  test('reads what JSON.stringify writes, at any depth', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 3 }), (value, depth) => {
        let text = JSON.stringify(`:${value}`);
        for (let layer = 0; layer < depth; layer += 1) text = JSON.stringify(text).slice(1, -1);
        expect(first(`${text},`)).toEqual({ value: `:${value}`, rest: ',', isCut: false });
      }),
    );
  });
});

describe('widthOf', () => {
  test.each([
    [0, 1],
    [1, 2],
    [2, 4],
    [3, 4],
    [7, 8],
  ])('takes %d backslashes for a depth of %d', (backslashes, width) => {
    expect(widthOf(backslashes)).toBe(width);
  });
});

describe('unescaped', () => {
  test.each([
    ['\\b\\f\\n\\r\\t', 0, '\b\f\n\r\t'],
    ['\\*\\_\\.\\x', 0, '*\\_.\\x'],
    ['\\\\n', 0, '\\n'],
    ['\\\\n', 1, '\n'],
    ['\\\\u0041\\u004a', 3, 'AJ'],
    ['a', 1, 'a'],
  ])('resolves %j at depth %d', (raw, backslashes, value) => {
    expect(unescaped(raw, backslashes)).toBe(value);
  });
});
