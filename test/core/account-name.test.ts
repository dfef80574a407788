import {
  accountWords,
  inAccount,
  nameChanges,
  toldAccount,
  withAccountName,
  withHome,
} from '../../core/account-name';
import { sampleExplanation } from './alert/sample';

describe('accountWords', () => {
  test.each([
    ['444455556666', undefined, '444455556666'],
    ['444455556666', null, '444455556666'],
    ['444455556666', '', '444455556666'],
    ['444455556666', 'payments', 'payments (444455556666)'],
  ])('writes %j named %j as %j', (account, name, words) => {
    expect(accountWords(account, name)).toBe(words);
  });
});

test('a member account without a name is told by its number, and an account alone is not', () => {
  const account = '444455556666';
  const homeAccount = '111122223333';
  expect([toldAccount({ account }), toldAccount({ account, homeAccount })]).toEqual([
    null,
    'account 444455556666',
  ]);
  expect(toldAccount({ account, homeAccount, accountName: 'payments' })).toBe(
    'payments (444455556666)',
  );
  expect(inAccount({ account, homeAccount })).toBe(', in account 444455556666');
});

test('the account of the hub is told of events of other accounts alone', () => {
  const explanation = sampleExplanation();
  const { event: _event, ...without } = explanation;
  const own = explanation.event?.account;
  expect([
    withHome(explanation, undefined),
    withHome(explanation, own),
    withHome(without, '999900001111'),
  ]).toEqual([explanation, explanation, without]);
  expect(withHome(explanation, '999900001111').event?.homeAccount).toBe('999900001111');
});

test('inAccount says nothing where no name or no event is known', () => {
  const account = '444455556666';
  expect([inAccount(undefined), inAccount({ account })]).toEqual(['', '']);
  expect(inAccount({ account, accountName: 'payments' })).toBe(', in payments (444455556666)');
});

describe('withAccountName', () => {
  test('changes nothing where no name or no event is known', () => {
    const explanation = sampleExplanation();
    expect(withAccountName(explanation, null)).toBe(explanation);
    const { event: _event, ...without } = explanation;
    expect(withAccountName(without, 'payments')).toBe(without);
  });

  test('adds the name to the event, or takes the place of another', () => {
    const named = withAccountName(sampleExplanation(), 'payments');
    expect(named.event).toEqual({ ...sampleExplanation().event, accountName: 'payments' });
    expect(withAccountName(named, 'search').event?.accountName).toBe('search');
    expect(withAccountName(named, null).event?.accountName).toBe('payments');
  });
});

describe('nameChanges', () => {
  const BEFORE = new Map([
    ['444455556666', 'payments'],
    ['777788889999', 'find'],
    ['999900001111', 'left'],
  ]);

  test('are none where every name is known', () => {
    expect(nameChanges(BEFORE, BEFORE)).toEqual([]);
    expect(nameChanges(BEFORE, new Map())).toEqual([]);
  });

  test('are the new and the changed names, by account number', () => {
    const now = new Map([
      ['222233334444', 'lab'],
      ['777788889999', 'search'],
      ['111122223333', 'home'],
      ['444455556666', 'payments'],
    ]);
    expect(nameChanges(BEFORE, now)).toEqual([
      { account: '111122223333', name: 'home', before: null },
      { account: '222233334444', name: 'lab', before: null },
      { account: '777788889999', name: 'search', before: 'find' },
    ]);
  });
});
