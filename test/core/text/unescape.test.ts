import { unescaped } from '../../../core/text/unescape';

describe('unescaped', () => {
  it.each([
    ['keeps a text without escapes', 'a "b" n', 'a "b" n'],
    ['keeps control characters escaped', 'a\\u0007b', 'a\\u0007b'],
    ['resolves quotes of any depth', `\\"a\\" \\\\\\"b\\\\\\" \\'c\\' \\\`d`, `"a" "b" 'c' \`d`],
    ['resolves slashes', 'role\\/web', 'role/web'],
    ['resolves line ends of any depth', 'a\\nb\\\\nc\\r', 'a\nb\nc\n'],
    ['resolves tabs', 'a\\t\\\\tb', 'a\t\tb'],
    ['resolves characters', '\\u003ca\\u003E\\\\u0026 \\u0020', '<a>&  '],
    ['resolves line ends by their number', 'a\\u000ab', 'a\nb'],
    ['joins the lines of a command', 'a \\\n    b \\  \nc', 'a  b  c'],
  ])('%s', (_title, text, expected) => {
    expect(unescaped(text)).toBe(expected);
  });
});
