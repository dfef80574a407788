// text → its JSON → [which of it is a decoded message] → explained

/** The fields of an object of unknown shape. */
export type Fields = Readonly<Record<string, unknown>>;

/** Keys that only the two belonging to a decoded message make more than a word. */
const MARKS = ['allowed', 'explicitDeny', 'matchedStatements', 'failures'] as const;
const STRONG = ['explicitDeny', 'matchedStatements'] as const;
const REQUEST = ['principal', 'action', 'resource', 'conditions'] as const;
/** Answers of the IAM policy simulator, whose statements are others. */
const SIMULATOR = ['evalActionName', 'evalDecision', 'evalResourceName'] as const;
const ACTION = /^(?:[\w-]{1,40}:)?[\w*]{1,120}$/;

/** Tells objects and lists from other values. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

/** Takes a value for a decoded message if its keys say so, and puts its request where it belongs. */
export function asMessage(value: Fields): Fields | null {
  if (count(value, SIMULATOR) > 0) return null;
  const marks = count(value, MARKS);
  const isStrong = count(value, STRONG) > 0;
  const context = isFields(value['context']) ? value['context'] : null;
  if (isStrong && (marks > 1 || (context !== null && count(context, REQUEST) > 0)))
    return context === null && isRequest(value) ? { ...value, context: value } : value;
  if (context !== null) return isRequest(context) && (marks > 0 || isWhole(context)) ? value : null;
  return isRequest(value) && (isStrong || isWhole(value)) ? { ...value, context: value } : null;
}

function count(value: Fields, keys: readonly string[]): number {
  return keys.filter((key) => Object.hasOwn(value, key)).length;
}

/** An action, and what it was asked for or by whom. */
function isRequest(context: Fields): boolean {
  const { action } = context;
  return typeof action === 'string' && ACTION.test(action) && count(context, REQUEST) > 1;
}

/** A request that no other JSON writes: with a principal of AWS, and the resource or the conditions. */
function isWhole({ principal, ...rest }: Fields): boolean {
  if (!isFields(principal) || count(principal, ['id', 'arn']) === 0) return false;
  return count(rest, ['resource', 'conditions']) > 0;
}
