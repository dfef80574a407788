import { mergeTexts, textParts } from '../../lib/one-file/merge-joins';

const ref = { Ref: 'R' };

/** What CloudFormation makes of a merged text. */
function read(value: unknown, holds: boolean): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { 'Fn::Join': join, 'Fn::If': choice } = Object(value);
  if (choice !== undefined) return read(choice[holds ? 1 : 2], holds);
  if (join === undefined) return JSON.stringify(value);
  return join[1].map((part: unknown) => read(part, holds)).join('');
}

describe('a text', () => {
  test.each([
    ['of one piece', 'a', ['a']],
    ['that is joined', { 'Fn::Join': ['', ['a', ref]] }, ['a', ref]],
    ['that is joined with something between', { 'Fn::Join': [',', ['a', ref]] }, null],
    ['that is a list of a parameter', { 'Fn::Join': ['', ref] }, null],
    ['that is something else', { Ref: 'R' }, null],
    ['that is no text', 7, null],
  ])('%s has these parts', (_name, value, parts) => {
    expect(textParts(value)).toEqual(parts);
  });
});

describe('two texts become one that is either,', () => {
  test.each<[string, readonly unknown[], readonly unknown[]]>([
    ['with common ends', ['a ', ref, ' b c'], ['a ', ref, ' b d c']],
    ['that differ in all', ['a'], [ref]],
    ['one of which ends first', ['a ', ref], ['a ']],
    ['one of which is empty', ['a ', ref], []],
    ['that repeat themselves', ['a a a a'], ['a a']],
    ['that are the same', ['a ', ref], ['a ', ref]],
  ])('%s', (_name, on, off) => {
    const whole = (parts: readonly unknown[]) => read({ 'Fn::Join': ['', parts] }, true);
    const merged = mergeTexts('Holds', on, off);
    expect([read(merged, true), read(merged, false)]).toEqual([whole(on), whole(off)]);
  });

  test('and what both have stands once', () => {
    const on = ['{"table":"', ref, '","topic":"x"}'];
    const off = ['{"table":"', ref, '"}'];
    const choice = { 'Fn::If': ['Holds', ',"topic":"x"', ''] };
    expect(mergeTexts('Holds', on, off)).toEqual({
      'Fn::Join': ['', ['{"table":"', ref, '"', choice, '}']],
    });
  });
});
