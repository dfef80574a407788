import { refer } from '../../lib/one-file/refer';

const STAND_INS = [
  { name: 'Email', value: 'stand-in@example.com', isList: false },
  { name: 'Days', value: '3617', isList: false },
  { name: 'Regions', value: 'xx-1', isList: true },
  { name: 'Names', value: '{"a":1}', isList: false, condition: 'HasNames' },
];
const said = (value: unknown) => refer(value, STAND_INS);
const join = (...parts: unknown[]) => ({ 'Fn::Join': ['', parts] });

test.each([
  ['a text', 'stand-in@example.com', { Ref: 'Email' }],
  ['a number', 3617, { Ref: 'Days' }],
  ['another number', 361, 361],
  ['a part of a text', '{"days":3617}', join('{"days":', { Ref: 'Days' }, '}')],
  ['no part of a longer word', 'A3617B x3617', 'A3617B x3617'],
  ['twice in a text', '3617 3617', join({ Ref: 'Days' }, ' ', { Ref: 'Days' })],
  [
    'a part of a text that is joined',
    { 'Fn::Join': ['', ['a 3617 b', { Ref: 'X' }]] },
    join('a ', { Ref: 'Days' }, ' b', { Ref: 'X' }),
  ],
  [
    'the names of the template',
    { 'Fn::GetAtt': ['3617', 'Arn'] },
    { 'Fn::GetAtt': ['3617', 'Arn'] },
  ],
  ['the name of a resource', { Ref: '3617' }, { Ref: '3617' }],
  ['a condition of a policy', { Condition: { a: 3617 } }, { Condition: { a: { Ref: 'Days' } } }],
  ['a list', ['xx-1'], { Ref: 'Regions' }],
  [
    'a list in a list',
    [{ Ref: 'AWS::Region' }, 'xx-1'],
    {
      'Fn::Split': [
        ',',
        { 'Fn::Join': [',', [{ Ref: 'AWS::Region' }, { 'Fn::Join': [',', { Ref: 'Regions' }] }]] },
      ],
    },
  ],
  ['a list in a text', '["xx-1"]', join('["', { 'Fn::Join': ['","', { Ref: 'Regions' }] }, '"]')],
  [
    'what may be absent',
    { NAMES: '{"a":1}' },
    { NAMES: { 'Fn::If': ['HasNames', { Ref: 'Names' }, { Ref: 'AWS::NoValue' }] } },
  ],
])('%s', (_, value, reference) => {
  expect(said(value)).toEqual(reference);
});
