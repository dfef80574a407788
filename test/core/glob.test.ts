import fc from 'fast-check';
import { matchesGlob } from '../../core/glob';

describe('matchesGlob', () => {
  test.each([
    ['', 'a'],
    ['a', ''],
    ['a', 'b'],
    ['a?', 'a'],
    ['?', ''],
    ['a*c', 'ab'],
    ['*a', 'ab'],
    ['ec2:Run*', 'ec2:TerminateInstances'],
    ['A', 'a'],
    ['a.c', 'abc'],
  ])('%j does not match %j', (pattern, text) => {
    expect(matchesGlob(pattern, text)).toBe(false);
  });

  test.each([
    ['', ''],
    ['*', ''],
    ['**', 'anything'],
    ['a?c', 'abc'],
    ['a*c', 'ac'],
    ['a*c', 'abcbc'],
    ['*a*b', 'xaxxab'],
    ['ec2:*', 'ec2:RunInstances'],
    ['arn:aws:ec2:*:*:instance/*', 'arn:aws:ec2:eu-west-1:111122223333:instance/*'],
    ['a*', 'a*'],
  ])('%j matches %j', (pattern, text) => {
    expect(matchesGlob(pattern, text)).toBe(true);
  });

  test('agrees with the definition by recursion', () => {
    const meant = (p: string, t: string): boolean => {
      if (p === '') return t === '';
      if (p[0] === '*') return meant(p.slice(1), t) || (t !== '' && meant(p, t.slice(1)));
      return t !== '' && (p[0] === '?' || p[0] === t[0]) && meant(p.slice(1), t.slice(1));
    };
    const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
    fc.assert(fc.property(pattern, text, (p, t) => matchesGlob(p, t) === meant(p, t)));
  });

  test('does not hang on many stars', () => {
    expect(matchesGlob(`${'*a'.repeat(21)}b`, 'a'.repeat(256))).toBe(false);
  });
});
