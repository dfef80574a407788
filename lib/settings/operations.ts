// The operations whose denials can be watched.

/**
 * The operations watched where the setting `operations` is not given.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/OperationList-query-ec2.html
 */
export const DEFAULT_OPERATIONS = [
  'RunInstances',
  'CreateFleet',
  'RequestSpotInstances',
  'RequestSpotFleet',
  'StartInstances',
] as const;

/** The operations that launch EC2 instances or prepare a launch. */
export const LAUNCH_OPERATIONS = [
  ...DEFAULT_OPERATIONS,
  'CreateLaunchTemplate',
  'CreateLaunchTemplateVersion',
  'ModifyFleet',
  'ModifySpotFleetRequest',
] as const;

/** An EC2 operation whose denials can be watched. */
export type LaunchOperation = (typeof LAUNCH_OPERATIONS)[number];
