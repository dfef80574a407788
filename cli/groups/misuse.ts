// What somebody typed who has to type it again.

/** Wrong usage, and why. */
export interface Misuse {
  readonly kind: 'misused';
  readonly why: string;
}

/** Says what is wrong with what was typed. */
export function misuse(why: string): Misuse {
  return { kind: 'misused', why };
}
