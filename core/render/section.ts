// explained → [rendered]: the parts that every face lays out.

/** A labelled fact; one without a value is not shown. The field is the contract's, for its witness. */
export type Row = readonly [label: string, value: string | null | undefined, field?: string];

/** A part of what is shown. */
export type Section =
  | { readonly kind: 'lead'; readonly text: string }
  | { readonly kind: 'facts'; readonly title?: string; readonly rows: readonly Row[] }
  | { readonly kind: 'prose'; readonly title: string; readonly text: string }
  | { readonly kind: 'steps' | 'list'; readonly title: string; readonly items: readonly string[] }
  | { readonly kind: 'code'; readonly text: string };
