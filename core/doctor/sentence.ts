// facts → [check] → report: pieces of sentences that several checks say.

/** `1 message`, `1,200 messages` */
export function counted(count: number, one: string, many = `${one}s`): string {
  const digits = String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${digits} ${count === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`; of more than a few, how many more. */
export function listed(words: readonly string[], most = 8): string {
  if (words.length > most)
    return `${words.slice(0, most).join(', ')} and ${words.length - most} more`;
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** The beginning of a text that might be long, in one line. */
export function brief(text: string, most = 200): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most)}…`;
}
