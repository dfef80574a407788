// event → [denial] → decoded → explained → alert
import type { EventReference } from '../contract';
import type { Requested } from '../evidence';
import type { CloudTrailRecord } from './cloudtrail-record';
import { readLaunch } from './launch';
import { principalFromIdentity } from './principal';

/** Reads what the record says of the request: who asked for what, when and where. */
export function requestedOf(record: CloudTrailRecord): Requested {
  return {
    principal: record.userIdentity && principalFromIdentity(record.userIdentity),
    operation: record.eventName,
    action: `${servicePrefix(record.eventSource)}:${record.eventName}`,
    launch: readLaunch(record.requestParameters, record.awsRegion),
    event: eventReference(record),
  };
}

/** `ec2` for `ec2.amazonaws.com`. */
function servicePrefix(eventSource: string): string {
  return eventSource.replace(/\.amazonaws\.com(\.cn)?$/, '');
}

function eventReference(record: CloudTrailRecord): EventReference | null {
  if (record.eventID === null) return null;
  return {
    id: record.eventID,
    time: record.eventTime ?? '',
    region: record.awsRegion ?? '',
    account: accountOf(record),
  };
}

/** The account that a record is of: the one that was asked, else that of the principal; empty for none. */
export function accountOf({ recipientAccountId, userIdentity }: CloudTrailRecord): string {
  return recipientAccountId ?? userIdentity?.accountId ?? '';
}
