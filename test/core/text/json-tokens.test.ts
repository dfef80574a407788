import { tokensOf } from '../../../core/text/json-tokens';

function shortOf(text: string): string[] {
  return [...tokensOf(text)].map((token) => {
    if (token.kind === 'open') return token.isList ? '[' : '{';
    if (token.kind === 'close') return '}';
    return token.kind === 'key' ? `${token.name}:` : JSON.stringify(token.value);
  });
}

describe('tokensOf', () => {
  it.each([
    ['', []],
    [' ,:=*', []],
    ['{"a": [1, "b"]}', ['{', 'a:', '[', '1', '"b"', '}', '}']],
    [
      `{'a' : True, b: None, "c":false,"d":true,"e":null,'f':False}`,
      [
        '{',
        'a:',
        'true',
        'b:',
        'null',
        'c:',
        'false',
        'd:',
        'true',
        'e:',
        'null',
        'f:',
        'false',
        '}',
      ],
    ],
    ['-12 1.5 v1 1234567890123456 12', ['-12', '"1.5"', '"v1"', '"1234567890123456"', '12']],
    ['"a\\"b\\u0041\\n" \'c"d\'', ['"a\\"bA\\n"', '"c\\"d"']],
    ['"bad \\x escape"', ['"bad \\\\x escape"']],
    ['"bro\nken": "wo\n  rd"', ['broken:', '"wo  rd"']],
    ["it's don't 'a'", ['"it"', '"s"', '"don"', '"t"', '"a"']],
    ['"cut', ['null']],
    ['"cut": "You are not authorized to', ['cut:', '"You are not authorized to..."']],
    ['"a": "cut\n  "b": 1', ['a:', 'null', 'b:', '1']],
    ['"a": "cut\n  }\n"', ['a:', 'null', '}', 'null']],
    ['"a": "not authorized\n]', ['a:', '"not authorized..."', '}']],
    ['"a\\', ['null']],
  ])('reads %j', (text, expected) => {
    expect(shortOf(text)).toEqual(expected);
  });
});
