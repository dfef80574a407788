import { parseSettings } from '../../../lib/settings';
import { refusal } from './refusal';

describe.each(['ignoredPrincipals', 'ignoredActions'])('%s', (name) => {
  it.each([
    [[''], 'such as '],
    [['role/ci runner'], 'patterns of visible ASCII'],
    [['role/ci\n'], 'visible ASCII'],
    [['role/größe'], 'visible ASCII'],
    [['a', 'a'], 'each once'],
    ['a,,b', 'each once'],
    [['x'.repeat(997)], 'as JSON at most 1,000 characters'],
    [['"'.repeat(499)], 'as JSON at most 1,000 characters'],
    [{ role: 'ci' }, 'patterns'],
  ])('refuses %j', (given, words) => {
    expect(refusal({ [name]: given })).toContain(`${name} is `);
    expect(refusal({ [name]: given })).toContain(words);
  });

  it('takes patterns, up to the length that fits', () => {
    const longest = ['x'.repeat(996)];
    expect(JSON.stringify(longest)).toHaveLength(1_000);
    expect(refusal({ [name]: longest })).toBe('accepted');
    expect(parseSettings({ [name]: 'role/ci-*, arn:aws:iam::111122223333:user/?' })).toMatchObject({
      [name]: ['role/ci-*', 'arn:aws:iam::111122223333:user/?'],
    });
  });
});
