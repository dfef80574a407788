import { remembering } from '../../adapters/simulation-cache';
import type { SimulationAnswer, SimulationQuery } from '../../core/simulate/simulator';

const ALLOWED: SimulationAnswer = { kind: 'decided', decisions: [] };
const query = (action: string, account = '111122223333'): SimulationQuery => ({
  principalArn: `arn:aws:iam::${account}:role/ci`,
  action,
  resources: ['*'],
  context: [],
  addedPolicies: [],
});

/** A simulator that counts, and a clock that the test moves. */
function world(answer: SimulationAnswer = ALLOWED) {
  const asked: string[] = [];
  const accounts: string[] = [];
  let time = 0;
  const simulate = remembering(
    async ({ action, principalArn }) => {
      asked.push(action);
      accounts.push(principalArn.slice(13, 25));
      return answer;
    },
    () => time,
  );
  const wait = (minutes: number): void => void (time += minutes * 60_000);
  return { simulate, asked, accounts, wait };
}

describe('remembering', () => {
  test.each(['throttled', 'fault'] as const)(
    'leaves IAM alone for a minute once it was %s',
    async (because) => {
      const { simulate, asked, wait } = world({ kind: 'refused', because });
      await simulate(query('a:A'));
      expect(await simulate(query('a:B'))).toEqual({ kind: 'refused', because });
      expect(asked).toEqual(['a:A']);
      wait(1);
      await simulate(query('a:B'));
      expect(asked).toEqual(['a:A', 'a:B']);
    },
  );

  test('leaves the IAM of one account alone, and asks that of another', async () => {
    const { simulate, accounts } = world({ kind: 'refused', because: 'throttled' });
    await simulate(query('a:A'));
    await simulate(query('a:B'));
    await simulate(query('a:B', '444455556666'));
    await simulate({ ...query('a:B'), principalArn: 'nobody' });
    await simulate({ ...query('a:C'), principalArn: 'somebody' });
    expect(accounts).toEqual(['111122223333', '444455556666', '']);
  });

  test('leaves 32 of them alone at once', async () => {
    const { simulate, accounts } = world({ kind: 'refused', because: 'fault' });
    for (let at = 0; at <= 32; at += 1) await simulate(query('a:A', String(100_000_000_000 + at)));
    await simulate(query('a:A', '100000000001'));
    expect(accounts).toHaveLength(33);
    await simulate(query('a:A', '100000000000'));
    expect(accounts).toHaveLength(34);
  });

  test('does not remember that a reader role is missing, which is known where it is assumed', async () => {
    const { simulate, asked } = world({ kind: 'refused', because: 'no-reader' });
    await simulate(query('a:A'));
    await simulate(query('a:A'));
    expect(asked).toEqual(['a:A', 'a:A']);
  });

  test('remembers a final refusal as an answer', async () => {
    const { simulate, asked } = world({ kind: 'refused', because: 'not-permitted' });
    await simulate(query('a:A'));
    await simulate(query('a:A'));
    await simulate(query('a:B'));
    expect(asked).toEqual(['a:A', 'a:B']);
  });

  test('asks the same question once in five minutes', async () => {
    const { simulate, asked, wait } = world();
    expect(await simulate(query('a:A'))).toBe(ALLOWED);
    wait(4.9);
    await simulate(query('a:A'));
    expect(asked).toHaveLength(1);
    wait(0.1);
    await simulate(query('a:A'));
    expect(asked).toHaveLength(2);
  });

  test('forgets the oldest of many questions', async () => {
    const { simulate, asked } = world();
    for (let index = 0; index <= 500; index += 1) await simulate(query(`a:A${index}`));
    await simulate(query('a:A500'));
    await simulate(query('a:A1'));
    expect(asked).toHaveLength(501);
    await simulate(query('a:A0'));
    expect(asked).toHaveLength(502);
  });
});
