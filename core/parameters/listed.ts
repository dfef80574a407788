// suggested → [parameters]: the values a statement lists, as far as they can be written.
import { isRedacted } from '../conditions/redacted';
import { inert } from '../render/inert';

/** Wildcards and policy variables. */
const OPEN = /[*?]|\$\{/;

const LONE_SURROGATE = /\p{Surrogate}/gu;

/** How many values a placeholder or a comment names. */
const NAMED = 5;

/** The longest value that a placeholder names whole, in characters. */
const LONGEST = 80;

/**
 * Whether a value stands for itself, and every language can show it as it is and keeps it: Terraform
 * writes texts in normal form.
 */
export function isLiteral(value: string): boolean {
  const isOpen = value === '' || OPEN.test(value) || isRedacted(value);
  return !isOpen && shown(value) === value && value.normalize() === value;
}

/** A text without characters that act, or that stand for half a character. */
function shown(value: string): string {
  return inert(value).replace(LONE_SURROGATE, '\ufffd');
}

/** Names values inside of a placeholder; empty where none of them tells anything. */
export function named(values: readonly string[]): string {
  const telling = values.filter((value) => value !== '*' && !isRedacted(value)).map(cleaned);
  const first = telling.slice(0, NAMED);
  const rest = telling.length - first.length;
  return [...first, ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}

function cleaned(value: string): string {
  const text = shown(value).replaceAll(/[<>]/g, '');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…`.replace(LONE_SURROGATE, '') : text;
}

/**
 * Names other values that would do in a comment. Shells that take no comments at their prompt read
 * one as words of the command, so only values that no shell acts on are named.
 */
export function commentOn(others: readonly string[]): string | null {
  if (others.length === 0) return null;
  const plain = others.filter((other) => /^[\w.:/@+*?-]{1,80}$/.test(other)).slice(0, NAMED);
  const rest = others.length - plain.length;
  return `or ${[...plain, ...(rest > 0 ? [`${rest} more`] : [])].join(', ')}`;
}
