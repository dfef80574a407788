import {
  endsCut,
  firstWord,
  joinedWord,
  withoutClosing,
  withoutOpening,
  withoutQuotes,
} from '../../../core/message/token';

it.each([
  ['', false],
  ['a.', false],
  ['a..', false],
  ['...a', false],
  ['a...', true],
  ['a... \n', true],
  ['…', true],
])('tells of %j whether it was cut: %j', (text, expected) => {
  expect(endsCut(text)).toBe(expected);
});

it.each([
  ['a"', 'a"'],
  ['"\'`([{“‘\\a', 'a'],
  ['*', '*'],
])('takes what opens off %j', (text, expected) => {
  expect(withoutOpening(text)).toBe(expected);
});

it.each([
  ['', ''],
  ['"', ''],
  ['instance/*', 'instance/*'],
  ['log-stream:', 'log-stream:'],
  ['a"\'`)]}>,;.”’\\', 'a'],
  ['a(1)', 'a(1)'],
  ['a[1]{2}<3>', 'a[1]{2}<3>'],
  ['a(1).', 'a(1)'],
])('takes punctuation off %j', (text, expected) => {
  expect(withoutClosing(text)).toBe(expected);
});

it.each([
  ['a,', 'a,'],
  ['a.;', 'a.;'],
  ['a"\'`)]}>”’\\', 'a'],
  ['<a>', '<a>'],
])('takes quotes off %j', (text, expected) => {
  expect(withoutQuotes(text)).toBe(expected);
});

it.each([
  ['', null],
  [' . ', null],
  ['cut... more', null],
  ['cut…', null],
  [' first second', 'first'],
  ['"first" second', 'first'],
  ["'first', second", 'first'],
  ["it's here", "it's"],
  ['first</Message>', 'first'],
  ['a<b>c', 'a<b>c'],
  ['first│', 'first'],
  ['first\\nsecond', 'first'],
  ['`first`second', 'first'],
])('reads the first word of %j as %j', (text, expected) => {
  expect(firstWord(text)).toBe(expected);
});

it.each([
  ['', null],
  ['a b', null],
  ['a\nb c', null],
  ['a', 'a'],
  [' a\n  b \nc\n', 'abc'],
])('joins the lines of %j to %j', (text, expected) => {
  expect(joinedWord(text)).toBe(expected);
});
