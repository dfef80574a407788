import { withoutDecoration } from '../../../core/decoded/decoration';

const plain = withoutDecoration;

describe('withoutDecoration', () => {
  test.each([
    ['', ''],
    ['{\n  "a": 1\n}', '{\n  "a": 1\n}'],
    ['{\n// a\n"b": 1\n}', '{\n// a\n"b": 1\n}'],
    ['# a\n# b', '# a\n# b'],
    ['{"a": ""}', '{"a": ""}'],
    ['1 a\n2 b', '1 a\n2 b'],
    ['"a\\ntb"', '"a\\ntb"'],
    ['12345678901\n12345678901', '12345678901\n12345678901'],
  ])('leaves %j as it is', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  test.each([
    ['# {\n## "a": 1\n# }', '{\n"a": 1\n}'],
    ['  // {\n  //\n  // }', '{\n\n}'],
    ['/*\n * {\n * }\n */', '/*\n{\n}\n */'],
    ['+ {\n; "a"\n% }', '{\n"a"\n}'],
    ['1: {\n 2.\t"a"\n3) }\n4 x', '{\n"a"\n}\nx'],
    ['2026-01-02T03:04:05.1234567Z {\n2026-01-02 03:04:05,678   "a"', '{\n"a"'],
    ['text\n# \\"a\\": 1', 'text\n\\"a\\": 1'],
  ])('takes the signs before the lines of %j away', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  test.each([
    ['a\n    b\n      c', 'a\nb\n  c'],
    ['  a\n  b\n\n  c', '  a\nb\n\nc'],
  ])('takes the common indentation of %j away', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  test('joins lines of one width, where there are at least two of 40 columns', () => {
    const line = 'x'.repeat(40);
    expect(plain(`${line}\n${line}\nx`)).toBe(`${line}${line}x`);
    expect(plain(`${line}\n${line}`)).toBe(`${line}${line}`);
    expect(plain(`${line}\nx`)).toBe(`${line}\nx`);
    expect(plain(`${line.slice(1)}\n${line.slice(1)}\nx`)).toBe(
      `${line.slice(1)}\n${line.slice(1)}\nx`,
    );
    expect(plain(`${line}\n- key: a\n${line}\n  items:\n${line}\nkey: ${line}`)).toBe(
      `${line}\n- key: a\n${line}\n  items:\n${line}\nkey: ${line}`,
    );
    expect(plain(`${line}\n    ${line}x\n    ${line}x\n    y`)).toBe(`${line}\n${line}x${line}xy`);
  });

  test.each([
    [String.raw`{\u0022a\u0022: \x22b\u0027`, String.raw`{\"a\": \"b'`],
    [String.raw`{\"a\**": 1`, String.raw`{\"a\": 1`],
    ['"a\\\n   "', '"a\\"'],
    ['{""a"" : """"}', '{"a" : ""}'],
  ])('puts the quotes of %j right', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });
});
