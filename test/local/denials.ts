// Denied launches as EventBridge delivers them: each role name is a cause of its own.
import { readRecord } from '../../core/event/cloudtrail-record';
import { denialOf } from '../../core/event/denial';
import { fingerprintOf } from '../../core/group/fingerprint';
import type { Local } from '../../local/start-local';

const ACCOUNT = '111122223333';
/** That of the local stack, so that no decoder asks a second Region. */
const REGION = 'us-east-1';
const WEB_PROFILE = 'web-profile';

/** A denied launch. */
export interface DeniedLaunch {
  readonly eventId: string;
  /** The name of the role that was denied. */
  readonly role: string;
  /** The name of the role that it may not pass. @default - web-profile */
  readonly passed?: string;
  /** @default - 09:14 on 20 November 2026 */
  readonly time?: string;
  /** @default - no encoded message */
  readonly encoded?: string;
}

const sessionOf = (role: string) => `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/build-7`;
const roleArn = (role: string) => `arn:aws:iam::${ACCOUNT}:role/${role}`;

/** The event of a denied launch. */
export function denialEvent(denied: DeniedLaunch) {
  return {
    version: '0',
    id: denied.eventId,
    account: ACCOUNT,
    region: REGION,
    resources: [],
    'detail-type': 'AWS API Call via CloudTrail',
    source: 'aws.ec2',
    detail: recordOf(denied),
  };
}

function recordOf(denied: DeniedLaunch) {
  const { eventId, role, passed = WEB_PROFILE, time = '2026-11-20T09:14:03Z', encoded } = denied;
  const ending = encoded === undefined ? '' : ` Encoded authorization failure message: ${encoded}`;
  return {
    eventVersion: '1.11',
    userIdentity: {
      type: 'AssumedRole',
      arn: sessionOf(role),
      accountId: ACCOUNT,
      sessionContext: {
        sessionIssuer: {
          type: 'Role',
          arn: roleArn(role),
          userName: role,
        },
      },
    },
    eventTime: time,
    eventSource: 'ec2.amazonaws.com',
    eventName: 'RunInstances',
    awsRegion: REGION,
    errorCode: 'Client.UnauthorizedOperation',
    errorMessage: `You are not authorized to perform this operation. User: ${sessionOf(role)} is not authorized to perform: iam:PassRole on resource: ${roleArn(passed)} because no identity-based policy allows the iam:PassRole action.${ending}`,
    requestParameters: { instanceType: 't3.large', subnetId: 'subnet-0abc' },
    eventID: eventId,
    eventType: 'AwsApiCall',
    recipientAccountId: ACCOUNT,
  };
}

/** The same with an encoded message that STS decodes. */
export function decodableEvent(local: Local, denied: DeniedLaunch) {
  const decoded = JSON.stringify({
    allowed: false,
    explicitDeny: false,
    matchedStatements: { items: [] },
    failures: { items: [] },
    context: {
      principal: { id: 'AROAEXAMPLE:build-7', arn: sessionOf(denied.role) },
      action: 'iam:PassRole',
      resource: roleArn(denied.passed ?? WEB_PROFILE),
      conditions: { items: [] },
    },
  });
  const owner = { account: ACCOUNT, region: REGION, seed: denied.eventId };
  return denialEvent({ ...denied, encoded: local.sts.issue(decoded, owner) });
}

/** The group that denials of a role make; it depends on neither event nor time. */
export function fingerprintOfRole(role: string, passed = WEB_PROFILE): string {
  const record = readRecord(recordOf({ eventId: 'any', role, passed }));
  if (record === null) throw new Error(`the denial of ${role} is no record`);
  return fingerprintOf(denialOf(record), null);
}
