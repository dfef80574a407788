// Tables of replacements: what a text is cleaned of, as data.

/** One thing to replace, and characters without which it cannot occur. */
export interface Replacement {
  readonly pattern: RegExp;
  readonly by: string | ((match: string, ...groups: string[]) => string);
}

/** Applies the replacements in their order. */
export function replaceAll(text: string, replacements: readonly Replacement[]): string {
  let result = text;
  for (const { pattern, by } of replacements) {
    result = typeof by === 'string' ? result.replace(pattern, by) : result.replace(pattern, by);
  }
  return result;
}
