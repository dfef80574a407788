// What readers of launch-denied.json choose.
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DEFAULT_OPERATIONS, LAUNCH_OPERATIONS } from '../settings/operations';
import { ORGANIZATION } from '../settings/members';
import { emptyOr, type FileParameter, type FileParameters } from './file-parameter';

const RECEIVERS = 'Who receives alerts by e-mail';
const CHAT = 'Who receives alerts in a chat channel';
const DENIALS = 'Which denials are explained, and how';
const ELSEWHERE = 'Other Regions and accounts';
const STORAGE = 'What is kept';

const GUID = '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';

/** The name of a Region. */
export const REGION = '[a-z]{2,4}(-[a-z]+)+-\\d';

const LOG_RETENTION_DAYS = Object.values(RetentionDays).filter(
  (days): days is RetentionDays => typeof days === 'number' && days !== RetentionDays.INFINITE,
);

/** The operations to watch. */
export const OPERATIONS = {
  group: DENIALS,
  label: 'Operations of EC2',
  type: 'CommaDelimitedList',
  description: `The EC2 operations whose denials are explained, with commas between them: one or more of ${LAUNCH_OPERATIONS.join(', ')}.`,
  default: DEFAULT_OPERATIONS.join(','),
  values: LAUNCH_OPERATIONS,
  allowed: `Give one or more of ${LAUNCH_OPERATIONS.join(', ')}, with commas and without spaces.`,
  standIn: 'ModifySpotFleetRequest',
} as const satisfies FileParameter;

/** The parameters of the home stack. */
export const HOME_PARAMETERS = {
  Email: email('E-mail address', 'email-1@stand-in.example'),
  Email2: email('Second e-mail address', 'email-2@stand-in.example'),
  Email3: email('Third e-mail address', 'email-3@stand-in.example'),
  SlackWorkspaceId: {
    ...chat('Slack workspace', 'T[A-Z0-9]{2,30}', 'T0123ABCD', 'T0STANDIN'),
    description:
      'The id of a Slack workspace, such as T0123ABCD. Authorize Amazon Q Developer in it before. Empty: no Slack.',
  },
  SlackChannelId: {
    ...chat('Slack channel', '[CG][A-Z0-9]{2,30}', 'C0123ABCD', 'C0STANDIN'),
    description:
      'The id of a channel in the Slack workspace, such as C0123ABCD. An account can have one configuration for a channel, whatever the Region.',
    optional: 'resource',
  },
  TeamsTenantId: {
    ...chat('Teams tenant', GUID, 'a GUID', '00000000-0000-4000-8000-5a9d00000001'),
    description:
      'The id of the tenant of Microsoft Teams, a GUID. Authorize Amazon Q Developer in the team before. Empty: no Teams.',
  },
  TeamsTeamId: {
    ...chat('Teams team', GUID, 'a GUID', '00000000-0000-4000-8000-5a9d00000002'),
    description: 'The id of the team in Microsoft Teams, a GUID.',
  },
  TeamsChannelId: {
    ...chat(
      'Teams channel',
      '19%3[aA][-\\w]{1,100}%40thread\\.[0-9a-z]{1,20}',
      '19%3ab6ef35dc%40thread.tacv2',
      '19%3astandin%40thread.standin',
    ),
    description:
      'The id of a channel in the team, as in the link to it, such as 19%3ab6ef35dc%40thread.tacv2.',
    optional: 'resource',
  },
  Operations: OPERATIONS,
  Simulate: {
    ...choice(DENIALS, 'Ask the IAM policy simulator', 'true'),
    description:
      'Whether suggested statements are tried in the IAM policy simulator. The functions may then read, through the simulator, what roles and users of the account may do.',
  },
  Privacy: {
    group: DENIALS,
    label: 'Privacy',
    type: 'String',
    description:
      'How much messages say: full, or a summary without ARNs, accounts and addresses, which stay in the table.',
    default: 'full',
    values: ['full', 'summary'],
    standIn: 'summary',
  },
  AlertsPerMinute: {
    group: DENIALS,
    label: 'Alerts a minute',
    type: 'Number',
    description:
      'How many alerts may leave in a minute; what exceeds that is folded into one that lists each cause.',
    default: 20,
    range: [1, 100],
    standIn: '83',
  },
  Regions: {
    group: ELSEWHERE,
    label: 'Regions to accept',
    type: 'CommaDelimitedList',
    description:
      'The Regions whose denials are explained beside those of this Region, with commas between them; each has a forwarder of its own. Empty: whatever comes.',
    default: '',
    pattern: emptyOr(`${REGION}(,${REGION})*`),
    allowed:
      'Give names of Regions with commas and without spaces, such as us-east-1,eu-west-1, or nothing.',
    standIn: 'zz-standin-1',
  },
  OrganizationId: {
    group: ELSEWHERE,
    label: 'Organization',
    type: 'String',
    description:
      'The id of the organization whose accounts may send their denials here, such as o-a1b2c3d4e5. Each has a forwarder of its own. Empty: none.',
    default: '',
    pattern: emptyOr(ORGANIZATION.source.slice(1, -1)),
    allowed: 'Give the id of an organization, such as o-a1b2c3d4e5, or nothing.',
    standIn: 'o-0standin000',
  },
  Accounts: {
    group: ELSEWHERE,
    label: 'Accounts, in place of an organization',
    type: 'CommaDelimitedList',
    description:
      'At most 100 numbers of accounts that may send their denials here, with commas between them, where no organization is given. Empty: none.',
    default: '',
    pattern: emptyOr('\\d{12}(,\\d{12})*'),
    allowed: 'Give account numbers with commas and without spaces, or nothing.',
    standIn: '555500000001',
  },
  RetentionDays: {
    group: STORAGE,
    label: 'Days of denials',
    type: 'Number',
    description: 'For how many days a denial stays in the table.',
    default: 90,
    range: [1, 3650],
    standIn: '3617',
  },
  LogRetentionDays: {
    group: STORAGE,
    label: 'Days of logs',
    type: 'Number',
    description: 'For how many days the logs of the functions are kept.',
    default: 90,
    values: LOG_RETENTION_DAYS,
    standIn: '3288',
  },
  Dashboard: {
    ...choice(STORAGE, 'CloudWatch dashboard', 'true'),
    description:
      'Whether the stack has a CloudWatch dashboard. Its readers need lambda:InvokeFunction on the function of its lists.',
  },
} as const satisfies FileParameters;

function email(label: string, standIn: string) {
  return {
    group: RECEIVERS,
    label,
    type: 'String',
    description: 'An e-mail address that receives all alerts, once it is confirmed. Empty: none.',
    default: '',
    pattern: emptyOr('[^@\\s,]+@[^@\\s,]+\\.[^@\\s,]+'),
    allowed: 'Give an e-mail address such as oncall@example.com, or nothing.',
    standIn,
    optional: 'resource',
  } as const satisfies FileParameter;
}

function chat(label: string, form: string, such: string, standIn: string) {
  return {
    group: CHAT,
    label,
    type: 'String',
    default: '',
    pattern: emptyOr(form),
    allowed: `Give ${such.startsWith('a ') ? such : `an id such as ${such}`}, or nothing.`,
    standIn,
  } as const satisfies Partial<FileParameter>;
}

function choice(group: string, label: string, standard: 'true' | 'false') {
  return {
    group,
    label,
    type: 'String',
    default: standard,
    values: ['true', 'false'],
  } as const satisfies Partial<FileParameter>;
}
