// What a reader may choose. Parsed once, where the construct or the app receives it.
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as v from 'valibot';
import { invalidSettings, parseNamed, type Setting } from './parse-named';
import { slackChannels, teamsChannels } from './settings/channels';
import { contradictions } from './settings/contradictions';
import { digest } from './settings/digest';
import { type LaunchDeniedSettings, type ParsedSettings, PRIVACIES } from './settings/given';
import { DEFAULT_OPERATIONS, LAUNCH_OPERATIONS } from './settings/operations';
import {
  ACCOUNT_NAMES_ALLOWED,
  accountNames,
  accounts,
  ACCOUNTS_ALLOWED,
  ORGANIZATION,
} from './settings/members';
import { patterns, patternsAllowed } from './settings/patterns';
import { regions, REGIONS_ALLOWED } from './settings/regions';
import { boolean, list, number } from './settings/shapes';
import { subscriptions, SUBSCRIPTIONS_ALLOWED } from './settings/subscriptions';

export type { LaunchDeniedSettings, ParsedSettings } from './settings/given';
export { DEFAULT_OPERATIONS, type LaunchOperation } from './settings/operations';

const LOG_RETENTION_DAYS = Object.values(RetentionDays).filter(
  (days): days is RetentionDays => typeof days === 'number' && days !== RetentionDays.INFINITE,
);

/** Every setting: what it accepts, as a shape and in words. */
export const SETTINGS = {
  emails: {
    shape: v.optional(list(v.pipe(v.string(), v.rfcEmail())), []),
    allowed: 'e-mail addresses, each once, such as oncall@example.com,team@example.com',
  },
  subscriptions: {
    shape: v.optional(subscriptions, []),
    allowed: SUBSCRIPTIONS_ALLOWED,
  },
  slack: {
    shape: v.optional(slackChannels, []),
    allowed: 'a list such as [{"workspaceId":"T0123ABCD","channelId":"C0123ABCD"}], each once',
  },
  teams: {
    shape: v.optional(teamsChannels, []),
    allowed:
      'a list of {"tenantId","teamId","channelId"}, each once: two GUIDs, and a channel such as 19%3ab6ef35dc%40thread.tacv2',
  },
  ignoredPrincipals: {
    shape: v.optional(patterns, []),
    allowed: patternsAllowed('role/ci-*'),
  },
  ignoredActions: {
    shape: v.optional(patterns, []),
    allowed: patternsAllowed('ec2:Run*'),
  },
  alertsPerMinute: {
    shape: v.optional(v.pipe(number, v.integer(), v.minValue(1), v.maxValue(100)), 20),
    allowed: 'a whole number from 1 to 100',
  },
  digest: {
    shape: v.optional(digest, { hour: 8, timeZone: 'UTC' }),
    allowed:
      'off, or an hour from 0 to 23 with the IANA name of a time zone, such as 8 Europe/Berlin or {"hour":8,"timeZone":"Europe/Berlin"}',
  },
  privacy: {
    shape: v.optional(v.picklist(PRIVACIES), 'full'),
    allowed: PRIVACIES.join(' or '),
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
  dashboard: {
    shape: v.optional(boolean, true),
    allowed: 'true or false',
  },
  dashboardChanges: {
    shape: v.optional(boolean, false),
    allowed: 'true or false',
  },
  regions: {
    shape: v.optional(regions, []),
    allowed: REGIONS_ALLOWED,
  },
  organization: {
    shape: v.optional(v.nullable(v.pipe(v.string(), v.regex(ORGANIZATION))), null),
    allowed: 'the id of an organization, such as o-a1b2c3d4e5',
  },
  accounts: {
    shape: v.optional(accounts, []),
    allowed: ACCOUNTS_ALLOWED,
  },
  accountNames: {
    shape: v.optional(accountNames, {}),
    allowed: ACCOUNT_NAMES_ALLOWED,
  },
} as const satisfies Record<keyof LaunchDeniedSettings, Setting>;

/**
 * Checks settings and fills in the defaults.
 *
 * @param given typed props, or the texts of a command line (`retentionDays: '30'`)
 * @throws SynthError `INVALID_SETTINGS` with every value that is not allowed
 */
export function parseSettings(given: unknown): ParsedSettings {
  const settings = parseNamed(SETTINGS, given);
  const wrong = contradictions(settings);
  if (wrong.length > 0) throw invalidSettings(wrong);
  return settings;
}
