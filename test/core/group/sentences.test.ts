import {
  digestCounts,
  foldedTitle,
  grouped,
  heldBackWords,
  muteFault,
  muteWords,
} from '../../../core/group/sentences';
import { at } from './group';

describe('heldBackWords', () => {
  it('says nothing where nothing was held back', () => {
    expect(heldBackWords(0, at(0), at(1))).toBe('');
  });

  it('leaves out what is no time', () => {
    expect(heldBackWords(41, null, at(1))).toBe('41 more');
    expect(heldBackWords(41, 'soon', at(1))).toBe('41 more');
  });

  it('says how many more, and since when', () => {
    expect(heldBackWords(41, at(0), at(60))).toBe('41 more since 09:14 UTC');
    expect(heldBackWords(9999, '2026-11-20T09:14:03Z', at(60))).toBe('9,999 more since 09:14 UTC');
  });

  it('gives the date where it is not today', () => {
    expect(heldBackWords(1, at(0), at(24 * 60))).toBe('1 more since 2026-11-20 09:14 UTC');
  });
});

describe('grouped', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1234567, '1,234,567'],
  ])('writes %i as %s', (count, text) => {
    expect(grouped(count)).toBe(text);
  });
});

describe('muteFault', () => {
  it('says what is wrong with a mute that is over at once', () => {
    expect(muteFault({ count: 7 }, { until: at(0) }, at(5))).toBe(
      'the mute ends at "2026-11-20T09:14:00.000Z"; allowed is a time after 2026-11-20T09:19:00.000Z, such as 2030-01-31T09:00:00Z',
    );
    expect(muteFault({ count: 7 }, { until: 'tomorrow' }, at(5))).toContain('"tomorrow"');
    expect(muteFault({ count: 7 }, { untilCount: 7 }, at(5))).toBe(
      'the mute ends at the count 7; allowed is a count above 7, which the group has now',
    );
    expect(muteFault({ count: 7 }, { untilCount: Number.NaN }, at(5))).not.toBeNull();
  });

  test.each([{ until: at(6) }, { untilCount: 8 }, { forever: true } as const])(
    'finds nothing wrong with %j',
    (mute) => {
      expect(muteFault({ count: 7 }, mute, at(5))).toBeNull();
    },
  );
});

describe('muteWords', () => {
  it('names a time as it was given', () => {
    expect(muteWords({ until: '2026-12-01' })).toBe('muted until 2026-12-01');
  });
});

describe('foldedTitle', () => {
  test.each([
    [480, 480, '480 new causes of denied launches'],
    [1480, 470, '1,480 causes of denied launches, 470 of them new'],
    [2, 0, '2 causes of denied launches'],
  ])('of %i causes, %i of them new: %s', (causes, ofThemNew, title) => {
    expect(foldedTitle(causes, ofThemNew)).toBe(title);
  });
});

describe('digestCounts', () => {
  test.each([
    [1, 0, '1 denial, none the day before'],
    [4100, 12, '4,100 denials, 12 the day before'],
    [0, 1, '0 denials, 1 the day before'],
  ])('of %i and %i: %s', (count, before, words) => {
    expect(digestCounts({ count, before })).toBe(words);
  });
});
