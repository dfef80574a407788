// decoded → [explained] → alert
import { parseArn, resourceTypeOf } from '../arn';
import type { EventReference, Explanation, Principal, Verdict, Witness } from '../contract';
import type { Launch } from '../launch';
import type { Evidence } from '../evidence';
import { principalFromArn } from '../event/principal';
import { resourceTypeOfId } from '../resource-id';
import { simulatedPolicyType } from '../simulate/reading';
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

/** Believes a witness that says something, and notes its name. */
type Claim = <T>(field: string, witness: Witness, said: T | null | undefined) => T | null;

/** Merges the witnesses: of each field the strongest that speaks of it is believed, and named. */
export function factsOf(evidence: Evidence): Facts {
  const { stated, requested } = evidence;
  const witnesses: Record<string, Witness> = {};
  const claim: Claim = (field, witness, said) => {
    if (said === null || said === undefined) return null;
    witnesses[field] = witness;
    return said;
  };
  const resource = resourceOf(evidence, claim);
  const resourceType = resource === null ? null : typeOf(resource);
  const verdict = verdictOf(evidence, claim);
  const action = actionOf(evidence, claim);
  const denied = { verdict, action, resource, resourceType };
  const simulatedType = simulatedPolicyType(denied, evidence.simulated ?? []);
  return {
    verdict,
    principal: principalOf(evidence, claim),
    action,
    operation: operationOf(evidence, claim),
    resource,
    resourceType,
    policyType:
      claim('policyType', 'stated', stated?.policyType) ??
      claim('policyType', 'simulated', simulatedType),
    policyArn: claim('policyArn', 'stated', stated?.policyArn),
    encodedMessage: evidence.message,
    launch: launchOf(evidence, claim),
    event: claim('event', 'requested', requested?.event),
    authorizationId: claim('authorizationId', 'stated', stated?.authorizationId),
    witnesses,
  };
}

function verdictOf({ decoded, stated }: Evidence, claim: Claim): Verdict {
  return (
    claim('verdict', 'decoded', verdictIn(decoded?.explicitDeny)) ??
    claim('verdict', 'stated', stated?.verdict) ??
    'undetermined'
  );
}

function verdictIn(explicitDeny: boolean | null | undefined): Verdict | null {
  if (explicitDeny === null || explicitDeny === undefined) return null;
  return explicitDeny ? 'explicit-deny' : 'implicit-deny';
}

function principalOf({ decoded, stated, requested }: Evidence, claim: Claim): Principal {
  const principal =
    claim('principal', 'decoded', named(decoded?.principalArn)) ??
    claim('principal', 'stated', named(stated?.principalArn)) ??
    claim('principal', 'requested', requested?.principal) ??
    NOBODY;
  return enriched(principal, requested?.principal ?? null);
}

function actionOf({ decoded, stated, requested }: Evidence, claim: Claim): string | null {
  return (
    claim('action', 'decoded', decoded?.action) ??
    claim('action', 'stated', stated?.action) ??
    claim('action', 'inferred', requested?.action)
  );
}

function operationOf({ requested, implied }: Evidence, claim: Claim): string | null {
  return (
    claim('operation', 'requested', requested?.operation) ??
    claim('operation', 'inferred', implied?.operation)
  );
}

function resourceOf({ decoded, stated, implied }: Evidence, claim: Claim): string | null {
  return (
    claim('resource', 'decoded', decoded?.resource) ??
    claim('resource', 'stated', stated?.resource) ??
    claim('resource', 'inferred', implied?.resource)
  );
}

function launchOf({ decoded, requested }: Evidence, claim: Claim): Launch | null {
  return (
    claim('launch', 'requested', requested?.launch) ??
    claim('launch', 'decoded', decoded && launchFromContext(decoded.conditions))
  );
}

function typeOf(resource: string): string | null {
  return resourceTypeOf(resource) ?? resourceTypeOfId(resource);
}

const NOBODY: Principal = { kind: 'undetermined', arn: null, name: null };

function named(arn: string | null | undefined): Principal | null {
  return arn ? principalFromArn(arn) : null;
}

/** The record alone knows the role's path and the service that asked on the principal's behalf. */
function enriched(principal: Principal, requested: Principal | null): Principal {
  if (requested === null || !isSame(principal, requested)) return principal;
  const { roleArn, invokedBy } = requested;
  return {
    ...principal,
    ...(roleArn === undefined ? {} : { roleArn }),
    ...(invokedBy === undefined ? {} : { invokedBy }),
  };
}

/** Two accounts may have a role of one name. */
function isSame(one: Principal, other: Principal): boolean {
  return one.name === other.name && accountOf(one) === accountOf(other);
}

function accountOf({ arn, roleArn }: Principal): string | undefined {
  return parseArn(roleArn ?? arn ?? '')?.account;
}
