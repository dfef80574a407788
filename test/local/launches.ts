// Denied launches of the whole-way tests: as CloudTrail records them, and as EventBridge delivers them.
import type { Local } from '../../local/start-local';

const ACCOUNT = '111122223333';
const PRINCIPAL = `arn:aws:sts::${ACCOUNT}:assumed-role/ci-runner/build-7`;

/** A denied launch as CloudTrail records it. */
export function record(eventID: string, changed: Readonly<Record<string, unknown>> = {}) {
  return {
    eventVersion: '1.11',
    userIdentity: {
      type: 'AssumedRole',
      arn: PRINCIPAL,
      accountId: ACCOUNT,
      sessionContext: {
        sessionIssuer: {
          type: 'Role',
          arn: `arn:aws:iam::${ACCOUNT}:role/ci-runner`,
          userName: 'ci-runner',
        },
      },
    },
    eventTime: '2026-11-20T09:14:03Z',
    eventSource: 'ec2.amazonaws.com',
    eventName: 'RunInstances',
    awsRegion: 'us-east-2',
    errorCode: 'Client.UnauthorizedOperation',
    errorMessage: `You are not authorized to perform this operation. User: ${PRINCIPAL} is not authorized to perform: iam:PassRole on resource: arn:aws:iam::${ACCOUNT}:role/web-profile because no identity-based policy allows the iam:PassRole action.`,
    requestParameters: { instanceType: 't3.large', subnetId: 'subnet-0abc' },
    eventID,
    eventType: 'AwsApiCall',
    recipientAccountId: ACCOUNT,
    ...changed,
  };
}

/** Its event. */
export function event(
  eventID: string,
  changed: Readonly<Record<string, unknown>> = {},
  source = 'aws.ec2',
) {
  const detail = record(eventID, changed);
  const { awsRegion: region } = detail;
  const shared = { version: '0', id: eventID, account: ACCOUNT, region, resources: [] };
  return { ...shared, 'detail-type': 'AWS API Call via CloudTrail', source, detail };
}

/** The same denial with an encoded message of the stand-in. */
export function withMessage(local: Local, eventID: string, issued?: (message: string) => void) {
  const decoded = JSON.stringify({
    allowed: false,
    explicitDeny: false,
    matchedStatements: { items: [] },
    failures: { items: [] },
    context: {
      principal: { id: 'AROAEXAMPLE:build-7', arn: PRINCIPAL },
      action: 'iam:PassRole',
      resource: `arn:aws:iam::${ACCOUNT}:role/web-profile`,
      conditions: { items: [] },
    },
  });
  const owner = { account: ACCOUNT, region: 'us-east-2', seed: eventID };
  const message = local.sts.issue(decoded, owner);
  issued?.(message);
  const { errorMessage } = record(eventID);
  return event(eventID, {
    errorMessage: `${errorMessage} Encoded authorization failure message: ${message}`,
  });
}
