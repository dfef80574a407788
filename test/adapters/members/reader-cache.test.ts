import { rememberedReaders } from '../../../adapters/reader-cache';
import type { AssumeReader, Reader } from '../../../adapters/reader-role';
import { PAYMENTS, SEARCH } from './organization';

const MINUTE = 60_000;
const OUT: Reader = { kind: 'unavailable', because: 'no-network', cause: null };

/** STS, which answers as the test says, and a clock that the test moves. */
function world(first: Reader | 'assumed') {
  const asked: string[] = [];
  const state = { answer: first, time: Date.parse('2026-11-20T09:14:00Z') };
  const assume: AssumeReader = async (account) => {
    asked.push(account);
    return state.answer === 'assumed' ? assumed(account) : state.answer;
  };
  const assumed = (account: string): Reader => ({
    kind: 'assumed',
    credentials: {
      accessKeyId: `ASIA${account}${asked.length}`,
      secretAccessKey: 's',
      sessionToken: 't',
      expiration: new Date(state.time + 15 * MINUTE),
    },
  });
  return {
    ask: rememberedReaders(assume, () => state.time),
    asked,
    wait: (minutes: number) => void (state.time += minutes * MINUTE),
    say: (answer: Reader | 'assumed') => void (state.answer = answer),
  };
}

const keyOf = (reader: Reader) =>
  reader.kind === 'assumed' ? reader.credentials.accessKeyId : reader.kind;

describe('rememberedReaders', () => {
  test('believes a refusal for five minutes, and asks again', async () => {
    const { ask, asked, wait, say } = world({ kind: 'refused' });
    await ask(PAYMENTS);
    say('assumed');
    wait(4.9);
    expect(await ask(PAYMENTS)).toEqual({ kind: 'refused' });
    expect(asked).toHaveLength(1);
    wait(0.1);
    expect(keyOf(await ask(PAYMENTS))).toBe(`ASIA${PAYMENTS}2`);
  });

  test('does not take an outage for a refusal: ten seconds later it asks again', async () => {
    const { ask, asked, wait, say } = world(OUT);
    expect(await ask(PAYMENTS)).toBe(OUT);
    say('assumed');
    wait(0.16);
    expect(await ask(PAYMENTS)).toBe(OUT);
    expect(await ask(SEARCH)).toBe(OUT);
    expect(asked).toEqual([PAYMENTS]);
    wait(0.01);
    expect(keyOf(await ask(PAYMENTS))).toBe(`ASIA${PAYMENTS}2`);
  });

  test('rests for one account alone where STS answers with an error of its', async () => {
    const throttled: Reader = { kind: 'unavailable', because: 'throttled', cause: null };
    const { ask, asked, say } = world(throttled);
    await ask(PAYMENTS);
    say('assumed');
    expect(await ask(PAYMENTS)).toBe(throttled);
    expect(keyOf(await ask(SEARCH))).toBe(`ASIA${SEARCH}2`);
    expect(asked).toEqual([PAYMENTS, SEARCH]);
  });

  test('keeps what it knows while STS is out of reach', async () => {
    const { ask, say } = world('assumed');
    await ask(PAYMENTS);
    say(OUT);
    await ask(SEARCH);
    expect(keyOf(await ask(PAYMENTS))).toBe(`ASIA${PAYMENTS}1`);
  });

  test('does not take an outage for a refusal where it was refused before', async () => {
    const { ask, wait, say } = world({ kind: 'refused' });
    await ask(PAYMENTS);
    wait(5);
    say(OUT);
    expect(await ask(PAYMENTS)).toBe(OUT);
    expect(await ask(PAYMENTS)).toBe(OUT);
  });

  test('renews credentials five minutes before they expire', async () => {
    const { ask, asked, wait } = world('assumed');
    const first = await ask(PAYMENTS);
    wait(9.9);
    expect(await ask(PAYMENTS)).toBe(first);
    expect(asked).toHaveLength(1);
    wait(0.1);
    expect(keyOf(await ask(PAYMENTS))).toBe(`ASIA${PAYMENTS}2`);
    expect(asked).toHaveLength(2);
  });

  test('keeps accounts apart', async () => {
    const { ask, asked } = world('assumed');
    const answers = [await ask(PAYMENTS), await ask(SEARCH), await ask(PAYMENTS)];
    expect(answers.map(keyOf)).toEqual([`ASIA${PAYMENTS}1`, `ASIA${SEARCH}2`, `ASIA${PAYMENTS}1`]);
    expect(asked).toEqual([PAYMENTS, SEARCH]);
  });

  test('keeps 32 accounts, and of more the latest', async () => {
    const { ask, asked } = world('assumed');
    const accounts = Array.from({ length: 33 }, (_, at) => String(100_000_000_000 + at));
    for (const account of accounts) await ask(account);
    await ask('100000000001');
    expect(asked).toHaveLength(33);
    await ask('100000000000');
    expect(asked).toHaveLength(34);
  });
});
