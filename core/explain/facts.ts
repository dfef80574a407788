// decoded → [explained] → alert
import { resourceTypeOf } from '../arn';
import type { EventReference, Explanation, Launch, Principal, Witness } from '../contract';
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
}

type Claims<T> = readonly (readonly [Witness, T | null | undefined])[];

/** Merges the witnesses: the strongest that speaks of a field is believed, and named. */
export function factsOf({ decoded, stated, requested, message, implied }: Evidence): Facts {
  const witnesses: Record<string, Witness> = {};
  const believe = <T>(field: string, ...claims: Claims<T>): T | null => {
    for (const [witness, claim] of claims) {
      if (claim === null || claim === undefined) continue;
      witnesses[field] = witness;
      return claim;
    }
    return null;
  };
  const verdict = believe(
    'verdict',
    ['decoded', verdictOf(decoded?.explicitDeny)],
    ['stated', stated?.verdict],
  );
  const resource = believe(
    'resource',
    ['decoded', decoded?.resource],
    ['stated', stated?.resource],
    ['inferred', implied?.resource],
  );
  const principal = believe(
    'principal',
    ['decoded', named(decoded?.principalArn)],
    ['stated', named(stated?.principalArn)],
    ['requested', requested?.principal],
  );
  const launch = believe<Launch>(
    'launch',
    ['requested', requested?.launch],
    ['decoded', decoded && launchFromContext(decoded.conditions)],
  );
  return {
    verdict: verdict ?? 'undetermined',
    principal: enriched(principal ?? NOBODY, requested?.principal ?? null),
    action: believe(
      'action',
      ['decoded', decoded?.action],
      ['stated', stated?.action],
      ['inferred', requested?.action],
    ),
    operation: believe(
      'operation',
      ['requested', requested?.operation],
      ['inferred', implied?.operation],
    ),
    resource,
    resourceType:
      resource === null ? null : (resourceTypeOf(resource) ?? resourceTypeOfId(resource)),
    policyType: believe('policyType', ['stated', stated?.policyType]),
    policyArn: believe('policyArn', ['stated', stated?.policyArn]),
    encodedMessage: message,
    launch,
    event: believe('event', ['requested', requested?.event]),
    witnesses,
  };
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
