// [made once] → adapters: clients, answers and what else is worth keeping, but not for ever.

/** Makes what is asked for once for each key, and keeps so many: what was not asked for longest leaves. */
export function latest<T extends object>(
  most: number,
  make: (key: string) => T,
): (key: string) => T {
  const kept = new Map<string, T>();
  return (key) => {
    const value = kept.get(key) ?? make(key);
    keepLatest(kept, key, value, most);
    return value;
  };
}

/** Keeps a value under its key, and so many at most: what was kept longest ago leaves. */
export function keepLatest<T>(kept: Map<string, T>, key: string, value: T, most: number): void {
  kept.delete(key);
  kept.set(key, value);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
}
