// What can be chosen for a deployment.
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { SlackChannel, TeamsChannel } from './channels';
import type { DigestHour } from './digest';
import type { LaunchOperation } from './operations';
import type { AlertSubscription } from './subscriptions';

/** What can be chosen for a deployment. Each name is also a context key of the app. */
export interface LaunchDeniedSettings {
  /**
   * E-mail addresses that receive all alerts. Each must confirm its subscription.
   *
   * @default - none
   */
  readonly emails?: readonly string[];
  /**
   * Other receivers, and what each wants to receive. E-mail and https addresses must confirm their
   * subscription; a queue or a function must let the topic `AlertsTopicArn` send to it.
   *
   * @default - none
   */
  readonly subscriptions?: readonly AlertSubscription[];
  /**
   * Slack channels that receive alerts. Amazon Q Developer must be authorized in the workspace before,
   * and it takes a channel once for an account, whatever the Region.
   *
   * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/slack-setup.html
   * @default - none
   */
  readonly slack?: readonly SlackChannel[];
  /**
   * Channels of Microsoft Teams that receive alerts; the same holds for them.
   *
   * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/teams-setup.html
   * @default - none
   */
  readonly teams?: readonly TeamsChannel[];
  /**
   * Principals whose denials are expected: they are counted and never alerted. Such as `role/ci-*` or
   * `arn:aws:iam::111122223333:user/anna`, at most 1,000 characters as JSON.
   *
   * @default - none
   */
  readonly ignoredPrincipals?: readonly string[];
  /**
   * Actions whose denials are expected, such as `ec2:Run*`, at most 1,000 characters as JSON.
   *
   * @default - none
   */
  readonly ignoredActions?: readonly string[];
  /**
   * Alerts that may leave in a minute, over all groups; what exceeds that is folded into one.
   *
   * @default 20
   */
  readonly alertsPerMinute?: number;
  /**
   * When the digest of the day leaves, or `off`.
   *
   * @default - at 8 UTC
   */
  readonly digest?: 'off' | DigestHour;
  /**
   * Whether messages name principals, resources and accounts, or hold what names nobody.
   *
   * @default full
   */
  readonly privacy?: Privacy;
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
   * Days the logs of the functions are kept: one of the values CloudWatch Logs knows.
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
   * Whether suggested statements are tried in the IAM policy simulator. The functions may then read,
   * through the simulator, what the roles and users of the account may do.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
   * @default true
   */
  readonly simulate?: boolean;
  /**
   * Whether the stack has a CloudWatch dashboard.
   *
   * @default true
   */
  readonly dashboard?: boolean;
  /**
   * Whether states may be changed from the CloudWatch dashboard. It does not say who is looking, so
   * the history of a group names the dashboard and nobody.
   *
   * @default false
   */
  readonly dashboardChanges?: boolean;
  /**
   * Regions whose denials are accepted beside those of the own Region; in each lies a forwarder, which
   * the app deploys too, or `ForwarderStack`.
   *
   * @default - what comes to the event bus is accepted, whatever its Region
   */
  readonly regions?: readonly string[];
  /**
   * Organization whose accounts may send their denials here: the stack becomes its hub.
   *
   * @default - none
   */
  readonly organization?: string | null;
  /**
   * Accounts that may send their denials here, in place of an organization.
   *
   * @default - none
   */
  readonly accounts?: readonly string[];
  /**
   * What alerts call accounts, by number; at most 800 bytes as JSON.
   *
   * @default - what `launch-denied accounts` wrote into the table, else nothing
   */
  readonly accountNames?: Readonly<Record<string, string>>;
}

/** How much messages may say. */
export const PRIVACIES = ['full', 'summary'] as const;

/** How much messages may say. */
type Privacy = (typeof PRIVACIES)[number];

/** Settings after parsing: checked, and with every default filled in. */
export type ParsedSettings = Readonly<
  Required<Omit<LaunchDeniedSettings, 'digest'>> & { digest: 'off' | Required<DigestHour> }
>;
