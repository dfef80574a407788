// What becomes of a command that acts on groups.
import type { Section } from '../../core/render/section';

/** The end of a command; each kind but the first says why, in one sentence. */
export type Outcome =
  | {
      readonly kind: 'done';
      /** What a person reads. */
      readonly shown: readonly Section[];
      /** What a program reads. */
      readonly data: object;
    }
  | { readonly kind: 'misused' | 'not-found' | 'failed'; readonly why: string };

/** Exit statuses by what became of the command. */
export const STATUS = { done: 0, failed: 1, misused: 2, 'not-found': 2 } as const satisfies Record<
  Outcome['kind'],
  number
>;
