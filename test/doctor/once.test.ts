import { fewAtOnce, once } from '../../adapters/doctor/once';

describe('few at once', () => {
  test('never runs more, whatever fails, and runs them all', async () => {
    const inTurn = fewAtOnce(3);
    let [running, most] = [0, 0];
    const run = (at: number) =>
      inTurn(async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, at % 4));
        running -= 1;
        if (at % 5 === 0) throw new Error(`no ${at}`);
        return at;
      });
    const ended = await Promise.allSettled(Array.from({ length: 20 }, (_none, at) => run(at)));
    expect(most).toBe(3);
    expect(ended.filter(({ status }) => status === 'rejected')).toHaveLength(4);
    expect(running).toBe(0);
    await expect(inTurn(async () => 'after')).resolves.toBe('after');
  });
});

describe('once', () => {
  test('asks for each key one time', () => {
    const asked: string[] = [];
    const lengthOf = once((key: string) => {
      asked.push(key);
      return key.length;
    });
    expect([lengthOf('a'), lengthOf('bc'), lengthOf('a')]).toEqual([1, 2, 1]);
    expect(asked).toEqual(['a', 'bc']);
  });
});
