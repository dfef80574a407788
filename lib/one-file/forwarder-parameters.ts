// What readers of launch-denied-forwarder.json choose; the output MemberParameters of a hub names it all.
import { LONGEST_HOME_NAME } from '../forwarder/names';
import { ORGANIZATION } from '../settings/members';
import { emptyOr, type FileParameters } from './file-parameter';
import { OPERATIONS, REGION } from './home-parameters';

const HOME = 'Where denials are explained';
const READER = 'The reader role, in a member account';
const DENIALS = 'Which denials are sent';

/** The parameters of a forwarder. */
export const FORWARDER_PARAMETERS = {
  HomeAccount: {
    group: HOME,
    label: 'Account of the home stack',
    type: 'String',
    description: 'The number of the account in which Launch Denied explains denials.',
    pattern: '^\\d{12}$',
    allowed: 'Give an account number, such as 111122223333.',
    standIn: '555500000009',
  },
  HomeRegion: {
    group: HOME,
    label: 'Region of the home stack',
    type: 'String',
    description: 'The Region in which Launch Denied explains denials.',
    pattern: `^${REGION}$`,
    allowed: 'Give the name of a Region, such as us-east-1.',
    standIn: 'zz-standin-9',
  },
  HomeStackName: {
    group: HOME,
    label: 'Name of the home stack',
    type: 'String',
    description:
      'The name of the stack that explains denials. The rule and the role here are named after it.',
    default: 'LaunchDenied',
    pattern: `^[A-Za-z][A-Za-z0-9-]{0,${LONGEST_HOME_NAME - 1}}$`,
    allowed: `Give a letter, then at most ${LONGEST_HOME_NAME - 1} letters, digits and hyphens.`,
    standIn: 'HomeStackStandIn',
  },
  FunctionRoleArns: {
    group: READER,
    label: 'Roles of the functions of the home stack',
    type: 'CommaDelimitedList',
    description:
      'As the output MemberParameters of the home stack gives them: the ARNs of the roles that may assume the reader role, with a comma between them. Empty, as in other Regions of the home account: no reader role.',
    default: '',
    pattern: emptyOr('arn:[a-z-]+:iam::\\d{12}:role/[\\w+=,.@/-]+'),
    allowed: 'Give ARNs of roles with commas and without spaces, or nothing.',
    standIn: 'role-stand-in',
  },
  ReaderRegion: {
    group: READER,
    label: 'Region whose stack has the reader role',
    type: 'String',
    description:
      'A role has no Region, so one stack of each member account makes it: the one in this Region. Empty: the one in the Region of the home stack.',
    default: '',
    pattern: emptyOr(REGION),
    allowed: 'Give the name of a Region, such as us-east-1, or nothing.',
  },
  OrganizationId: {
    group: READER,
    label: 'Organization',
    type: 'String',
    description:
      'The id of the organization that whoever assumes the reader role must be in, such as o-a1b2c3d4e5. Empty: any.',
    default: '',
    pattern: emptyOr(ORGANIZATION.source.slice(1, -1)),
    allowed: 'Give the id of an organization, such as o-a1b2c3d4e5, or nothing.',
    standIn: 'o-0standin000',
  },
  Simulate: {
    group: READER,
    label: 'Allow the IAM policy simulator',
    type: 'String',
    description:
      'Whether the reader role may ask the IAM policy simulator what roles and users of this account may do.',
    default: 'true',
    values: ['true', 'false'],
  },
  Operations: {
    ...OPERATIONS,
    group: DENIALS,
    description: `The EC2 operations whose denials are sent home, with commas between them: the same as in the home stack, or the doctor calls this forwarder stale. ${OPERATIONS.allowed}`,
  },
} as const satisfies FileParameters;
