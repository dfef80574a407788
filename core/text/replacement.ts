// Tables of replacements: what a text is cleaned of, as data.

/** One thing to replace. */
export interface Replacement {
  readonly pattern: RegExp;
  readonly by: (match: string, ...groups: string[]) => string;
}

/** Puts nothing in the place of what a pattern matches. */
export const NOTHING = (): string => '';

/** Applies the replacements in their order. */
export function replaceAll(text: string, replacements: readonly Replacement[]): string {
  return replacements.reduce((result, { pattern, by }) => result.replace(pattern, by), text);
}
