// decoded → [explained] → alert
import { resourceTypeOf } from '../arn';
import type {
  EventReference,
  Explanation,
  Launch,
  PolicyType,
  Principal,
  Verdict,
  Witness,
} from '../contract';
import type { Evidence } from '../evidence';
import { principalFromArn } from '../event/principal';
import { resourceTypeOfId } from '../text/resource-id';
import { launchFromContext } from './launch-context';

/** What is known of a denial, and by which witness, before words are found for it. */
export interface Facts extends Pick<
  Explanation,
  | 'verdict'
  | 'principal'
  | 'action'
  | 'operation'
  | 'resource'
  | 'resourceType'
  | 'policyType'
  | 'policyArn'
  | 'encodedMessage'
  | 'witnesses'
> {
  readonly launch: Launch | null;
  readonly event: EventReference | null;
  readonly authorizationId: string | null;
}

type Claims<T> = readonly (readonly [Witness, T | null | undefined])[];

/** Who speaks of a field, the strongest witness first. A new witness of a field is one row. */
const CLAIMS = {
  verdict: ({ decoded, stated }: Evidence): Claims<Verdict> => [
    ['decoded', verdictOf(decoded?.explicitDeny)],
    ['stated', stated?.verdict],
  ],
  principal: ({ decoded, stated, requested }: Evidence): Claims<Principal> => [
    ['decoded', named(decoded?.principalArn)],
    ['stated', named(stated?.principalArn)],
    ['requested', requested?.principal],
  ],
  action: ({ decoded, stated, requested }: Evidence): Claims<string> => [
    ['decoded', decoded?.action],
    ['stated', stated?.action],
    ['inferred', requested?.action],
  ],
  operation: ({ requested, implied }: Evidence): Claims<string> => [
    ['requested', requested?.operation],
    ['inferred', implied?.operation],
  ],
  resource: ({ decoded, stated, implied }: Evidence): Claims<string> => [
    ['decoded', decoded?.resource],
    ['stated', stated?.resource],
    ['inferred', implied?.resource],
  ],
  policyType: ({ stated }: Evidence): Claims<PolicyType> => [['stated', stated?.policyType]],
  policyArn: ({ stated }: Evidence): Claims<string> => [['stated', stated?.policyArn]],
  launch: ({ requested, decoded }: Evidence): Claims<Launch> => [
    ['requested', requested?.launch],
    ['decoded', decoded && launchFromContext(decoded.conditions)],
  ],
  event: ({ requested }: Evidence): Claims<EventReference> => [['requested', requested?.event]],
  authorizationId: ({ stated }: Evidence): Claims<string> => [['stated', stated?.authorizationId]],
} as const;

/** Merges the witnesses: the strongest that speaks of a field is believed, and named. */
export function factsOf(evidence: Evidence): Facts {
  const witnesses: Record<string, Witness> = {};
  const believe = <T>(field: string, claims: Claims<T>): T | null => {
    for (const [witness, claim] of claims) {
      if (claim === null || claim === undefined) continue;
      witnesses[field] = witness;
      return claim;
    }
    return null;
  };
  const resource = believe('resource', CLAIMS.resource(evidence));
  const principal = believe('principal', CLAIMS.principal(evidence)) ?? NOBODY;
  return {
    verdict: believe('verdict', CLAIMS.verdict(evidence)) ?? 'undetermined',
    principal: enriched(principal, evidence.requested?.principal ?? null),
    action: believe('action', CLAIMS.action(evidence)),
    operation: believe('operation', CLAIMS.operation(evidence)),
    resource,
    resourceType: resource === null ? null : typeOf(resource),
    policyType: believe('policyType', CLAIMS.policyType(evidence)),
    policyArn: believe('policyArn', CLAIMS.policyArn(evidence)),
    encodedMessage: evidence.message,
    launch: believe('launch', CLAIMS.launch(evidence)),
    event: believe('event', CLAIMS.event(evidence)),
    authorizationId: believe('authorizationId', CLAIMS.authorizationId(evidence)),
    witnesses,
  };
}

function typeOf(resource: string): string | null {
  return resourceTypeOf(resource) ?? resourceTypeOfId(resource);
}

const NOBODY: Principal = { kind: 'undetermined', arn: null, name: null };

function verdictOf(explicitDeny: boolean | null | undefined) {
  if (explicitDeny === null || explicitDeny === undefined) return null;
  return explicitDeny ? ('explicit-deny' as const) : ('implicit-deny' as const);
}

function named(arn: string | null | undefined): Principal | null {
  return arn ? principalFromArn(arn) : null;
}

/** The record alone knows the role's path and the service that asked on the principal's behalf. */
function enriched(principal: Principal, requested: Principal | null): Principal {
  if (requested === null || requested.name !== principal.name) return principal;
  const { roleArn, invokedBy } = requested;
  return {
    ...principal,
    ...(roleArn === undefined ? {} : { roleArn }),
    ...(invokedBy === undefined ? {} : { invokedBy }),
  };
}
