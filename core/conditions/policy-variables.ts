// decoded → [explained] → alert
import { isRedacted } from './redacted';
import type { RequestValues } from './request-values';

/** `${aws:username}` and the like; a default value or a key with braces stays unresolved. */
const VARIABLE = /\$\{([^{}]*)\}/g;

/** A value of a statement with its policy variables filled in. */
export interface Resolved {
  readonly text: string;
  /** Whether a variable is left; `*` stands in its place. */
  readonly isLoose: boolean;
}

/**
 * Fills in policy variables from the request.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function resolveVariables(value: string, read: (key: string) => RequestValues): Resolved {
  let isLoose = false;
  const text = value.replace(VARIABLE, (_variable, key: string) => {
    const filled = literalOf(read(key));
    isLoose ||= filled === null;
    return filled ?? '*';
  });
  return { text, isLoose };
}

/** The one value of a key, unless it would not stand for itself in a pattern. */
function literalOf(request: RequestValues): string | null {
  if (request.kind !== 'told' || request.values.length !== 1) return null;
  return request.values.find((value) => !/[*?]/.test(value) && !isRedacted(value)) ?? null;
}

/** A pattern in which every policy variable stands for any text. */
export function loosen(pattern: string): string {
  return pattern.replace(VARIABLE, '*');
}
