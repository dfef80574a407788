// history → [launches] → records: which records are launches that AWS refused.
import type { CloudTrailRecord } from '../event/cloudtrail-record';
import { isDenial } from '../event/denial';

/** The operations that launch EC2 instances or prepare a launch; the stack can watch the same ones. */
export const LAUNCH_OPERATIONS = [
  'RunInstances',
  'CreateFleet',
  'RequestSpotInstances',
  'RequestSpotFleet',
  'StartInstances',
  'CreateLaunchTemplate',
  'CreateLaunchTemplateVersion',
  'ModifyFleet',
  'ModifySpotFleetRequest',
] as const;

const NAMES: ReadonlySet<string> = new Set(LAUNCH_OPERATIONS);

/** Whether a record is a launch that AWS refused for lack of permission. */
export function isDeniedLaunch(record: CloudTrailRecord): boolean {
  const { eventSource, eventName } = record;
  return eventSource === 'ec2.amazonaws.com' && NAMES.has(eventName) && isDenial(record);
}
