import { earlier, hasCome, later, minutesAfter } from '../../../core/group/time';

const [NINE, TEN] = ['2026-11-20T09:00:00Z', '2026-11-20T10:00:00.000Z'];

describe('hasCome', () => {
  test.each([
    [TEN, NINE, false],
    [NINE, TEN, true],
    [NINE, '2026-11-20T09:00:00.000Z', true],
    ['never', NINE, true],
  ])('%s at %s: %j', (time, now, is) => {
    expect(hasCome(time, now)).toBe(is);
  });
});

describe('minutesAfter', () => {
  it('leaves what is no time as it is', () => {
    expect(minutesAfter('soon', 60)).toBe('soon');
  });

  it('adds minutes', () => {
    expect(minutesAfter(NINE, 60)).toBe(TEN);
  });
});

describe('earlier and later', () => {
  test.each([
    [null, NINE, NINE, NINE],
    [NINE, TEN, NINE, TEN],
    [TEN, NINE, NINE, TEN],
    ['', NINE, NINE, NINE],
    [NINE, '', NINE, NINE],
    ['', 'x', '', ''],
  ])('of %j and %j: %j and %j', (one, other, first, last) => {
    expect(earlier(one, other)).toBe(first);
    expect(later(one, other)).toBe(last);
  });
});
