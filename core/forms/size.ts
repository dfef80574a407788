// suggested → [forms]: how large a policy is, and how large IAM lets it be.
import type { PolicyDocument } from '../suggestion';
import { jsonText } from './json';

/**
 * The non-whitespace characters that IAM lets all inline policies of a role or user have together,
 * and a managed policy alone.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const LIMITS = { role: 10_240, user: 2_048, managed: 6_144 } as const;

/** Counts the characters of a policy as IAM does: those of its JSON that are no white space. */
export function sizeOf(policy: PolicyDocument): number {
  return jsonText(policy).replace(/\s/g, '').length;
}

/** Divides a policy, in order, into policies of at most this size; a larger statement stays alone. */
export function partsOf(policy: PolicyDocument, limit: number): readonly PolicyDocument[] {
  return policy.Statement.reduce<readonly PolicyDocument[]>((parts, statement) => {
    const last = parts.at(-1);
    const longer = { ...policy, Statement: [...(last?.Statement ?? []), statement] };
    if (last !== undefined && sizeOf(longer) <= limit) return [...parts.slice(0, -1), longer];
    return [...parts, { ...policy, Statement: [statement] }];
  }, []);
}
