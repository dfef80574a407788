import { latest } from '../../adapters/latest';

test('what was not asked for longest is made anew', () => {
  const made: string[] = [];
  const of = latest(2, (key) => {
    made.push(key);
    return { key };
  });
  const first = of('a');
  of('b');
  expect(of('a')).toBe(first);
  of('c');
  expect(of('a')).toBe(first);
  expect(of('b')).not.toBe(undefined);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});
