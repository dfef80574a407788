// What a reader may choose. Parsed once, where the construct or the app receives it.
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as v from 'valibot';
import { parseNamed, type Setting } from './parse-named';

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
const LAUNCH_OPERATIONS = [
  ...DEFAULT_OPERATIONS,
  'CreateLaunchTemplate',
  'CreateLaunchTemplateVersion',
  'ModifyFleet',
  'ModifySpotFleetRequest',
] as const;

/** An EC2 operation whose denials can be watched. */
export type LaunchOperation = (typeof LAUNCH_OPERATIONS)[number];

/** What can be chosen for a deployment. Each name is also a context key of the app. */
export interface LaunchDeniedSettings {
  /**
   * E-mail addresses that receive alerts. Each must confirm its subscription.
   *
   * @default - none: alerts are published, and nobody is subscribed by this stack
   */
  readonly emails?: readonly string[];
  /**
   * EC2 operations whose denials are explained.
   *
   * @default - RunInstances, CreateFleet, RequestSpotInstances, RequestSpotFleet, StartInstances
   */
  readonly operations?: readonly LaunchOperation[];
  /**
   * Days a denial stays in the table.
   *
   * @default 90
   */
  readonly retentionDays?: number;
  /**
   * Days the function's log is kept: one of the values CloudWatch Logs knows.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
   * @default 90
   */
  readonly logRetentionDays?: RetentionDays;
  /**
   * Whether the table refuses deletion and outlives the stack.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
  /**
   * Whether suggested statements are tried in the IAM policy simulator. The function may then read,
   * through the simulator, what the roles and users of the account may do.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
   * @default true
   */
  readonly simulate?: boolean;
}

/** Settings after parsing: checked, and with every default filled in. */
export type ParsedSettings = Readonly<Required<LaunchDeniedSettings>>;

const LOG_RETENTION_DAYS = Object.values(RetentionDays).filter(
  (days): days is RetentionDays => typeof days === 'number' && days !== RetentionDays.INFINITE,
);

const listText = v.pipe(
  v.string(),
  v.transform((text) => (text === '' ? [] : text.split(',').map((item) => item.trim()))),
);
const numberText = v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number));
const booleanText = v.pipe(
  v.picklist(['true', 'false']),
  v.transform((text) => text === 'true'),
);

/** A list of different items; on the command line separated by commas. */
function list<Item extends v.GenericSchema<string, string>>(item: Item) {
  return v.pipe(
    v.union([v.array(v.string()), listText]),
    v.array(item),
    v.check((items) => new Set(items).size === items.length),
    v.readonly(),
  );
}

const number = v.union([v.number(), numberText]);
const boolean = v.union([v.boolean(), booleanText]);

/** Every setting: what it accepts, as a shape and in words. */
export const SETTINGS = {
  emails: {
    shape: v.optional(list(v.pipe(v.string(), v.rfcEmail())), []),
    allowed: 'e-mail addresses, each once, such as oncall@example.com,team@example.com',
  },
  operations: {
    shape: v.optional(v.pipe(list(v.picklist(LAUNCH_OPERATIONS)), v.minLength(1)), [
      ...DEFAULT_OPERATIONS,
    ]),
    allowed: `one or more, each once, of ${LAUNCH_OPERATIONS.join(', ')}`,
  },
  retentionDays: {
    shape: v.optional(v.pipe(number, v.integer(), v.minValue(1), v.maxValue(3650)), 90),
    allowed: 'a whole number of days from 1 to 3650',
  },
  logRetentionDays: {
    shape: v.optional(v.pipe(number, v.picklist(LOG_RETENTION_DAYS)), 90),
    allowed: `one of ${LOG_RETENTION_DAYS.join(', ')}`,
  },
  deletionProtection: {
    shape: v.optional(boolean, true),
    allowed: 'true or false',
  },
  simulate: {
    shape: v.optional(boolean, true),
    allowed: 'true or false',
  },
} as const satisfies Record<keyof LaunchDeniedSettings, Setting>;

/**
 * Checks settings and fills in the defaults.
 *
 * @param given typed props, or the texts of a command line (`retentionDays: '30'`)
 * @throws SynthError `INVALID_SETTINGS` with every value that is not allowed
 */
export function parseSettings(given: unknown): ParsedSettings {
  return parseNamed(SETTINGS, given);
}
