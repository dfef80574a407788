// A batch of ten denials as the queue delivers it.
import { randomBytes, randomUUID } from 'node:crypto';

const SENTENCE =
  'You are not authorized to perform this operation. User: arn:aws:sts::111122223333:assumed-role/ci-runner/ci is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/web-profile because no identity-based policy allows the iam:PassRole action. Encoded authorization failure message: ';

function item() {
  const detail = {
    eventVersion: '1.11',
    eventID: randomUUID(),
    eventName: 'RunInstances',
    eventSource: 'ec2.amazonaws.com',
    eventTime: '2026-11-20T09:14:03Z',
    awsRegion: 'eu-west-1',
    recipientAccountId: '111122223333',
    errorCode: 'Client.UnauthorizedOperation',
    errorMessage: SENTENCE + randomBytes(420).toString('base64url'),
    userIdentity: {
      type: 'AssumedRole',
      arn: 'arn:aws:sts::111122223333:assumed-role/ci-runner/ci',
      accountId: '111122223333',
    },
    requestParameters: {
      instancesSet: { items: [{ imageId: 'ami-0123456789abcdef0', minCount: 1, maxCount: 1 }] },
      instanceType: 't3.large',
      iamInstanceProfile: { name: 'web-profile' },
    },
  };
  return {
    messageId: randomUUID(),
    body: JSON.stringify({ 'detail-type': 'AWS API Call via CloudTrail', detail }),
    attributes: { ApproximateReceiveCount: '1' },
  };
}

/** Makes a batch of as many denials as the event source mapping delivers at once. */
export function batchOf(size: number) {
  return { Records: Array.from({ length: size }, item) };
}
