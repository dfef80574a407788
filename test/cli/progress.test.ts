import { progressLine } from '../../cli/scan/progress';

/** A terminal that keeps what was written, and a clock that is told. */
function line(isTTY = true) {
  const written: string[] = [];
  let now = 1_000;
  const stream = { isTTY, write: (text: string) => written.push(text) };
  const { show, end } = progressLine(stream, () => now);
  return {
    written,
    end,
    showAt: (elapsed: number, done: number, of: number | null, denials = 0) => {
      now = 1_000 + elapsed;
      show(done, of, denials);
      return written.at(-1)?.replace(/^\r\u001b\[K/, '');
    },
  };
}

describe('the progress line', () => {
  test('tells the share, what was found, and the time left once it can be known', () => {
    const { showAt } = line();
    expect(showAt(0, 0, 100)).toBe('0 %, 0 denials');
    expect(showAt(1_000, 10, 100, 1)).toBe('10 %, 1 denial');
    expect(showAt(10_000, 50, 100, 2)).toBe('50 %, 2 denials, 10 s left');
    expect(showAt(60_000, 10, 100, 2)).toBe('10 %, 2 denials, about 9 minutes left');
    expect(showAt(70_000, 110, 100, 3)).toBe('100 %, 3 denials, 0 s left');
  });

  test('tells what was found alone where nobody knows how much there is', () => {
    const { showAt } = line();
    expect(showAt(0, 5_000, null, 1_204)).toBe('1,204 denials');
  });

  test('is written ten times a second at most, and taken away', () => {
    const { showAt, written, end } = line();
    showAt(0, 1, 10);
    showAt(50, 2, 10);
    showAt(99, 3, 10);
    expect(written).toHaveLength(1);
    end();
    expect(written.at(-1)).toBe('\r\u001b[K');
  });

  test('is silent where nobody looks', () => {
    const { showAt, written, end } = line(false);
    showAt(0, 1, 10);
    end();
    expect(written).toEqual([]);
  });
});
