// The reasons of the policy types that limit a principal or a session and grant nothing.
import {
  OTHERS_MIGHT_DENY,
  OTHERS_MIGHT_LACK_IT,
  type ReasonPage,
  saidByEc2,
  STATED,
} from '../reason-page';

const INSTANCES = 'arn:aws:ec2:us-east-2:111122223333:instance/*';

/** The pages of permissions boundaries, session policies and VPC endpoint policies. */
export const LIMITING_PAGES = {
  PERMISSIONS_BOUNDARY_NO_ALLOW: {
    meaning:
      'The IAM user or role has a permissions boundary, and no statement of it allows the action on the resource. A boundary sets the most that identity-based policies can grant and grants nothing by itself: the boundary and an identity-based policy must both allow the action. An Allow in another policy of the principal does not help.',
    example: saidByEc2(
      'ec2:RunInstances',
      INSTANCES,
      'because no permissions boundary allows the ec2:RunInstances action',
    ),
    nextSteps: [
      ['you', 'ask whoever owns the permissions boundary whether it is meant to cover this launch'],
      ['boundaryOwner', 'allow the action on the resource in the boundary'],
      [
        'maintainer',
        'check that an identity-based policy allows the action as well; the boundary alone does not',
      ],
    ],
    certainty: `${STATED} ${OTHERS_MIGHT_LACK_IT}`,
    documentation: ['boundaries', 'accessDenied', 'evaluationLogic'],
  },
  PERMISSIONS_BOUNDARY_EXPLICIT_DENY: {
    meaning:
      'The permissions boundary of the IAM user or role has a Deny statement that matches the request. An explicit deny overrides every Allow, also one in the boundary itself. Whoever set the boundary mostly wants to keep this kind of request out.',
    example: saidByEc2(
      'ec2:RunInstances',
      'arn:aws:ec2:us-east-2:111122223333:subnet/subnet-0abc1234def567890',
      'with an explicit deny in a permissions boundary: arn:aws:iam::111122223333:policy/lab-boundary',
    ),
    nextSteps: [
      [
        'you',
        'read the Deny statements of the boundary and change the request so that they no longer match, such as by another subnet, Region or instance type',
      ],
      [
        'you',
        'ask whoever owns the boundary for an exception where the request must stay as it is',
      ],
      [
        'boundaryOwner',
        'where the launch is meant to be possible, narrow the Deny statement to what it is there for',
      ],
    ],
    certainty: `${STATED} ${OTHERS_MIGHT_DENY}`,
    documentation: ['boundaries', 'accessDenied', 'explicitAndImplicit'],
  },
  SESSION_POLICY_NO_ALLOW: {
    meaning:
      'The session was started with a session policy, and no statement of it allows the action on the resource. A session policy limits this one session and grants nothing by itself: the session may do what the session policy and the identity-based policies of the role or user both allow. The role itself might well allow the action.',
    example: saidByEc2(
      'ec2:StartInstances',
      'arn:aws:ec2:us-east-2:111122223333:instance/i-0abc1234def567890',
      'because no session policy allows the ec2:StartInstances action',
    ),
    nextSteps: [
      [
        'sessionStarter',
        'pass a session policy that allows the action, or none, in `Policy` and `PolicyArns` of the request that starts the session',
      ],
      [
        'you',
        'find what starts the session: a script, a credential broker or a pipeline that requests `AssumeRole` or `GetFederationToken`',
      ],
      ['maintainer', 'check that an identity-based policy allows the action as well'],
    ],
    certainty: `${STATED} ${OTHERS_MIGHT_LACK_IT}`,
    documentation: ['sessionPolicies', 'assumeRole', 'accessDenied'],
  },
  SESSION_POLICY_EXPLICIT_DENY: {
    meaning:
      'The session was started with a session policy that has a Deny statement, and the statement matches the request. An explicit deny overrides every Allow. It holds for this session only: another session of the same role might not have it.',
    example: saidByEc2('ec2:RunInstances', INSTANCES, 'with an explicit deny in a session policy'),
    nextSteps: [
      [
        'sessionStarter',
        'read the Deny statement in the session policy that is passed when the session starts, and narrow it where the launch is meant to be possible',
      ],
      ['you', 'change the request so that the statement no longer matches'],
      [
        'you',
        'find what starts the session: a script, a credential broker or a pipeline that requests `AssumeRole` or `GetFederationToken`',
      ],
    ],
    certainty: `${STATED} ${OTHERS_MIGHT_DENY}`,
    documentation: ['sessionPolicies', 'assumeRole', 'explicitAndImplicit'],
  },
  VPC_ENDPOINT_POLICY_NO_ALLOW: {
    meaning:
      'The request went through a VPC endpoint, and no statement of its endpoint policy allows it. The default endpoint policy allows everything, so somebody replaced it by a narrower one. An endpoint policy limits what passes through the endpoint and grants nothing by itself.',
    example: saidByEc2(
      'ec2:RunInstances',
      INSTANCES,
      'because no VPC endpoint policy allows the ec2:RunInstances action',
    ),
    nextSteps: [
      ['endpointOwner', 'allow the principal, the action and the resource in the endpoint policy'],
      [
        'you',
        'send the request another way where that is permitted, such as from outside the VPC; where it is denied there too, another policy lacks the Allow as well',
      ],
    ],
    certainty: `${STATED} ${OTHERS_MIGHT_LACK_IT}`,
    documentation: ['endpointPolicies', 'accessDenied', 'evaluationLogic'],
  },
  VPC_ENDPOINT_POLICY_EXPLICIT_DENY: {
    meaning:
      'The request went through a VPC endpoint, and its endpoint policy has a Deny statement that matches the request. An explicit deny overrides every Allow. Where the sentence goes on with "transitively through a service control policy", a policy of the organization takes part in the denial.',
    example: saidByEc2(
      'ec2:RunInstances',
      INSTANCES,
      'with an explicit deny in a VPC endpoint policy',
    ),
    nextSteps: [
      [
        'endpointOwner',
        'read the Deny statements of the endpoint policy and say which condition the request meets',
      ],
      [
        'you',
        'change the request so that the statement no longer matches, or send it another way where that is permitted',
      ],
      [
        'organization',
        'where the sentence names a service control policy too, look for the Deny statement there',
      ],
    ],
    certainty: `${STATED} ${OTHERS_MIGHT_DENY}`,
    documentation: ['endpointPolicies', 'accessDenied', 'explicitAndImplicit'],
  },
} as const satisfies Record<string, ReasonPage>;
