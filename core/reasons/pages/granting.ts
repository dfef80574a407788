// The reasons of the policy types that can grant: identity-based, resource-based, role trust.
import {
  OTHERS_MIGHT_DENY,
  OTHERS_MIGHT_LACK_IT,
  type ReasonPage,
  saidByAws,
  saidByEc2,
  STATED,
} from '../reason-page';

const KEY = 'arn:aws:kms:us-east-2:111122223333:key/0a1b2c3d-1111-2222-3333-444455556666';
const DEPLOY_ROLE = 'arn:aws:iam::111122223333:role/deploy';

/** The pages of the policy types that can grant. */
export const GRANTING_PAGES = {
  IDENTITY_BASED_POLICY_NO_ALLOW: {
    meaning:
      'None of the policies attached to the IAM user or role, or to a group of the user, has an Allow statement that matches the action, the resource and the conditions of the request. Nothing forbids the request: AWS denies whatever is not allowed. One launch needs several actions on several resources, and EC2 names one of those that are missing.',
    example: saidByEc2(
      'iam:PassRole',
      'arn:aws:iam::111122223333:role/web-profile',
      'because no identity-based policy allows the iam:PassRole action',
    ),
    nextSteps: [
      [
        'maintainer',
        'allow the action on the resource in an identity-based policy; for a role of IAM Identity Center, change the permission set, because changes of the role itself are overwritten',
      ],
      [
        'maintainer',
        'where an Allow for the action is there already, compare its resources and conditions with the request: a wrong ARN, a missing tag or another Region keeps it from matching',
      ],
      [
        'you',
        'repeat the launch with `--dry-run` afterwards, to see whether another action is missing',
      ],
    ],
    certainty: `${STATED} ${OTHERS_MIGHT_LACK_IT} A change of a policy takes a short while to reach every Region, so a denial right after it might still be of the old policy.`,
    documentation: ['accessDenied', 'evaluationLogic', 'explicitAndImplicit'],
  },
  IDENTITY_BASED_POLICY_EXPLICIT_DENY: {
    meaning:
      'A policy attached to the IAM user or role, or to a group of the user, has a Deny statement that matches the request. An explicit deny overrides every Allow, wherever the Allow stands. Such a statement is mostly deliberate and has a condition, such as a sign-in without MFA, a Region, a missing tag or an instance type.',
    example: saidByEc2(
      'ec2:RunInstances',
      'arn:aws:ec2:us-east-2:111122223333:instance/*',
      'with an explicit deny in an identity-based policy: arn:aws:iam::111122223333:policy/require-cost-tag',
    ),
    nextSteps: [
      [
        'you',
        'read the Deny statements that match the action, in the named policy first, and change the request so that their conditions no longer match',
      ],
      [
        'you',
        'where the policy is named `AWSRevokeOlderSessions`, start a new session: the older ones were revoked',
      ],
      [
        'maintainer',
        'where the launch is meant to be possible, narrow the Deny statement to what it is there for',
      ],
    ],
    certainty: `${STATED} ${OTHERS_MIGHT_DENY}`,
    documentation: ['accessDenied', 'explicitAndImplicit', 'evaluationLogic'],
  },
  RESOURCE_BASED_POLICY_NO_ALLOW: {
    meaning:
      "The policy attached to the resource has no Allow statement that matches the principal and the action. Such an Allow is needed where the resource belongs to another account, and always for a KMS key: its key policy must allow the principal, or let the account's IAM policies decide. A launch needs such a key where its volumes are encrypted with one of your own.",
    example: saidByAws(
      'kms:CreateGrant',
      KEY,
      'because no resource-based policy allows the kms:CreateGrant action',
    ),
    nextSteps: [
      [
        'resourceOwner',
        'allow the principal and the action in the policy of the resource, for a KMS key in its key policy',
      ],
      [
        'maintainer',
        'where the resource belongs to another account, allow the action in an identity-based policy as well: both accounts must allow it',
      ],
      ['you', 'launch with a resource that is meant for this account, such as another KMS key'],
    ],
    certainty: `${STATED} ${OTHERS_MIGHT_LACK_IT}`,
    documentation: ['identityAndResource', 'accessDenied', 'evaluationLogic'],
  },
  RESOURCE_BASED_POLICY_EXPLICIT_DENY: {
    meaning:
      'The policy attached to the resource, such as the key policy of a KMS key, has a Deny statement that matches the request. An explicit deny overrides every Allow, also those of the principal. Often the statement admits certain networks, VPC endpoints, roles or organizations only.',
    example: saidByAws(
      'kms:GenerateDataKeyWithoutPlaintext',
      KEY,
      'with an explicit deny in a resource-based policy',
    ),
    nextSteps: [
      [
        'resourceOwner',
        'read the Deny statements of the policy of the resource and say which condition the request meets',
      ],
      [
        'you',
        'make the request as the statement wants it, such as from the network or with the role it admits, or launch with another resource',
      ],
      [
        'resourceOwner',
        'where the principal is meant to have access, except it from the Deny statement',
      ],
    ],
    certainty: `${STATED} ${OTHERS_MIGHT_DENY}`,
    documentation: ['identityAndResource', 'accessDenied', 'explicitAndImplicit'],
  },
  ROLE_TRUST_POLICY_NO_ALLOW: {
    meaning:
      'The principal asked to assume a role, and the trust policy of that role has no Allow statement that matches the principal and the action. A trust policy says who may assume the role, not what the role may do. The launch itself was not attempted yet.',
    example: saidByAws(
      'sts:AssumeRole',
      DEPLOY_ROLE,
      'because no role trust policy allows the sts:AssumeRole action',
    ),
    nextSteps: [
      [
        'you',
        'check that the ARN of the role is the one that is meant, with its account and its path',
      ],
      [
        'roleOwner',
        'add the principal to the trust policy with `sts:AssumeRole`, and with `sts:TagSession` where it passes session tags',
      ],
      [
        'roleOwner',
        'where the principal stands there already, compare the conditions, such as the external ID or MFA; where the principal was deleted and made anew, put its ARN in again, because the policy still means the old one',
      ],
    ],
    certainty: `${STATED} A principal of another account also needs an identity-based policy that allows the action, so the next attempt might be denied for that.`,
    documentation: ['troubleshootRoles', 'trustPolicy', 'accessDenied'],
  },
  ROLE_TRUST_POLICY_EXPLICIT_DENY: {
    meaning:
      'The principal asked to assume a role, and the trust policy of that role has a Deny statement that matches the request. An explicit deny overrides every Allow. The launch itself was not attempted yet.',
    example: saidByAws(
      'sts:AssumeRole',
      DEPLOY_ROLE,
      'with an explicit deny in the role trust policy',
    ),
    nextSteps: [
      [
        'roleOwner',
        'read the Deny statements of the trust policy and say which condition the request meets',
      ],
      [
        'you',
        'assume the role as the statement wants it, such as with MFA or from the network it admits, or use a role that is meant for you',
      ],
      [
        'roleOwner',
        'where the principal is meant to assume the role, except it from the Deny statement',
      ],
    ],
    certainty: `${STATED} ${OTHERS_MIGHT_DENY}`,
    documentation: ['troubleshootRoles', 'trustPolicy', 'explicitAndImplicit'],
  },
} as const satisfies Record<string, ReasonPage>;
