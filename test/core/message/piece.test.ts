import { isMessageLike, isWord, mayFollow } from '../../../core/message/piece';

const MIXED = 'aB3dE6gH9jK2mN5pQ8sT';
const LONG = `${MIXED}${MIXED}`;
const LETTERS = 'abcdefghijklmnopqrst'.repeat(2);

describe('isMessageLike', () => {
  it.each([
    ['', false],
    [MIXED.slice(0, 19), false],
    [MIXED, true],
    [MIXED.toLowerCase(), false],
    [MIXED.toUpperCase(), false],
    [MIXED.replaceAll(/\d/g, 'x'), false],
    [MIXED.replaceAll(/\d/g, '_'), true],
    [LETTERS.slice(0, 39), false],
    [LETTERS, true],
  ])('of %j is %j', (run, expected) => {
    expect(isMessageLike(run)).toBe(expected);
  });
});

describe('isWord', () => {
  it.each([
    ['', false],
    ['Done', true],
    ['a', true],
    ['xxxx', false],
    ['xxy', true],
    ['Done1', false],
    ['re-run', false],
    ['abcdefghijklmnopqrs', true],
    ['abcdefghijklmnopqrst', false],
  ])('of %j is %j', (run, expected) => {
    expect(isWord(run)).toBe(expected);
  });
});

describe('mayFollow', () => {
  it.each([
    ['nothing', [LONG], '\n', '', ''],
    ['a run that goes on', [LONG], '\n', LONG, ':'],
    ['a run before a dot and a letter', [LONG], '\n', LONG, '.a'],
    ['a short run on the next line of a short one', [LONG.slice(0, 39)], '\n', 'aB3', ''],
    ['a word on the next line', [LONG], '\n', 'Done', ''],
    ['a short run behind a blank line', [LONG], '\n\n', 'aB3', ''],
    ['a quote on the same line', [LONG], '" "', LONG, ''],
    ['a quote before a space', [LONG], '" ', LONG, ''],
    ['a quote behind a space', [LONG], ' "', LONG, ''],
    ['a run behind a space that is not certain', [LONG], ' ', LONG.slice(0, 39), ''],
    ['a run behind a space and a short one', [MIXED.slice(0, 19)], ' ', LONG, ''],
    ['a run behind a line that was not full', [LONG, LONG, LONG.slice(0, 35)], '\n', LONG, ''],
    [
      'a run behind a space and a line that was not full',
      [LONG, LONG, LONG.slice(0, 35)],
      ' ',
      'aB3',
      '',
    ],
    ['a word behind lines of several lengths', [MIXED, LONG, LONG.slice(0, 39)], '\n', 'Done', ''],
    ['a word behind a space', [LONG, LONG, LONG], ' ', 'Done', ''],
  ] as const)('says no to %s', (_title, pieces, gap, run, behind) => {
    expect(mayFollow(pieces, gap, run, behind)).toBe(false);
  });

  it.each([
    ['a long run on the next line', [MIXED], '\n', LONG, ''],
    ['a short run on the next line of a long one', [LONG], '\n', 'aB3', ''],
    ['a long run behind a blank line', [LONG], '\n\n', MIXED, ''],
    ['a certain run behind a space', [MIXED], ' ', LONG, ''],
    ['a certain run behind spaces and a tab', [MIXED], ' \t ', LONG, ''],
    ['a run behind a full line', [MIXED, LONG], '\n', 'aB3', ''],
    ['a run behind a line that is nearly full', [MIXED, LONG, LONG.slice(0, 36)], '\n', 'aB3', ''],
    [
      'a run behind a line longer than the first',
      [MIXED, LONG.slice(0, 36), LONG],
      '\n',
      'aB3',
      '',
    ],
    [
      'a run behind full lines though a line before was not',
      [MIXED, LONG.slice(0, 30), LONG],
      '\n',
      'aB3',
      '',
    ],
    ['a run behind a space and full lines', [MIXED, LONG], ' ', 'aB3', ''],
    ['letters behind lines of one length', [MIXED, LONG, LONG], '\n', 'Done', ''],
    ['a run before a full stop', [LONG], '\n', LONG, '.'],
    ['a run before a full stop and a space', [LONG], '\n', LONG, '. A'],
    ['a run before dots', [LONG], '\n', LONG, '...'],
    ['a run before a quote', [LONG], '\n', LONG, '"'],
  ] as const)('says yes to %s', (_title, pieces, gap, run, behind) => {
    expect(mayFollow(pieces, gap, run, behind)).toBe(true);
  });
});
