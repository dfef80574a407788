import { isOfAccount } from '../../../core/review/matches';
import { groupOf } from './sample';

describe('isOfAccount', () => {
  const named = groupOf(1, 'open', {}, { account: '444455556666', accountName: 'payments' });

  test.each(['111122223333', 'search', '(payments)'])('does not find %j', (text) => {
    expect(isOfAccount(named, text)).toBe(false);
  });

  test.each(['444455556666', '5666', 'PAY', 'payments (444455556666)'])('finds %j', (text) => {
    expect(isOfAccount(named, text)).toBe(true);
  });

  test('knows an account without a name by its number', () => {
    expect(isOfAccount(groupOf(1), '3333')).toBe(true);
    expect(isOfAccount(groupOf(1), 'payments')).toBe(false);
  });
});
