import fc from 'fast-check';
import { inert } from '../../../core/render/inert';
import { wrap } from '../../../core/render/wrap';

describe('inert', () => {
  test.each([
    ['\u001b[31mred', '\\u001b[31mred'],
    ['two\nlines\r', 'two\\u000alines\\u000d'],
    ['a\u202eb', 'a\\u202eb'],
    ['a\u200bb\ufeff', 'a\\u200bb\\ufeff'],
    ['\u009b1m\u0000', '\\u009b1m\\u0000'],
    ['\u2028\u2066\u061c', '\\u2028\\u2066\\u061c'],
  ])('writes what acts in %j as escapes', (text, expected) => {
    expect(inert(text)).toBe(expected);
  });

  test('leaves readable text of every script as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-composite' }), (text) => {
        const once = inert(text);
        expect(inert(once)).toBe(once);
        if (!/\p{C}|\p{Z}/u.test(text)) expect(once).toBe(text);
      }),
    );
    expect(inert('10 × m5.large, 日本, ключ')).toBe('10 × m5.large, 日本, ключ');
  });
});

describe('wrap', () => {
  test('keeps a word that is longer than the line whole', () => {
    expect(wrap('a bbbbbbbbbb c', 4)).toEqual(['a', 'bbbbbbbbbb', 'c']);
  });

  test('fills lines to the width and not beyond', () => {
    expect(wrap('aa bb cc dd', 5)).toEqual(['aa bb', 'cc dd']);
    expect(wrap('aa bb ccc', 8)).toEqual(['aa bb', 'ccc']);
    expect(wrap('aa bb ccc', 9)).toEqual(['aa bb ccc']);
  });

  test('indents all lines but the first, within the width', () => {
    expect(wrap('1. aa bb cc dd', 8, '   ')).toEqual(['1. aa', '   bb cc', '   dd']);
  });

  test('gives one empty line for an empty text', () => {
    expect(wrap('', 10)).toEqual(['']);
  });

  test('loses and adds no word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[!-~]{1,12}$/)),
        fc.integer({ min: 1, max: 40 }),
        (words, width) => {
          expect(wrap(words.join(' '), width).join(' ')).toBe(words.join(' '));
        },
      ),
    );
  });
});
