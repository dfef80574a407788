// The policies of a role or a user, as a test or a case gives them.
import type { PolicyLayers } from '../policy/decide';
import { readPolicy } from '../policy/policy';

/** A policy document as parsed JSON; its `Id`, where it has one, names it in answers. */
type PolicyJson = Readonly<Record<string, unknown>>;

/** The policies that bear on a role or a user. */
export interface PolicySet {
  readonly identity: readonly PolicyJson[];
  /** @default - no permissions boundary */
  readonly boundary?: PolicyJson | undefined;
  /**
   * Service control policies by level, from the root to the account.
   *
   * @default - the account is in no organization
   */
  readonly organization?: readonly (readonly PolicyJson[])[] | undefined;
}

/** A role or a user. */
export interface PolicySource {
  readonly kind: 'role' | 'user';
  readonly name: string;
}

/** Reads the ARN of a role or a user; null for a session and everything else. */
export function policySourceOf(arn: string): PolicySource | null {
  const [, kind, name = ''] =
    /^arn:aws[a-z-]*:iam::\d{12}:(role|user)\/(?:[!-~]*\/)?([\w+=,.@-]+)$/.exec(arn) ?? [];
  return kind === 'role' || kind === 'user' ? { kind, name } : null;
}

/**
 * Reads the policies of a role or a user.
 *
 * @throws Error where the ARN is of neither, or a document is not valid
 */
export function readPolicySet(arn: string, set: PolicySet): PolicyLayers {
  const source = policySourceOf(arn);
  if (source === null)
    throw new Error(`policies are given for ${arn}: give the ARN of an IAM role or user`);
  const prefix = `${source.kind}_${source.name}`;
  return {
    identity: set.identity.map((json, index) => readPolicy(json, `${prefix}_policy${index + 1}`)),
    boundary: set.boundary === undefined ? null : readPolicy(set.boundary, `${prefix}_boundary`),
    organization:
      set.organization?.map((level, depth) =>
        level.map((json, index) => readPolicy(json, `scp_level${depth}_policy${index + 1}`)),
      ) ?? null,
  };
}
