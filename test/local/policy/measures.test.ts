import { numberOf, timeOf } from '../../../local/policy/measures';

test.each(['', ' ', '1e3', '0x10', '1,000', '--1', 'NaN', '.', 'Infinity', '1 '])(
  '%j is no number',
  (text) => {
    expect(numberOf(text)).toBeNaN();
  },
);

test.each([
  ['0', 0],
  ['-3', -3],
  ['+3', 3],
  ['2.50', 2.5],
  ['.5', 0.5],
  ['5.', 5],
])('%j is a number', (text, number) => {
  expect(numberOf(text)).toBe(number);
});

test.each([
  '',
  'soon',
  '2026-1-1',
  '2026-11-20T09:14:03',
  '2026-11-20 09:14:03Z',
  '2026-13-01',
  '20/11/2026',
])('%j is no date', (text) => {
  expect(timeOf(text)).toBeNaN();
});

test.each([
  ['2026', Date.UTC(2026)],
  ['2026-11', Date.UTC(2026, 10)],
  ['2026-11-20', Date.UTC(2026, 10, 20)],
  ['2026-11-20T09:14Z', Date.UTC(2026, 10, 20, 9, 14)],
  ['2026-11-20T09:14:03Z', Date.UTC(2026, 10, 20, 9, 14, 3)],
  ['2026-11-20T09:14:03.5Z', Date.UTC(2026, 10, 20, 9, 14, 3, 500)],
  ['2026-11-20T09:14:03+02:00', Date.UTC(2026, 10, 20, 7, 14, 3)],
  ['1795166043', 1_795_166_043_000],
])('%j is a date', (text, milliseconds) => {
  expect(timeOf(text)).toBe(milliseconds);
});
