// facts → [check] → report: in a member account, the role that the functions of the hub assume.
import { type Answer, fault, type Finding, known, notChecked, ofKnown, ok } from './check';
import type { Place } from './command';
import { FORWARDER_FILE, type Home } from './home';
import { readStatements } from './policy-statements';
import { type Trust, trustOf } from './reader-trust';
import { judgeRoleRight, type RoleRight } from './rights';
import { brief, listed } from './sentence';

/** The reader role as IAM describes it. */
export interface ReaderRole {
  readonly name: string;
  readonly arn: string;
  /** JSON */
  readonly trust: string;
}

/** A member account is another than that of the home stack. */
export function judgeMember(account: string, home: Home): readonly Finding[] {
  if (account !== home.account)
    return [ok(`These credentials are of account ${account}, and the home stack is elsewhere.`)];
  return [
    fault(
      'failed',
      `These credentials are of account ${account}, in which the home stack itself lies.`,
      'Give the --profile of a member account, or leave out --member and --home.',
    ),
  ];
}

/** Null is a role that does not exist. */
export function judgeReaderRole(
  answer: Answer<ReaderRole | null>,
  name: string,
  home: Home,
): readonly Finding[] {
  return ofKnown(answer, (role) => (role === null ? [isGone(name, home)] : judge(role, home)));
}

/** Whether the role may decode; null where there is none. */
export function judgeReaderDecode(
  answer: Answer<RoleRight | null>,
  home: Home,
  place: Place,
): readonly Finding[] {
  return ofKnown(answer, (right) =>
    right === null
      ? [notChecked('The role is not there.', 'Mend the check reader-role.')]
      : judgeRoleRight(known(right), place, readerRenewal(home)),
  );
}

/** How a role gets what is deployed by this version. */
function readerRenewal({ stackName }: Home): string {
  return `Deploy ${FORWARDER_FILE} with the parameters that the output MemberParameters of stack ${stackName} gives`;
}

function isGone(name: string, home: Home): Finding {
  return fault(
    'failed',
    `This account has no role ${name}, so the hub cannot decode messages here and explains denials without.`,
    `${readerRenewal(home)}, in one Region of this account.`,
  );
}

function judge({ name, trust: text }: ReaderRole, home: Home): readonly Finding[] {
  const statements = readStatements(text);
  if (statements === null)
    return [
      fault(
        'warning',
        `The trust policy of role ${name} has a form that the doctor does not read.`,
        TRY_IT,
      ),
    ];
  const trust = trustOf(statements, home);
  const findings = faultsOf(trust, name, home);
  return findings.length > 0 ? findings : [isTrusted(trust, name, home)];
}

const TRY_IT = 'Look at the check accounts of the doctor at the home stack, which tries the role.';

function faultsOf(trust: Trust, name: string, home: Home): readonly Finding[] {
  const { isHomeLet, strangers, isWholeAccount, denies } = trust;
  const { account } = home;
  const policy = `The trust policy of role ${name}`;
  const renew = readerRenewal(home);
  const lacking = `${policy} does not let the functions of account ${account} assume it.`;
  const open = `${policy} might let others than roles of account ${account} assume it: ${listed(strangers.map((each) => brief(each)))}.`;
  const whole = `${policy} names account ${account}, and not which roles there may assume it.`;
  return [
    ...(isHomeLet ? [] : [fault('failed', lacking, `${renew}.`)]),
    ...(strangers.length === 0
      ? []
      : [fault('failed', open, `${renew}, and take out what was added to its trust policy.`)]),
    ...(isWholeAccount
      ? [fault('warning', whole, `${renew}, so that only the functions of the hub may.`)]
      : []),
    ...denies.map((sid) =>
      fault(
        'warning',
        `${sid === '' ? 'A Deny without Sid' : `Statement "${sid}"`} in the trust policy of role ${name} might deny the functions of the hub.`,
        TRY_IT,
      ),
    ),
  ];
}

/** Which roles the functions have, and in which organization they are, is not known here. */
function isTrusted({ roles, unread }: Trust, name: string, { account }: Home): Finding {
  const keys = listed(unread.map((each) => brief(each)));
  const left = unread.length === 0 ? '' : ` What it asks of ${keys} is not looked at.`;
  return ok(
    `The trust policy of role ${name} names roles of account ${account} alone: ${listed(roles.map((each) => brief(each)))}.${left} Whether these are the functions is told by the check accounts of the doctor at the home stack.`,
  );
}
