import * as fc from 'fast-check';
import { matchesGlob } from '../../../core/glob';
import { matchesPieces, piecesOf } from '../../../local/policy/pattern';
import type { FilledText } from '../../../local/policy/policy-text';

const pattern = (text: string): FilledText => [{ kind: 'pattern', text }];
const literal = (text: string): FilledText => [{ kind: 'literal', text }];

test.each<[FilledText, string]>([
  [pattern('a?'), 'a'],
  [pattern('*b'), 'abc'],
  [pattern(''), 'a'],
  [literal('*'), 'a'],
  [literal('?'), 'a'],
  [[...literal('a*'), ...pattern('?')], 'abc'],
])('%j does not match %j', (text, value) => {
  expect(matchesPieces(piecesOf(text), value)).toBe(false);
});

test.each<[FilledText, string]>([
  [pattern('*'), ''],
  [pattern('a*c?'), 'abbc*'],
  [literal('*?'), '*?'],
  [[...literal('a*'), ...pattern('*')], 'a*bc'],
])('%j matches %j', (text, value) => {
  expect(matchesPieces(piecesOf(text), value)).toBe(true);
});

test('without characters that stand for themselves, the wildcards are those of the whole project', () => {
  const short = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', ':'), maxLength: 9 });
  fc.assert(
    fc.property(short, short, (one, other) => {
      expect(matchesPieces(piecesOf(pattern(one)), other)).toBe(matchesGlob(one, other));
    }),
    { numRuns: 2_000 },
  );
});

test('a long pattern of stars costs no more than the product of the lengths', () => {
  const started = performance.now();
  expect(matchesPieces(piecesOf(pattern('*a'.repeat(500))), 'a'.repeat(499))).toBe(false);
  expect(performance.now() - started).toBeLessThan(2_000);
});
