// suggested → [simulated]: asks IAM's policy simulator what would become of a request.
import {
  type EvaluationResult,
  IAMClient,
  paginateSimulatePrincipalPolicy,
  type PolicyEvaluationDecisionType,
  type ResourceSpecificResult,
  type SimulatePrincipalPolicyCommandInput,
  type Statement,
} from '@aws-sdk/client-iam';
import type {
  Decision,
  SimulationQuery,
  SimulatorRefusal,
  Simulate,
} from '../core/simulate/simulator';
import type { ReaderCredentials } from './reader-role';

/** Bounds for one request, so that a hanging endpoint costs one try and not the whole timeout. */
const BOUNDS = { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true };

/** What IAM says where it does not simulate; IAM's own exceptions and the codes without a class. */
const REFUSALS: Readonly<Record<string, SimulatorRefusal>> = {
  AccessDenied: 'not-permitted',
  AccessDeniedException: 'not-permitted',
  NoSuchEntity: 'not-found',
  NoSuchEntityException: 'not-found',
  Throttling: 'throttled',
  ThrottlingException: 'throttled',
  RequestLimitExceeded: 'throttled',
  InvalidInput: 'not-valid',
  InvalidInputException: 'not-valid',
  PolicyEvaluation: 'not-valid',
  PolicyEvaluationException: 'not-valid',
  ValidationError: 'not-valid',
};

const DECISIONS = {
  allowed: 'allowed',
  explicitDeny: 'explicit-deny',
  implicitDeny: 'implicit-deny',
} as const satisfies Record<PolicyEvaluationDecisionType, Decision['decision']>;

/** Which credentials to use. */
export interface SimulatorOptions {
  /** A profile of the shared configuration. @default - the SDK's credential chain */
  readonly profile?: string | undefined;
  /** Those of a reader role. @default - the SDK's credential chain */
  readonly credentials?: ReaderCredentials;
}

/**
 * Makes a simulator that asks IAM in the partition of the Region. Never throws: every error becomes
 * an answer.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 */
export function iamSimulator(
  region: string,
  { profile, credentials }: SimulatorOptions = {},
): Simulate {
  const chosen = {
    ...(profile === undefined ? {} : { profile }),
    ...(credentials === undefined ? {} : { credentials }),
  };
  const client = new IAMClient({ region, requestHandler: BOUNDS, maxAttempts: 2, ...chosen });
  return async (query) => {
    try {
      const decisions: Decision[] = [];
      for await (const page of paginateSimulatePrincipalPolicy({ client }, inputOf(query)))
        decisions.push(...(page.EvaluationResults ?? []).flatMap((one) => decisionsOf(one, query)));
      return { kind: 'decided', decisions };
    } catch (error) {
      const { name } = error instanceof Error ? error : new Error(String(error));
      return { kind: 'refused', because: refusalOf(name) };
    }
  };
}

function refusalOf(name: string): SimulatorRefusal {
  return (Object.hasOwn(REFUSALS, name) ? REFUSALS[name] : undefined) ?? 'fault';
}

function inputOf(query: SimulationQuery): SimulatePrincipalPolicyCommandInput {
  return {
    PolicySourceArn: query.principalArn,
    ActionNames: [query.action],
    ResourceArns: [...query.resources],
    PolicyInputList: [...query.addedPolicies],
    ContextEntries: query.context.map(({ key, type, values }) => ({
      ContextKeyName: key,
      ContextKeyType: type,
      ContextKeyValues: [...values],
    })),
  };
}

function decisionsOf(result: EvaluationResult, query: SimulationQuery): readonly Decision[] {
  const specific = result.ResourceSpecificResults ?? [];
  return specific.length > 0
    ? specific.flatMap((one) => decisionOf(one, result, specific.length === 1))
    : decisionsOfAll(result, query);
}

/** The organization's part is told of all resources together: of one alone only where that follows. */
function decisionOf(
  one: ResourceSpecificResult,
  { OrganizationsDecisionDetail: organization }: EvaluationResult,
  isAlone: boolean,
): readonly Decision[] {
  const { EvalResourceName: resource, EvalResourceDecision: said } = one;
  if (resource === undefined || said === undefined) return [];
  const ofAll = organization?.AllowedByOrganizations ?? null;
  const isDenied = ofAll === false;
  const ofOne = isDenied && said === 'allowed' ? true : isDenied && !isAlone ? null : ofAll;
  return [
    {
      resource,
      decision: DECISIONS[said],
      allowedByOrganization: ofOne,
      allowedByBoundary:
        one.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary ?? null,
      policies: policiesOf(one.MatchedStatements),
      missingKeys: one.MissingContextValues ?? [],
    },
  ];
}

/** A result without resources of its own speaks of all: a denial of several does not say of which. */
function decisionsOfAll(result: EvaluationResult, query: SimulationQuery): readonly Decision[] {
  const { EvalDecision: said, EvalResourceName: name } = result;
  const named = query.resources.filter((resource) => resource === name);
  const resources = named.length > 0 ? named : query.resources;
  if (said === undefined || (said !== 'allowed' && resources.length > 1)) return [];
  return resources.map((resource) => ({
    resource,
    decision: DECISIONS[said],
    allowedByOrganization: result.OrganizationsDecisionDetail?.AllowedByOrganizations ?? null,
    allowedByBoundary:
      result.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary ?? null,
    policies: policiesOf(result.MatchedStatements),
    missingKeys: result.MissingContextValues ?? [],
  }));
}

function policiesOf(statements: readonly Statement[] = []): readonly string[] {
  return [...new Set(statements.flatMap(({ SourcePolicyId }) => SourcePolicyId ?? []))];
}
