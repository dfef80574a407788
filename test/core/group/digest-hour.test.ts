import fc from 'fast-check';
import { digestDue } from '../../../core/group/digest-hour';

const BERLIN = { hour: 8, timeZone: 'Europe/Berlin' };

describe('digestDue', () => {
  it('refuses a time zone that does not exist', () => {
    const nowhere = { hour: 8, timeZone: 'Europe/Nowhere' };
    expect(() => digestDue(nowhere, null, '2026-11-20T07:00:00Z')).toThrow(RangeError);
  });

  test.each([
    [null, '2026-11-20T06:59:00Z'],
    [null, '2026-11-20T08:00:00Z'],
    ['2026-11-20T07:00:00Z', '2026-11-20T23:30:00Z'],
    ['2026-11-20T07:00:00Z', '2026-11-21T06:59:00Z'],
    // Made late, at 20:00: the next one is due at its hour all the same.
    ['2026-11-20T19:00:00Z', '2026-11-21T06:59:00Z'],
  ])('is not due after %j at %s', (last, now) => {
    expect(digestDue(BERLIN, last, now)).toBe(false);
  });

  test.each([
    [null, '2026-11-20T07:04:00Z'],
    ['2026-11-20T07:00:00Z', '2026-11-21T07:00:00Z'],
    ['2026-11-20T19:00:00Z', '2026-11-21T07:00:00Z'],
    ['2026-11-01T07:00:00Z', '2026-11-21T01:00:00Z'],
    ['2026-12-31T07:00:00Z', '2027-01-01T07:00:00Z'],
  ])('is due after %j at %s', (last, now) => {
    expect(digestDue(BERLIN, last, now)).toBe(true);
  });

  it('comes when clocks have skipped its hour', () => {
    const two = { ...BERLIN, hour: 2 };
    expect(digestDue(two, '2026-03-28T01:00:00Z', '2026-03-29T00:59:00Z')).toBe(false);
    expect(digestDue(two, '2026-03-28T01:00:00Z', '2026-03-29T01:00:00Z')).toBe(true);
  });

  it('comes once when clocks repeat its hour', () => {
    const two = { ...BERLIN, hour: 2 };
    expect(digestDue(two, '2026-10-24T00:00:00Z', '2026-10-25T00:00:00Z')).toBe(true);
    expect(digestDue(two, '2026-10-25T00:00:00Z', '2026-10-25T01:00:00Z')).toBe(false);
  });

  it('comes at midnight', () => {
    const midnight = { hour: 0, timeZone: 'Asia/Kolkata' };
    expect(digestDue(midnight, '2026-11-19T18:30:00Z', '2026-11-20T18:29:00Z')).toBe(false);
    expect(digestDue(midnight, '2026-11-19T18:30:00Z', '2026-11-20T18:30:00Z')).toBe(true);
  });

  it('comes once a day in every zone and at every hour, all year', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'UTC'];
    const hours = fc.integer({ min: 0, max: 23 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), hours, fc.nat({ max: 350 }), (timeZone, hour, day) => {
        const start = Date.UTC(2026, 0, 1 + day);
        let last = new Date(start).toISOString();
        const made: number[] = [];
        for (let half = 1; half <= 10 * 48; half += 1) {
          const now = new Date(start + half * 1_800_000).toISOString();
          if (!digestDue({ hour, timeZone }, last, now)) continue;
          made.push(half / 2);
          last = now;
        }
        // A clock that moves may bring the first hour of the eleventh day into the ten.
        expect(Math.abs(made.length - 10)).toBeLessThanOrEqual(1);
        const gaps = made.slice(1).map((at, index) => at - (made[index] ?? 0));
        expect(Math.min(...gaps)).toBeGreaterThanOrEqual(23);
        expect(Math.max(...gaps)).toBeLessThanOrEqual(25);
      }),
      { numRuns: 25 },
    );
  });
});
