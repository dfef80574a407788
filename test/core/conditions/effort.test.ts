import { isAffordable } from '../../../core/conditions/effort';

describe('isAffordable', () => {
  test('refuses patterns and texts whose product is beyond the limit', () => {
    expect(isAffordable(['a'.repeat(19_999)], ['b'.repeat(1_000)])).toBe(false);
    expect(isAffordable(['a'.repeat(9_999), 'a'.repeat(9_999)], ['b'.repeat(1_000)])).toBe(false);
  });

  test('counts empty texts, of which there might be millions', () => {
    expect(
      isAffordable(
        Array.from({ length: 20_001 }, () => ''),
        ['b'.repeat(999)],
      ),
    ).toBe(false);
  });

  test('accepts what is at the limit', () => {
    expect(isAffordable(['a'.repeat(19_999)], ['b'.repeat(999)])).toBe(true);
    expect(isAffordable([], ['b'.repeat(30_000_000)])).toBe(true);
  });
});
