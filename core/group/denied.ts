// denial → [group]: who was denied what, from the witnesses that every event of its kind carries.
import { parseArn } from '../arn';
import type { PolicyType, Principal, Verdict } from '../contract';
import type { Denial } from '../event/denial';
import { ownArn } from '../event/own-arn';
import { principalFromArn } from '../event/principal';
import type { DecodedMessage, Requested } from '../evidence';

/** Who was denied what, and by which policy; null where no witness says it. */
export interface Denied {
  /** The account that the event was delivered to, else the principal's. */
  readonly account: string | null;
  readonly principal: Principal | null;
  /** `service:Name` */
  readonly action: string | null;
  readonly resource: string | null;
  readonly verdict: Verdict;
  readonly policyType: PolicyType | null;
  readonly policyArn: string | null;
}

/** What groups are made of. */
export type DenialKey = Pick<Denial, 'requested' | 'stated'>;

/** Whether the readable sentence names the action, so that nothing decoded is needed to group the denial. */
export function isReadable({ stated }: DenialKey): boolean {
  return typeof stated?.action === 'string';
}

/** Tells who was denied what; the decoded message is heard only where the sentence names no action. */
export function deniedOf(denial: DenialKey, decoded: DecodedMessage | null): Denied {
  const { requested, stated } = denial;
  const heard = isReadable(denial) ? null : decoded;
  const principal = principalOf(requested, stated?.principalArn ?? heard?.principalArn ?? null);
  return {
    account: requested.event?.account || accountOf(principal),
    principal,
    action: stated?.action ?? heard?.action ?? requested.action,
    resource: stated?.resource ?? heard?.resource ?? null,
    verdict: stated?.verdict ?? verdictOf(heard?.explicitDeny ?? null),
    policyType: stated?.policyType ?? null,
    policyArn: stated?.policyArn ?? null,
  };
}

/** Kinds that say less than an ARN in the sentence does. */
const VAGUE: ReadonlySet<Principal['kind']> = new Set(['undetermined', 'aws-service']);

/** The record goes first: it knows the role's path, and it is never cut. */
function principalOf({ principal }: Requested, arn: string | null): Principal | null {
  if (arn === null) return principal;
  return principal === null || VAGUE.has(principal.kind) ? principalFromArn(arn) : principal;
}

function accountOf(principal: Principal | null): string | null {
  return principal && (parseArn(ownArn(principal) ?? '')?.account ?? null);
}

function verdictOf(explicitDeny: boolean | null): Verdict {
  if (explicitDeny === null) return 'undetermined';
  return explicitDeny ? 'explicit-deny' : 'implicit-deny';
}
