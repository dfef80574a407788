// doctor → [once] → AWS: what was asked is remembered, and asked of few Regions at a time.

/** Asks for each key once, whoever wants to know. */
export function once<K, T>(askFor: (key: K) => T): (key: K) => T {
  const asked = new Map<K, T>();
  return (key) => {
    const answer = asked.get(key) ?? askFor(key);
    asked.set(key, answer);
    return answer;
  };
}

/** Lets so many things run at the same time; the others wait for their turn. */
export function fewAtOnce(most: number): <T>(run: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (run) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await run();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
