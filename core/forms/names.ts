// suggested → [forms]: the names that a form gives and uses.
import { lastSegment, parseArn } from '../arn';
import type { Place, PolicyDocument } from '../suggestion';
import { jsonText } from './json';

const PREFIX = 'LaunchDenied';
const LONGEST = 128;
const MARK_LENGTH = 7;

/**
 * Names a policy after its first Sid, with a mark of its content: another policy never replaces it,
 * and the same policy is never there twice.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html
 */
export function policyName(policy: PolicyDocument): string {
  const sid = (policy.Statement[0]?.Sid ?? '').replace(/[^A-Za-z0-9]/g, '');
  const words = sid.replace(new RegExp(`^${PREFIX}`), '');
  const room = LONGEST - PREFIX.length - MARK_LENGTH - 1;
  return `${PREFIX}${words.slice(0, room)}-${contentMark(jsonText(policy))}`;
}

/** FNV-1a of 32 bits: enough to keep the few policies of one role apart. */
function contentMark(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(36).padStart(MARK_LENGTH, '0');
}

/** The kinds of places that a form can attach a policy to by name. */
export type HolderKind = 'role' | 'user';

/** A role or user that a policy is attached to. */
export interface Holder {
  readonly kind: HolderKind;
  /** The plain name; a placeholder in `<…>` where it is not known. */
  readonly name: string;
}

/** Tells the role or user of a place; null for places that no policy is attached to by name. */
export function holderOf({ kind, name, arn }: Place): Holder | null {
  if (kind !== 'role' && kind !== 'user') return null;
  const inArn = lastSegment(parseArn(arn ?? '')?.resource ?? '');
  return { kind, name: name ?? (inArn || placeholderOf(kind)) };
}

/** Stands for the name of a role or user that is not known. */
export function placeholderOf(kind: HolderKind): string {
  return `<${kind} name>`;
}
