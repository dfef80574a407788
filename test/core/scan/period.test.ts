import { readPeriod } from '../../../core/scan/period';

const NOW = '2026-11-24T12:00:00.000Z';

describe('readPeriod', () => {
  it.each([
    [{}, null],
    [{ last: '7d' }, { from: '2026-11-17T12:00:00.000Z', to: NOW }],
    [{ last: '90m' }, { from: '2026-11-24T10:30:00.000Z', to: NOW }],
    [{ last: '2w' }, { from: '2026-11-10T12:00:00.000Z', to: NOW }],
    [{ from: '2026-11-01' }, { from: '2026-11-01T00:00:00.000Z', to: NOW }],
    [
      { from: '2026-11-01', to: '2026-11-02' },
      { from: '2026-11-01T00:00:00.000Z', to: '2026-11-03T00:00:00.000Z' },
    ],
    [
      { from: '2026-11-01T09:00:00+01:00', to: '2026-11-01T09:30Z' },
      { from: '2026-11-01T08:00:00.000Z', to: '2026-11-01T09:30:00.000Z' },
    ],
    [
      { from: '2026-11-24', to: '2026-11-24' },
      { from: '2026-11-24T00:00:00.000Z', to: NOW },
    ],
  ])('reads %j', (words, range) => {
    expect(readPeriod(words, NOW)).toEqual({ kind: 'period', range });
  });

  it.each([
    [{ last: '7d', from: '2026-11-01' }, '--last ends now'],
    [{ last: '0d' }, '--last "0d": allowed is a number with m, h, d or w'],
    [{ last: '7 days' }, '--last "7 days"'],
    [{ last: '7y' }, '--last "7y"'],
    [{ to: '2026-11-01' }, '--to needs a begin'],
    [{ from: 'yesterday' }, '--from "yesterday": allowed is a date'],
    [{ from: '2026-11-41' }, '--from "2026-11-41"'],
    [{ from: '2026-11-01T09:00' }, 'a time with its zone'],
    [{ from: '2026-11-01', to: 'now' }, '--to "now"'],
    [{ from: '2026-11-20', to: '2026-11-01' }, 'has no length'],
    [{ from: '2027-01-01' }, 'from 2027-01-01 to now has no length, or has not begun'],
  ])('refuses %j', (words, why) => {
    expect(readPeriod(words, NOW)).toEqual({
      kind: 'misused',
      why: expect.stringContaining(why),
    });
  });
});
