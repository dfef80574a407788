// [made once] → adapters: clients and what else is worth keeping, but not for ever.

/** Makes what is asked for once for each key, and keeps so many: what was not asked for longest leaves. */
export function latest<T extends object>(
  most: number,
  make: (key: string) => T,
): (key: string) => T {
  const kept = new Map<string, T>();
  return (key) => {
    const value = kept.get(key) ?? make(key);
    kept.delete(key);
    kept.set(key, value);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return value;
  };
}
