// Texts of a policy with their policy variables, such as `${aws:username}`.
// @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html

/** The values of a request by condition key; the keys are in lower case. */
export type RequestContext = ReadonlyMap<string, readonly string[]>;

/** Text as the policy has it: in a pattern `*` and `?` are wildcards, elsewhere themselves. */
interface WrittenPart {
  readonly kind: 'pattern' | 'literal';
  readonly text: string;
}

interface VariablePart {
  readonly kind: 'variable';
  readonly key: string;
  /** What stands for a key that the request lacks. */
  readonly fallback: string | null;
}

/** A text of a policy, such as a resource or a condition value. */
export type PolicyText = readonly (WrittenPart | VariablePart)[];

/** A text of a policy for one request. */
export type FilledText = readonly WrittenPart[];

/** What a variable of one character stands for: itself. */
const CHARACTERS = ['*', '?', '$'];

const KEY_AND_FALLBACK = /^\s*([^,]*?)\s*(?:,\s*'(.*)'\s*)?$/s;

/** Reads a text; only policies of version 2012-10-17 have variables. */
export function readText(text: string, hasVariables: boolean): PolicyText {
  if (!hasVariables) return [{ kind: 'pattern', text }];
  return text
    .split(/\$\{([^}]*)\}/)
    .map((part, index) => (index % 2 === 0 ? { kind: 'pattern', text: part } : readVariable(part)));
}

function readVariable(inside: string): PolicyText[number] {
  if (CHARACTERS.includes(inside)) return { kind: 'literal', text: inside };
  const [, key = inside, fallback = null] = KEY_AND_FALLBACK.exec(inside) ?? [];
  return { kind: 'variable', key, fallback };
}

/** Fills in the variables; null where the request has no one value for a variable. */
export function fillText(text: PolicyText, context: RequestContext): FilledText | null {
  const filled = text.map((part) =>
    part.kind === 'variable' ? fillVariable(part, context) : part,
  );
  const written = filled.filter((part) => part !== null);
  return written.length === filled.length ? written : null;
}

/** A value of the request stands for itself: its wildcards are characters. */
function fillVariable(
  { key, fallback }: VariablePart,
  context: RequestContext,
): WrittenPart | null {
  const values = context.get(key.toLowerCase()) ?? [];
  const [text = fallback, ...more] = values;
  return text === null || more.length > 0 ? null : { kind: 'literal', text };
}

/** The filled text without a view to its wildcards. */
export function plainText(text: FilledText): string {
  return text.map((part) => part.text).join('');
}
