// text → [a token of it] → decoded → explained

/** A value that holds no other. */
export type Scalar = string | number | boolean | null;

/** One token; punctuation that says nothing is passed over. */
export type Token =
  | { readonly kind: 'open'; readonly isList: boolean }
  | { readonly kind: 'close'; readonly isList: boolean }
  | { readonly kind: 'key'; readonly name: string }
  | { readonly kind: 'value'; readonly value: Scalar; readonly isCut: boolean }
  /** The end of a block of code: what is open ends there. */
  | { readonly kind: 'fence' };

/** A token and where the text goes on behind it. */
export interface ReadToken {
  readonly token: Token;
  readonly end: number;
}

/** Makes the token of a value, which ends before `end`. */
export function valueToken(value: Scalar, end: number, isCut = false): ReadToken {
  return { token: { kind: 'value', value, isCut }, end };
}
