import { encodedSample } from '../message/encoded-sample';

/** An invented record of a denied launch, as CloudTrail writes it. */
export function recordSample(changes: object = {}): Record<string, unknown> {
  return {
    eventVersion: '1.11',
    userIdentity: {
      type: 'AssumedRole',
      arn: 'arn:aws:sts::111122223333:assumed-role/web/i-0123456789abcdef0',
      accountId: '111122223333',
      sessionContext: {
        sessionIssuer: {
          type: 'Role',
          arn: 'arn:aws:iam::111122223333:role/team/web',
          userName: 'web',
        },
        attributes: { mfaAuthenticated: 'false' },
      },
    },
    eventTime: '2026-01-02T03:04:05Z',
    eventSource: 'ec2.amazonaws.com',
    eventName: 'RunInstances',
    awsRegion: 'us-east-1',
    errorCode: 'Client.UnauthorizedOperation',
    errorMessage: `You are not authorized to perform this operation. Encoded authorization failure message: ${encodedSample(300)}...`,
    requestParameters: { instanceType: 't3.large', subnetId: 'subnet-0123456789abcdef0' },
    responseElements: null,
    requestID: '7a205582-0850-4fa1-8ed3-fe3c111d58c4',
    eventID: '9b205582-0850-4fa1-8ed3-fe3c111d58c5',
    ...changes,
  };
}

/** An invented record of a launch that succeeded. */
export function successSample(): Record<string, unknown> {
  const { errorCode: _code, errorMessage: _message, ...rest } = recordSample();
  return { ...rest, responseElements: { reservationId: 'r-0123456789abcdef0' } };
}
