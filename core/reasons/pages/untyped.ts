// The reasons without a policy type: AWS names none, says nothing, or found the key leaked.
import { type ReasonPage, saidByEc2 } from '../reason-page';

const IMPLICIT_DENY = {
  allowed: false,
  explicitDeny: false,
  matchedStatements: { items: [] },
  context: {
    principal: { arn: 'arn:aws:sts::111122223333:assumed-role/ci-runner/build-417' },
    action: 'ec2:CreateTags',
    resource: 'arn:aws:ec2:us-east-2:111122223333:instance/*',
  },
} as const;

/** The pages of the reasons that name no policy type. */
export const UNTYPED_PAGES = {
  NO_ALLOW: {
    meaning:
      'No policy denies the request, and at least one policy type that must allow it does not. AWS does not say which: it might be an identity-based policy, a permissions boundary, a service control policy, a session policy, a VPC endpoint policy or a policy of the resource. Mostly it is the identity-based policies.',
    example: JSON.stringify(IMPLICIT_DENY, null, 2),
    nextSteps: [
      [
        'maintainer',
        'look for the Allow in the identity-based policies of the user or role, then in its permissions boundary; add it where it is missing',
      ],
      [
        'organization',
        'where both allow the action, look at the service control policies of the account',
      ],
      [
        'you',
        'run the request in the IAM policy simulator with the ARN of the user or role; its answer might differ from the live one, because it does not see every policy type',
      ],
    ],
    certainty:
      'The decoded message, or the sentence of the denial, states the verdict, so the implicit deny is certain. Which policy type lacks the Allow is not stated, and more than one might.',
    documentation: ['evaluationLogic', 'accessDenied', 'simulator', 'decoding'],
  },
  EXPLICIT_DENY: {
    meaning:
      'A Deny statement of some policy that applies matches the request. It overrides every Allow, so an added Allow does not help. AWS does not say which policy type it stands in: it might be a policy of the principal, of the resource, of the session, of the VPC endpoint or of the organization.',
    example: saidByEc2(
      'ec2:RunInstances',
      'arn:aws:ec2:us-east-2::image/ami-0abc1234def567890',
      'with an explicit deny',
    ),
    nextSteps: [
      [
        'you',
        'compare the matched statements, where the message was decoded, with the request: their Sid, actions and condition keys mostly tell whose statement it is and what to change',
      ],
      [
        'maintainer',
        'look for a matching Deny statement in the identity-based policies and in the permissions boundary of the user or role',
      ],
      [
        'organization',
        'where neither has one, look for it in the service control policies of the account',
      ],
    ],
    certainty:
      'The decoded message, or the sentence of the denial, states the verdict, so the explicit deny is certain. The policy type is not stated; the decoded message names statements and not the policy, and leaves out the condition operators.',
    documentation: ['explicitAndImplicit', 'evaluationLogic', 'accessDenied', 'decoding'],
  },
  CREDENTIALS_QUARANTINED: {
    meaning:
      'This is a security incident and not a missing permission. AWS found an access key of the IAM user in public, such as in a repository, and attached a policy of the name `AWSCompromisedKeyQuarantine`, `…V2` or `…V3`, which denies what is mostly done with leaked keys, launching instances among it. Whoever found the key might have made this request, and the policy does not stop everything else that the key can do.',
    example:
      'You are not authorized to perform this operation. User: arn:aws:iam::111122223333:user/backup-job is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:us-east-2:111122223333:instance/* with an explicit deny in an identity-based policy: arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3',
    nextSteps: [
      [
        'security',
        'deactivate the access key now, and replace it where something still needs it, better by a role with temporary credentials',
      ],
      [
        'security',
        'look in CloudTrail, in every Region, at what the key did: new IAM users, roles, access keys and instances that nobody of yours made',
      ],
      [
        'security',
        'follow the support case that AWS opened in the account, and leave the quarantine policy attached until that case says otherwise',
      ],
      [
        'you',
        'find where the key leaked and remove it there, also from the history of a repository',
      ],
      [
        'you',
        'do not change any policy to get the launch through; repeat it with new credentials when the incident is over',
      ],
    ],
    certainty:
      'Where the sentence of the denial names the policy, the reason is certain. Where it does not, the matched statement was recognised by its shape: dozens of unrelated actions and no Sid. A policy of your own that copies the quarantine policy looks the same, so check which policies are attached to the IAM user.',
    documentation: ['quarantinePolicy', 'accessKeys'],
  },
  UNREADABLE: {
    meaning:
      'AWS put the reason into the encoded message only, and that message could not be decoded. Mostly CloudTrail cut it: it keeps 1,024 characters of an error message, and a cut message cannot be decoded by anyone. Otherwise the message is damaged, belongs to another account or partition, or the permission to decode it is missing. What was requested is known from the rest of the event.',
    example:
      'You are not authorized to perform this operation. Encoded authorization failure message: 4GIOHlTkIaWHQD0QyXk1mT...',
    nextSteps: [
      [
        'you',
        'take the whole encoded message from the output of the tool that made the request and give it to `launch-denied explain`',
      ],
      [
        'you',
        'where the message is whole but could not be decoded, decode it with any principal of the same account that has `sts:DecodeAuthorizationMessage`; it need not be the one that was denied',
      ],
      [
        'you',
        'where the whole message is lost, repeat the launch with `--dry-run` to get a new one',
      ],
      [
        'maintainer',
        'run the request in the IAM policy simulator with the ARN of the user or role',
      ],
    ],
    certainty:
      'That the request was denied for lack of permission is certain. Nothing is known of the verdict, and the action that was denied might be another than the operation: a launch might also need `iam:PassRole` or `ec2:CreateTags`.',
    documentation: ['decoding', 'recordContents', 'simulator'],
  },
  NOT_STATED: {
    meaning:
      'AWS denied the request and gave neither a reason nor an encoded message. Not every service and operation says why. What was requested is known from the rest of the event.',
    example: 'You are not authorized to perform this operation.',
    nextSteps: [
      [
        'maintainer',
        'check that an identity-based policy of the user or role allows the action on the resources of the request',
      ],
      ['you', 'repeat the launch with `--dry-run`: its output might say more than the event'],
      [
        'maintainer',
        'run the request in the IAM policy simulator with the ARN of the user or role to see which policy decides',
      ],
    ],
    certainty:
      'That the request was denied for lack of permission is certain. The verdict, the policy type and the action that was denied are not stated; a launch might need more actions than the operation names.',
    documentation: ['accessDenied', 'evaluationLogic', 'simulator'],
  },
  EXCERPT_INCOMPLETE: {
    meaning:
      'The text that was given is a part of a CloudTrail record and ends before the fields that say how AWS answered. It shows who made which request, and leaves open whether AWS denied it. A request that succeeded looks the same up to there.',
    example: [
      '"eventSource": "ec2.amazonaws.com",',
      '"eventName": "RunInstances",',
      '"awsRegion": "us-east-2",',
      '"requestParameters": { "instanceType": "t3.large",',
    ].join('\n'),
    nextSteps: [
      [
        'you',
        'give the whole CloudTrail record to `launch-denied explain`, with its fields `errorCode` and `errorMessage`',
      ],
      [
        'you',
        'look the event up by its `eventID` in the event history of CloudTrail, in the Region of the request, where it is kept for 90 days',
      ],
    ],
    certainty:
      'That a request was made is certain. Whether it was denied, and why, is not stated; a record that was cut at another place might say it.',
    documentation: ['recordContents'],
  },
} as const satisfies Record<string, ReasonPage>;
