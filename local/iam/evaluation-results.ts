// The answer of `SimulatePrincipalPolicy` as XML.
// @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html
import { parseArn } from '../../core/arn';
import type { Decision } from '../../core/simulate/simulator';
import { escapeXml } from '../wire/xml';
import type { PolicySource } from './policy-set';

/** What one action came to. */
interface Evaluated {
  readonly action: string;
  readonly decisions: readonly Decision[];
  readonly source: PolicySource;
}

const DECISIONS = {
  allowed: 'allowed',
  'explicit-deny': 'explicitDeny',
  'implicit-deny': 'implicitDeny',
} as const satisfies Record<Decision['decision'], string>;

/** From the most to the least restrictive. */
const SEVERITY: readonly Decision['decision'][] = ['explicit-deny', 'implicit-deny', 'allowed'];

/** One result for an action: what holds of all resources, then each on its own. */
export function evaluationResult(evaluated: Evaluated): string {
  const { action, decisions, source } = evaluated;
  const isSpecific = decisions.some(({ resource }) => resource !== '*');
  const [worst = 'implicit-deny'] = SEVERITY.filter((one) =>
    decisions.some(({ decision }) => decision === one),
  );
  const policies = decisions
    .filter(({ decision }) => decision === worst)
    .flatMap((decision) => decision.policies);
  const specific = isSpecific ? decisions.map((one) => resourceResult(one, source)) : [];
  return element('member', [
    element('EvalActionName', escapeXml(action)),
    element('EvalResourceName', escapeXml(templateOf(decisions[0]?.resource ?? '*'))),
    element('EvalDecision', DECISIONS[worst]),
    matchedStatements(policies, source),
    missingValues(decisions),
    organizationDetail(decisions.map(({ allowedByOrganization }) => allowedByOrganization)),
    boundaryDetail(decisions.map(({ allowedByBoundary }) => allowedByBoundary)),
    element('ResourceSpecificResults', specific),
  ]);
}

function resourceResult(one: Decision, source: PolicySource): string {
  return element('member', [
    element('EvalResourceName', escapeXml(one.resource)),
    element('EvalResourceDecision', DECISIONS[one.decision]),
    matchedStatements(one.policies, source),
    missingValues([one]),
    boundaryDetail([one.allowedByBoundary]),
  ]);
}

function missingValues(decisions: readonly Decision[]): string {
  const keys = new Set(decisions.flatMap(({ missingKeys }) => missingKeys));
  const members = [...keys].map((key) => element('member', escapeXml(key)));
  return element('MissingContextValues', members);
}

function matchedStatements(policies: readonly string[], { kind }: PolicySource): string {
  const statements = [...new Set(policies)].map((id) =>
    element('member', [
      element('SourcePolicyId', escapeXml(id)),
      element('SourcePolicyType', id.startsWith('PolicyInputList.') ? 'none' : kind),
    ]),
  );
  return element('MatchedStatements', statements);
}

/** Service control policies are told of all resources together, and never of one. */
function organizationDetail(allowed: readonly (boolean | null)[]): string {
  return detail('OrganizationsDecisionDetail', 'AllowedByOrganizations', allowed);
}

function boundaryDetail(allowed: readonly (boolean | null)[]): string {
  return detail('PermissionsBoundaryDecisionDetail', 'AllowedByPermissionsBoundary', allowed);
}

function detail(name: string, field: string, allowed: readonly (boolean | null)[]): string {
  if (allowed.includes(null)) return '';
  return element(name, element(field, String(!allowed.includes(false))));
}

/** The top-level name is no ARN of the request but the form that such ARNs have. */
function templateOf(resource: string): string {
  const arn = parseArn(resource);
  if (arn === null) return '*';
  const type = /^[^/:]+[/:]/.exec(arn.resource)?.[0] ?? '';
  const region = arn.region === '' ? '' : '${Region}';
  const account = arn.account === '' ? '' : '${Account}';
  return `arn:\${Partition}:${arn.service}:${region}:${account}:${type}\${ResourceId}`;
}

function element(name: string, content: string | readonly string[]): string {
  return `<${name}>${typeof content === 'string' ? content : content.join('')}</${name}>`;
}
