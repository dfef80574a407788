import fc from 'fast-check';
import { parseJson, readLoose } from '../../../core/decoded/loose-json';

describe('readLoose', () => {
  test.each(['', 'prose: "quoted", isn\'t it', '7', 'Resource: x', 'a context: y', 'f("action")'])(
    'finds nothing in %j',
    (text) => {
      expect(readLoose(text)).toEqual([]);
    },
  );

  test.each<[string, string, readonly unknown[]]>([
    ['a string', '"a"', ['a']],
    ['values in prose', 'got {"a": 1} and [2, {"b": "]"}]!', [{ a: 1 }, [2, { b: ']' }]]],
    ['lines of JSON', '{"a":1}\n{"a":2}', [{ a: 1 }, { a: 2 }]],
    ['escaped quotes', 'x {"a": "\\"}"} y', [{ a: '"}' }]],
    [
      'values of other languages',
      "{'a': True, b: None, c: nil, d: -1.5}",
      [{ a: true, b: null, c: null, d: -1.5 }],
    ],
    ['numbers in lists', "['a', 1, -2, 0x7, 1e9, x]", [['a', 1, -2]]],
    ['flags in lists', '[true, False, undefined, other,]', [[true, false, null]]],
    ['wrapped flags', '{"a": fal\n  se, "b": tr\nue,}', [{ a: false, b: true }]],
    [
      'words that begin like flags',
      '{"a": falsework, "b": trueish,}',
      [{ a: 'falsework', b: 'trueish' }],
    ],
    ['colons on the next line', '{"a"\n  : "b",}', [{ a: 'b' }]],
    ['arrows and equals signs', '{"a" => "b", c = d, e=f}', [{ a: 'b', c: 'd', e: 'f' }]],
    ['a key before its brace', '{x {"items" ["a"]}}', [{}, { items: ['a'] }]],
    ['a key before its string', '{"action" "b", "x" "c"}', [{ action: 'b' }]],
    [
      'values without quotes',
      '{"a": <GONE>, "b": **, "c": x y\n}',
      [{ a: '<GONE>', b: '**', c: 'x y' }],
    ],
    ['commas in words', '{a: x,y, b: z}', [{ a: 'x,y', b: 'z' }]],
    ['strings of Python 2', "{u'a': u'b', b\"c\": r'd'}", [{ a: 'b', c: 'd' }]],
    ['apostrophes', "{'a': 'isn't', it's: 'x'}", [{ a: "isn't", s: 'x' }]],
    ['an apostrophe before a key', '{\' "a": "b", \'}', [{ a: 'b' }]],
    ['comments', '{"a": 1, // "b": 2\n /* "c": 3 */ "d": "e", # "f"\n}', [{ a: 1, d: 'e' }]],
    ['slashes that begin no comment', "{'a': 1 / 'b', 'c' /d: 'e'}", [{ a: '1 /', d: 'e' }]],
    ['open comments', '{"a": "b" /* "c": "d"', [{ a: 'b' }]],
    ['a last comment', '{"a": "b" # "c": "d"', [{ a: 'b' }]],
    ['an address outside of quotes', '{x:y http://"a": "b"}', [{ x: 'y http://', a: 'b' }]],
    ['missing closers', '{"a": {"b": ["c"', [{ a: { b: ['c'] } }]],
    ['closers of another kind', '[{"a": "b"], {"c": "d"}', [[{ a: 'b' }], { c: 'd' }]],
    ['closers of nothing', '{"a": "b",]}} {"c": "d",}', [{ a: 'b' }, { c: 'd' }]],
    ['objects in objects', '{"a": "b", {"c": "d"}}', [{ a: 'b' }, { c: 'd' }]],
    ['keys in lists', '["a": "b", "c": "d"}]', [[{ a: 'b', c: 'd' }]]],
    ['a repeated key', '{"a": "b", "a": "c",}', [{ a: 'b' }]],
    [
      'the key of a prototype',
      '{"__proto__": "a", "b": "c",}',
      [JSON.parse('{"__proto__": "a", "b": "c"}')],
    ],
    ['the end of a block', '{"a": {"b": "c"\n```\n{"d": "e",}', [{ a: { b: 'c' } }, { d: 'e' }]],
    ['empty elements', '{"a": [{}, {"b": 1}, [], {', [{ a: [{ b: 1 }, []] }]],
    [
      'keys of a decoded message without a brace',
      ' "allowed": false, "x": 1',
      [{ allowed: false, x: 1 }],
    ],
    ['escaped keys without a brace', '\\"action\\": \\"a\\"', [{ action: 'a' }]],
    ['keys in YAML', 'so:\nallowed: false\n- failures: x', [{ allowed: false, failures: 'x' }]],
    ['strings that hold an object', '{"a": "b", "{\\"c\\": 1}",', [{ a: 'b' }, '{"c": 1}']],
  ])('reads %s', (_, text, values) => {
    expect(readLoose(text)).toEqual(values);
  });

  test.each<[string, string, readonly unknown[]]>([
    [
      'a list between other keys',
      '"context": {"principal": {"id": "a" "action": "b" "conditions": {"items": []',
      [{ context: { principal: { id: 'a' }, action: 'b', conditions: { items: [] } } }],
    ],
    [
      'statements',
      '"matchedStatements": {"items": ["statementId": "a" "actions": {"items": ["value": "b" "effect": "c" "statementId": "d"',
      [
        {
          matchedStatements: {
            items: [
              { statementId: 'a', actions: { items: [{ value: 'b' }] }, effect: 'c' },
              { statementId: 'd' },
            ],
          },
        },
      ],
    ],
    [
      'what a key waits for',
      '{"context": "principal": "id": "a", "conditions": "items": "key": "b", "x": "y",',
      [{ context: { principal: { id: 'a' }, conditions: { items: [{ key: 'b', x: 'y' }] } } }],
    ],
    [
      'flags and numbers where AWS writes strings',
      '{"values": {"items": [{"value": true}, {"value": 7}, {"value": null},',
      [{ values: { items: [{ value: 'true' }, { value: '7' }, { value: null }] } }],
    ],
    [
      'a message that was closed too early',
      '{"allowed": false}, "explicitDeny": true, "x": 1}',
      [{ allowed: false, explicitDeny: true, x: 1 }],
    ],
    [
      'another message behind one',
      '{"allowed": false}, "allowed": true, "x": 1}',
      [{ allowed: false }, { allowed: true, x: 1 }],
    ],
    [
      'a message in a message',
      '{"allowed": false, "context": {"allowed": true, "action": "a",',
      [
        { allowed: false, context: {} },
        { allowed: true, action: 'a' },
      ],
    ],
    [
      'an answer in a message',
      '{"allowed": false, "context": {"DecodedMessage": "a",',
      [{ allowed: false, context: {} }, { DecodedMessage: 'a' }],
    ],
    [
      'answers in a list',
      '{"a": [{"DecodedMessage": {"allowed": 1}}, {"DecodedMessage": "b"}],',
      [{ a: [{ DecodedMessage: { allowed: 1 } }, { DecodedMessage: 'b' }] }],
    ],
    [
      'other keys where they stand',
      '{"context": {"a": {"action": "b", "items": ["c"], "items": "d"}, "e": "f"},',
      [{ context: { a: { action: 'b', items: ['c'] }, e: 'f' } }],
    ],
  ])('finds the place of %s', (_, text, values) => {
    expect(readLoose(text)).toEqual(values);
  });

  test('keeps a cut string only where its beginning says something', () => {
    const cut = (text: string) => readLoose(text);
    expect(cut('{"a": 1, "action": "ec2:Ru')).toEqual([{ a: 1 }]);
    expect(cut('{"action": 1, "resource": "arn:aws:')).toEqual([
      { action: 1, resource: 'arn:aws:' },
    ]);
    expect(cut('{"DecodedMessage": "{\\"a')).toEqual([{ DecodedMessage: '{"a' }]);
    expect(cut('{"log": "{\\"a\\": \\')).toEqual([{ log: '{"a": ' }]);
    expect(cut('{"log": "a')).toEqual([{}]);
    expect(cut('{"action": "{\\"a\\": 1')).toEqual([{}]);
    expect(cut('{"items": ["a", "b')).toEqual([{ items: ['a'] }]);
  });

  test('goes no deeper than a decoded message needs', () => {
    const depth = (text: string) => (JSON.stringify(readLoose(text)).match(/\[/g) ?? []).length;
    expect(depth('['.repeat(20))).toBe(21);
    expect(depth('['.repeat(1000))).toBe(33);
  });

  test('reads valid JSON as it is, alone and in prose', () => {
    fc.assert(
      fc.property(fc.object({ withNullPrototype: false }), (value) => {
        const text = JSON.stringify(value);
        expect(JSON.stringify(readLoose(text))).toBe(`[${text}]`);
        expect(JSON.stringify(readLoose(`It is ${text}; see above.`))).toBe(`[${text}]`);
        expect(JSON.stringify(readLoose(`${text}\n${text}`))).toBe(`[${text},${text}]`);
      }),
    );
  });

  test('reads JSON whose closers are lost as far as it goes', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-h]\w{1,8}$/), fc.string()), (value) => {
        const text = JSON.stringify(value, null, 2);
        expect(readLoose(text.slice(0, -1))).toEqual([value]);
      }),
    );
  });
});

describe('parseJson', () => {
  test.each(['', '{', '7', 'true'])('takes %j for no document', (text) => {
    expect(parseJson(text)).toBeUndefined();
  });

  test.each<[string, unknown]>([
    ['{"a": 1}', { a: 1 }],
    ['[]', []],
    ['"a"', 'a'],
  ])('reads %s', (text, value) => {
    expect(parseJson(text)).toEqual(value);
  });
});
