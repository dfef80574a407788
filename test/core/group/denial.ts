// Denials that somebody sane might cause.
import type { EventReference, Principal } from '../../../core/contract';
import type { Denial } from '../../../core/event/denial';
import type { DecodedMessage, Requested, Sentence } from '../../../core/evidence';

export const ROLE: Principal = {
  kind: 'role-session',
  arn: 'arn:aws:sts::111122223333:assumed-role/ci-runner/i-0abc',
  roleArn: 'arn:aws:iam::111122223333:role/ci-runner',
  name: 'ci-runner',
  sessionName: 'i-0abc',
};

export const EVENT: EventReference = {
  id: 'e-1',
  time: '2026-11-20T09:14:03Z',
  region: 'eu-west-1',
  account: '111122223333',
};

export const SENTENCE: Sentence = {
  principalArn: ROLE.arn,
  action: 'iam:PassRole',
  resource: 'arn:aws:iam::111122223333:role/web-profile',
  verdict: 'implicit-deny',
  policyType: 'identity-based',
  policyArn: null,
  authorizationId: null,
};

export const DECODED: DecodedMessage = {
  explicitDeny: false,
  matchedStatements: [],
  principalId: null,
  principalArn: ROLE.arn,
  action: 'iam:PassRole',
  resource: 'arn:aws:iam::111122223333:role/web-profile',
  conditions: [],
};

const REQUESTED: Requested = {
  principal: ROLE,
  operation: 'RunInstances',
  action: 'ec2:RunInstances',
  launch: null,
  event: EVENT,
};

export function denial(
  stated: Partial<Sentence> | null = {},
  requested: Partial<Requested> = {},
): Denial {
  return {
    requested: { ...REQUESTED, ...requested },
    stated: stated && { ...SENTENCE, ...stated },
    message: { kind: 'absent', length: 0 },
  };
}
