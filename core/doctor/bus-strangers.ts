// facts → [check] → report: whom the event bus of a hub takes denials of beside its members.
import { parseArn } from '../arn';
import { type Admission, admissionOf, strangersOf } from './admission';
import { fault, type Finding } from './check';
import { SOURCES } from './event-pattern';
import { type HubBus, type Members, sendingTo } from './hub-bus';
import { isAbout, policyAnswer, type Statement } from './policy-statements';
import { brief, listed } from './sentence';

/** Says of each Allow whom it lets send denials who is neither a member nor of the home account. */
export function strangerFindings(
  bus: HubBus,
  statements: readonly Statement[],
): readonly Finding[] {
  const about = statements.filter((each) => isAbout(each, sendingTo(bus, [], {})));
  const denies = about.filter(({ Effect }) => Effect === 'Deny');
  if (denies.length > 0 && areKeptOut(bus)) return [];
  return about
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap((each) => findingsOf(each, bus, denies.length > 0));
}

/** Whether a Deny keeps out whoever is of no organization and no account that has a name here. */
function areKeptOut(bus: HubBus): boolean {
  const nobody = { 'aws:principalorgid': 'o-', 'aws:principalaccount': '' };
  return SOURCES.every((source) => {
    const request = sendingTo(bus, [], { ...nobody, 'events:source': source });
    return policyAnswer(`${bus.policy}`, request).kind === 'denied';
  });
}

/** Condition keys that tell whose events they are. */
const IDENTITY = [
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:sourceaccount',
];

/** Of another source or detail type nothing comes to the home rule. */
function admissionsOf(statement: Statement, bus: HubBus): readonly Admission[] {
  return SOURCES.map((source) => {
    const { context } = sendingTo(bus, [], { 'events:source': source });
    return admissionOf(statement, { identity: IDENTITY, context });
  }).filter(({ isPossible }) => isPossible);
}

function findingsOf(statement: Statement, bus: HubBus, isDenied: boolean): readonly Finding[] {
  const [admission] = admissionsOf(statement, bus);
  if (admission === undefined) return [];
  const strangers = strangersOf(admission, (name) => isMember(name, bus));
  if (strangers.length === 0) return [];
  const does = isDenied || admission.unread.length > 0 ? 'might let' : 'lets';
  const { Sid } = statement;
  const which = Sid === '' ? 'A statement without Sid' : `Statement "${Sid}"`;
  return [
    fault(
      'warning',
      `${which} in the policy of the event bus ${does} ${namesOf(strangers)} send events that look like denials, and the settings name ${only(bus.members)} alone.`,
      'Where nobody needs it, remove it with aws events remove-permission, or give it a condition, such as on aws:PrincipalOrgID.',
    ),
  ];
}

function isMember(name: string, { home, members }: HubBus): boolean {
  const account = parseArn(name)?.account ?? name;
  if (account === home.account) return true;
  return members.kind === 'organization'
    ? name === members.organization
    : members.accounts.includes(account);
}

function namesOf(strangers: readonly string[]): string {
  return listed(strangers.map((each) => (each === '*' ? 'every account of AWS' : brief(each))));
}

function only(members: Members): string {
  return members.kind === 'organization'
    ? `organization ${members.organization}`
    : listed(members.accounts);
}
