// explained → [suggested] → alert: a statement in the shape that its kind of policy takes.
import type { Principal } from '../contract';
import type { PolicyStatement } from '../suggestion';
import { ownArn } from '../event/own-arn';
import type { PolicyPlace } from './places';
import { literalName } from './statement';

type Fit = (statement: PolicyStatement, principalArn: string) => PolicyStatement;

/** Policies of a resource or an endpoint name the principal; the others belong to one. */
const FITS: Partial<Record<PolicyPlace['kind'], Fit>> = {
  // An endpoint's policy that names a role in `Principal` is not honoured by every service.
  'vpc-endpoint-policy': (statement, arn) => ({
    ...withPrincipal(statement, '*'),
    Condition: {
      ...statement.Condition,
      ArnEquals: { ...statement.Condition?.['ArnEquals'], 'aws:PrincipalArn': arn },
    },
  }),
  'resource-based-policy': (statement, arn) => withPrincipal(statement, { AWS: arn }),
  'role-trust-policy': ({ Resource: _own, ...statement }, arn) =>
    withPrincipal(statement, { AWS: arn }),
};

/** Gives a statement what its place asks for. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export function fittedTo(
  kind: PolicyPlace['kind'],
  statement: PolicyStatement,
  principal: Principal,
): PolicyStatement {
  return FITS[kind]?.(statement, named(principal)) ?? statement;
}

/** Of a role of AWS's own that is known by its session alone, the path is missing. */
function named(principal: Principal): string {
  const { roleArn, permissionSet, serviceLinked, name } = principal;
  const hasPath = roleArn === undefined && (permissionSet !== undefined || serviceLinked === true);
  const arn = hasPath ? null : ownArn(principal);
  return arn === null ? `<ARN of ${name ?? 'the principal'}>` : literalName(arn);
}

function withPrincipal(
  { Sid, Effect, ...rest }: PolicyStatement,
  principal: NonNullable<PolicyStatement['Principal']>,
): PolicyStatement {
  return { Sid, Effect, Principal: principal, ...rest };
}
