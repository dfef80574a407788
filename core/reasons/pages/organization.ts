// The reasons of the policies that AWS Organizations applies to whole accounts.
import {
  OTHERS_MIGHT_DENY,
  OTHERS_MIGHT_LACK_IT,
  type ReasonPage,
  saidByAws,
  saidByEc2,
  STATED,
} from '../reason-page';

/** The pages of service control policies and resource control policies. */
export const ORGANIZATION_PAGES = {
  SERVICE_CONTROL_POLICY_NO_ALLOW: {
    meaning:
      'AWS Organizations lets an account do only what a service control policy (SCP) allows at every level: at the root, at each organizational unit above the account, and at the account itself. At one of these levels no SCP allows the action. SCPs limit every principal of a member account, its root user included and service-linked roles excepted, and grant nothing, so an Allow inside the account does not help.',
    example: saidByEc2(
      'ec2:RunInstances',
      'arn:aws:ec2:ap-southeast-4:111122223333:instance/*',
      'because no service control policy allows the ec2:RunInstances action',
    ),
    nextSteps: [
      [
        'you',
        "give the account, the action and the Region to the organization's administrator and ask whether the launch is meant to be possible there",
      ],
      [
        'organization',
        'find the level where no SCP allows the action, often one where `FullAWSAccess` was replaced by a list of services, and allow the action there',
      ],
      ['you', 'launch in an account or Region that the organization allows for this'],
    ],
    certainty: `${STATED} AWS does not say at which level the Allow is missing. ${OTHERS_MIGHT_LACK_IT}`,
    documentation: ['serviceControlEvaluation', 'serviceControlPolicies', 'accessDenied'],
  },
  SERVICE_CONTROL_POLICY_EXPLICIT_DENY: {
    meaning:
      'A service control policy (SCP) that AWS Organizations applies to the account, at the root, an organizational unit or the account itself, has a Deny statement that matches the request. It overrides every Allow and holds for every principal of the account, its root user included and service-linked roles excepted. Organizations use such statements to admit certain Regions, instance types, images, tags or encrypted volumes only.',
    example: saidByEc2(
      'ec2:RunInstances',
      'arn:aws:ec2:eu-north-1:111122223333:instance/*',
      'with an explicit deny in a service control policy: arn:aws:organizations::444455556666:policy/o-exampleorgid/service_control_policy/p-examplepolicyid111',
    ),
    nextSteps: [
      [
        'you',
        'change the launch to what the organization admits: compare its Region, instance type, image, tags, encryption and metadata options with the launches that succeed',
      ],
      [
        'you',
        "give the ARN of the policy, where it is named, and the launch to the organization's administrator and ask which statement matches; a member account cannot read the policy itself",
      ],
      [
        'organization',
        'read the Deny statements of the policy, and except the principal or the account where the launch is meant to be possible',
      ],
    ],
    certainty: `${STATED} ${OTHERS_MIGHT_DENY}`,
    documentation: ['serviceControlPolicies', 'serviceControlEvaluation', 'accessDenied'],
  },
  RESOURCE_CONTROL_POLICY_EXPLICIT_DENY: {
    meaning:
      'A resource control policy (RCP) that AWS Organizations applies to the account of the resource has a Deny statement that matches the request. RCPs limit what may be done with the resources of member accounts, whoever asks, and cover some services only, KMS and S3 among them. This is their only form of denial: the policy `RCPFullAWSAccess`, which cannot be detached, always allows.',
    example: saidByAws(
      'kms:CreateGrant',
      'arn:aws:kms:us-east-2:111122223333:key/0a1b2c3d-1111-2222-3333-444455556666',
      'with an explicit deny in a resource control policy: arn:aws:organizations::444455556666:policy/o-exampleorgid/resource_control_policy/p-examplepolicyid222',
    ),
    nextSteps: [
      [
        'you',
        'check whether the resource and the principal belong to the same organization; an RCP often keeps principals from outside away',
      ],
      [
        'you',
        'give the ARN of the policy, where it is named, and the resource to the administrator of the organization that owns the resource, and ask which statement matches',
      ],
      [
        'organization',
        'read the Deny statements of the policy, and except the principal or the resource where the access is meant to be possible',
      ],
    ],
    certainty: `${STATED} ${OTHERS_MIGHT_DENY}`,
    documentation: ['resourceControlPolicies', 'resourceControlEvaluation', 'accessDenied'],
  },
} as const satisfies Record<string, ReasonPage>;
