// functions of the hub → [role] in a member account → STS, IAM: decodes and simulates where it was denied
import {
  AccountPrincipal,
  type PolicyStatementProps,
  PolicyDocument,
  PolicyStatement,
  Role,
} from 'aws-cdk-lib/aws-iam';
import { Aws, Tags, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { type HomePlace, readerRoleName } from './names';

/** Properties of the reader role. */
export interface ReaderRoleProps {
  /** The hub. */
  readonly home: HomePlace;
  /** The ARNs of the roles of the hub's functions: nobody else may assume the role. */
  readonly functionRoleArns: readonly string[];
  /** The organization that the hub must be in. @default - any, and none */
  readonly organization?: string;
  /** Whether suggested statements may be tried in the policy simulator of the account. */
  readonly simulate: boolean;
}

/** What the role may do, and the setting that has to be on. */
const GRANTED = {
  decode: { actions: ['sts:DecodeAuthorizationMessage'], resources: ['*'] },
  simulate: {
    actions: ['iam:SimulatePrincipalPolicy'],
    resources: ['role', 'user'].map(
      (kind) => `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:${kind}/*`,
    ),
  },
} as const satisfies Record<string, PolicyStatementProps>;

/**
 * Lets the functions of the hub decode messages in this account, and simulate policies.
 *
 * Its trust names the account of the hub, and in conditions the organization and the roles of the
 * functions: as a principal of its own each role would have to exist before, and become invalid with it.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles
 */
export class ReaderRole extends Construct {
  readonly role: Role;

  constructor(scope: Construct, id: string, props: ReaderRoleProps) {
    super(scope, id);
    const { home, functionRoleArns, organization, simulate } = props;
    this.role = new Role(this, 'Role', {
      roleName: readerRoleName(home.stackName),
      description: 'Launch Denied: decodes messages about denied EC2 launches of this account',
      assumedBy: new AccountPrincipal(home.account).withConditions({
        ArnEquals: { 'aws:PrincipalArn': functionRoleArns },
        ...(organization === undefined
          ? {}
          : { StringEquals: { 'aws:PrincipalOrgID': organization } }),
      }),
      inlinePolicies: {
        Granted: new PolicyDocument({
          statements: [GRANTED.decode, ...(simulate ? [GRANTED.simulate] : [])].map(
            ({ actions, resources }) =>
              new PolicyStatement({ actions: [...actions], resources: [...resources] }),
          ),
        }),
      },
    });
    acknowledge(this.role, simulate);
    Tags.of(this).add('launch-denied', home.stackName);
  }
}

function acknowledge(role: Role, simulate: boolean): void {
  const validations = Validations.of(role);
  validations.acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason: 'Decoding has no resource types.',
  });
  for (const kind of simulate ? ['role', 'user'] : [])
    validations.acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:iam::<AWS::AccountId>:${kind}/*]`,
      reason: `Any ${kind} of the account might be denied a launch, and its policies simulated.`,
    });
}
