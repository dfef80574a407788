// facts → [check] → report: what the doctor says of one link of the chain.

/** From the best to the worst. */
export const CHECK_STATUSES = ['ok', 'not-checked', 'warning', 'failed'] as const;

/** How one link is; `not-checked` where nothing is known of it. */
export type CheckStatus = (typeof CHECK_STATUSES)[number];

/** What was found of one link, and what mends it. */
export interface Finding {
  readonly status: CheckStatus;
  /** One plain sentence. */
  readonly found: string;
  /** Null where there is nothing to do. */
  readonly todo: string | null;
  /** A command of the AWS CLI; null where there is none for it. */
  readonly command: string | null;
}

/** A finding with the name of its check; names are never changed. */
export interface Check extends Finding {
  readonly name: string;
}

/** Why nothing is known. */
export type Hidden = { readonly kind: 'hidden' } & (
  | { readonly because: 'not-permitted'; readonly right: string }
  | { readonly because: 'no-answer'; readonly right: string; readonly words: string }
  | { readonly because: 'not-told'; readonly field: string }
  | { readonly because: 'gone'; readonly what: string }
  | { readonly because: 'no-stack' }
);

/** What AWS answers, or why nothing is known. */
export type Answer<T> = { readonly kind: 'known'; readonly value: T } | Hidden;

/** What is known for certain. */
export function known<T>(value: T): Answer<T> {
  return { kind: 'known', value };
}

/** Says that a link holds. */
export function ok(found: string): Finding {
  return { status: 'ok', found, todo: null, command: null };
}

/** Says what is wrong with a link, and what mends it. */
export function fault(
  status: 'warning' | 'failed',
  found: string,
  todo: string,
  command: string | null = null,
): Finding {
  return { status, found, todo, command };
}

/** Says that nothing is known of a link, and what would change that. */
export function notChecked(found: string, todo: string): Finding {
  return { status: 'not-checked', found, todo, command: null };
}

/** Says of what is hidden why it is. */
export function hiddenFinding(hidden: Hidden): Finding {
  switch (hidden.because) {
    case 'not-permitted':
      return notChecked(
        `These credentials lack ${hidden.right}.`,
        `Ask for ${hidden.right}, or give another --profile.`,
      );
    case 'no-answer':
      return notChecked(
        `${hidden.right} got no answer that helps: ${hidden.words}.`,
        'Run the doctor again.',
      );
    case 'not-told':
      return notChecked(
        `The stack was deployed by a version that does not list its ${hidden.field}.`,
        'Deploy this version.',
      );
    case 'gone':
      return notChecked(`The ${hidden.what} does not exist any more.`, 'Deploy the stack again.');
    case 'no-stack':
      return notChecked(
        'It is not known what is deployed.',
        'Mend the check named stack, and run the doctor again.',
      );
  }
}

/** Judges what is known; says of the rest why it is hidden. */
export function ofKnown<T>(
  answer: Answer<T>,
  judge: (value: T) => readonly Finding[],
): readonly Finding[] {
  return answer.kind === 'known' ? judge(answer.value) : [hiddenFinding(answer)];
}

/** Ranks findings: the greater, the worse. */
export function severity({ status }: Pick<Finding, 'status'>): number {
  return CHECK_STATUSES.indexOf(status);
}
