// [test denial] → event → rule → queue → function → table, alerts: a denial that nobody was denied.
import { parseArn } from '../arn';
import { denialOf } from '../event/denial';
import { readRecords } from '../event/read-records';
import { fingerprintOf } from '../group/fingerprint';

/** What is different from one test to the next. */
export interface TestOf {
  /** A new one for each test; ends the name of the role, so that each test is a cause of its own. */
  readonly eventId: string;
  /** ISO 8601 */
  readonly time: string;
  readonly region: string;
  /** The ARN of the reader, for account and partition. */
  readonly caller: string;
  /** An operation that the rule watches. */
  readonly operation: string;
}

/** A test denial, as EventBridge takes it. */
export interface TestDenial {
  readonly source: string;
  readonly detailType: string;
  /** JSON */
  readonly detail: string;
  readonly eventId: string;
  readonly fingerprint: string;
}

/** Makes a test denial: a launch by a role that does not exist. */
export function testDenial({ eventId, time, region, caller, operation }: TestOf): TestDenial {
  const { partition = 'aws', account = '' } = parseArn(caller) ?? {};
  const role = `launch-denied-test-${eventId.slice(0, 8)}`;
  const arn = `arn:${partition}:sts::${account}:assumed-role/${role}/test`;
  const resource = `arn:${partition}:ec2:${region}:${account}:instance/*`;
  const action = `ec2:${operation}`;
  const detail = {
    eventVersion: '1.11',
    eventID: eventId,
    eventTime: time,
    eventSource: 'ec2.amazonaws.com',
    eventName: operation,
    awsRegion: region,
    recipientAccountId: account,
    errorCode: 'Client.UnauthorizedOperation',
    errorMessage: `You are not authorized to perform this operation. User: ${arn} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action.`,
    userIdentity: { type: 'AssumedRole', arn, accountId: account },
    requestParameters: { instanceType: 't3.micro' },
  };
  const fingerprints = readRecords(detail).map((record) => fingerprintOf(denialOf(record)));
  return {
    source: 'launch-denied.test',
    detailType: 'AWS API Call via CloudTrail',
    detail: JSON.stringify(detail),
    eventId,
    fingerprint: fingerprints.join(''),
  };
}
