import { answerReaders, readReadersQuestion } from '../../../core/batch/readers';

const PAYMENTS = '444455556666';
const accounts = (count: number) =>
  Array.from({ length: count }, (_, at) => String(100_000_000_000 + at));

describe('readReadersQuestion', () => {
  test.each([
    undefined,
    null,
    '',
    'readers',
    [],
    {},
    { launchDenied: 'readers' },
    { launchDenied: 'sweep', accounts: [PAYMENTS] },
    { launchDenied: 'readers', accounts: [] },
    { launchDenied: 'readers', accounts: PAYMENTS },
    { launchDenied: 'readers', accounts: { 0: PAYMENTS } },
    { launchDenied: 'readers', accounts: [Number(PAYMENTS)] },
    { launchDenied: 'readers', accounts: [PAYMENTS, ''] },
    { launchDenied: 'readers', accounts: [`${PAYMENTS}1`] },
    { launchDenied: 'readers', accounts: [`${PAYMENTS}\n`] },
    { launchDenied: 'readers', accounts: [`${PAYMENTS}:role/admin#`] },
    { launchDenied: 'readers', accounts: ['४४४४५५५५६६६६'] },
    { launchDenied: 'readers', accounts: accounts(51) },
    { version: '0', source: 'aws.scheduler', detail: {} },
  ])('sweeps for %j', (event) => expect(readReadersQuestion(event)).toBeNull());

  test('asks about each account once', () => {
    const question = { launchDenied: 'readers', accounts: [PAYMENTS, '777788889999', PAYMENTS] };
    expect(readReadersQuestion(question)).toEqual([PAYMENTS, '777788889999']);
    const many = { launchDenied: 'readers', accounts: accounts(50) };
    expect(readReadersQuestion(many)).toHaveLength(50);
  });
});

test('answerReaders asks about ten accounts at once, and answers in their order', async () => {
  let [running, most] = [0, 0];
  const { readers } = await answerReaders(accounts(25), async (account) => {
    most = Math.max(most, (running += 1));
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    return account.endsWith('3') ? 'refused' : 'assumed';
  });
  expect(most).toBe(10);
  expect(readers.map(({ account }) => account)).toEqual(accounts(25));
  expect(readers.filter(({ outcome }) => outcome === 'refused')).toEqual([
    { account: '100000000003', outcome: 'refused' },
    { account: '100000000013', outcome: 'refused' },
    { account: '100000000023', outcome: 'refused' },
  ]);
});
