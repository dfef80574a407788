import { allOf, type Answer, anyOf, not } from '../../../local/policy/answer';

test.each<[readonly Answer[], Answer, Answer]>([
  [[], false, true],
  [[false, false], false, false],
  [['open', false], 'open', false],
  [['open', true], true, 'open'],
  [['open'], 'open', 'open'],
  [[true, false], true, false],
  [[true, true], true, true],
])('of %j, any is %j and all is %j', (answers, any, all) => {
  expect(anyOf(answers)).toBe(any);
  expect(allOf(answers)).toBe(all);
});

test('what is open stays open where it is denied', () => {
  expect([not(true), not(false), not('open')]).toEqual([false, true, 'open']);
});
