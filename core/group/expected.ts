// denial → [group]: denials that somebody expects, which count and never alert.
import { ownArn } from '../event/own-arn';
import type { DecodedMessage } from '../evidence';
import { matchesGlob } from '../glob';
import { type DenialKey, deniedOf } from './denied';
import { plainShape } from './shapes';

/** Patterns of expected denials; `*` stands for any characters and `?` for one. */
export interface GroupSettings {
  /** Such as `role/ci-*` or `arn:aws:iam::111122223333:user/anna`. */
  readonly ignoredPrincipals: readonly string[];
  /** Such as `ec2:Run*`, in any case. */
  readonly ignoredActions: readonly string[];
}

/** What the patterns are held against. */
export interface Names {
  readonly principals: readonly string[];
  readonly action: string | null;
}

/** Names the principal of a denial as patterns may (`role/ci-runner`, and by its ARN), and the action. */
export function namesOf(denial: DenialKey, decoded: DecodedMessage | null): Names {
  const { principal, action } = deniedOf(denial, decoded);
  if (principal === null) return { principals: [], action };
  const arn = ownArn(principal);
  return { principals: [plainShape(principal), ...(arn === null ? [] : [arn])], action };
}

/** Whether the settings ignore denials of this principal or action. */
export function isExpected({ principals, action }: Names, settings: GroupSettings): boolean {
  const called = action?.toLowerCase() ?? '';
  return (
    settings.ignoredActions.some((pattern) => matchesGlob(pattern.toLowerCase(), called)) ||
    settings.ignoredPrincipals.some((pattern) =>
      principals.some((principal) => matchesGlob(pattern, principal)),
    )
  );
}
