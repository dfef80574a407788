// Groups, denials and explanations as the table gets them.
import type { Group } from '../../../core/group/state';
import type { GroupRecord, Occurrence, StoredExplanation } from '../../../core/group/stored';
import { explain } from '../../../core/explain/explain';
import { at, told } from '../../core/group/group';

export const FINGERPRINT =
  'v1:111122223333:role/ci-runner:iam:PassRole:role/web-profile:implicit-deny:identity-based:-';

export const SHAPE =
  'types=t3.large:images=ami-0abc1234def567890:subnets=subnet-0abc1234def567890:groups=sg-0abc1234def567890:profile=web:region=us-east-2:volumes=gp3,encrypted,-,snap-0abc1234def567890:tags=Name|team';

export function record(
  changed: Partial<Group> = {},
  shown: Partial<GroupRecord['shown']> = {},
): GroupRecord {
  return {
    group: { ...told(), fingerprint: FINGERPRINT, ...changed },
    shown: {
      account: '111122223333',
      principal: 'role/ci-runner',
      action: 'iam:PassRole',
      summary: 'Role ci-runner may not pass role web-profile to EC2 (implicit deny)',
      reasonCode: 'IDENTITY_BASED_NO_ALLOW',
      regions: ['us-east-2'],
      sessions: ['build-417'],
      shapes: [SHAPE],
      resource: 'arn:aws:iam::111122223333:role/web-profile',
      messageStatus: 'truncated',
      days: [],
      ...shown,
    },
    sending: null,
    countedAt: at(0),
    recountAfter: null,
    refineAfter: null,
  };
}

export function occurrence(index: number, changed: Partial<Occurrence> = {}): Occurrence {
  return {
    eventId: `0f0f0f0f-0000-4000-8000-${String(index).padStart(12, '0')}`,
    time: at(index / 60),
    region: 'us-east-2',
    session: `build-${index}`,
    shape: SHAPE,
    ...changed,
  };
}

export function storedExplanation(changed: Partial<StoredExplanation> = {}): StoredExplanation {
  const explanation = explain({
    decoded: null,
    stated: {
      principalArn: null,
      action: 'iam:PassRole',
      resource: 'arn:aws:iam::111122223333:role/web-profile',
      verdict: 'implicit-deny',
      policyType: 'identity-based',
      policyArn: null,
      authorizationId: null,
    },
    requested: {
      principal: { kind: 'role-session', arn: null, name: 'ci-runner', sessionName: 'build-417' },
      operation: 'RunInstances',
      action: 'ec2:RunInstances',
      launch: null,
      event: { id: 'a', time: at(0), region: 'us-east-2', account: '111122223333' },
    },
    message: { status: 'truncated', length: 600 },
    implied: { operation: null, resource: null, region: null, isOpen: false },
  });
  return {
    explanation,
    shape: SHAPE,
    at: at(0),
    isDecoded: false,
    isSimulated: false,
    undecodedRecord: null,
    ...changed,
  };
}
