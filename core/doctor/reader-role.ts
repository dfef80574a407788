// facts → [check] → report: in a member account, the role that the functions of the hub assume.
import { parseArn } from '../arn';
import { type Answer, fault, type Finding, known, notChecked, ofKnown, ok } from './check';
import type { Place } from './command';
import { FORWARDER_FILE, type Home } from './home';
import { concerns, readStatements, type Statement } from './policy-statements';
import { judgeRoleRight, type RoleRight } from './rights';

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
  return ofKnown(answer, (role) => [role === null ? isGone(name, home) : judge(role, home)]);
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

function judge({ name, trust }: ReaderRole, home: Home): Finding {
  const statements = readStatements(trust);
  if (statements === null)
    return fault(
      'warning',
      `The trust policy of role ${name} has a form that the doctor does not read.`,
      'Look at the check accounts of the doctor at the home stack, which tries the role.',
    );
  const about = statements.filter((each) => each.Effect === 'Allow' && lets(each, home));
  if (about.length === 0)
    return fault(
      'failed',
      `The trust policy of role ${name} does not let the functions of account ${home.account} assume it.`,
      `${readerRenewal(home)}.`,
    );
  if (about.some((each) => functionsOf(each, home).length === 0))
    return fault(
      'warning',
      `The trust policy of role ${name} names account ${home.account}, and not which roles there may assume it.`,
      `${readerRenewal(home)}, so that only the functions of the hub may.`,
    );
  return ok(`Role ${name} may be assumed by functions of account ${home.account}.`);
}

/** Whether somebody of the hub’s account may assume the role, as far as roles are named. */
function lets(statement: Statement, home: Home): boolean {
  const forms = principalsOf(statement).filter((each) => isOf(each, home));
  const principals = { AWS: forms };
  const request = { action: 'sts:assumerole', resource: null, principals, context: {} };
  const named = conditionsOf(statement);
  return (
    concerns(statement, request) && (named.length === 0 || functionsOf(statement, home).length > 0)
  );
}

function principalsOf({ Principal }: Statement): readonly string[] {
  return Principal['AWS'] ?? [];
}

function isOf(principal: string, { account }: Home): boolean {
  return principal === '*' || principal === account || parseArn(principal)?.account === account;
}

/** The ARNs of which the principal must be one. */
function conditionsOf({ Condition }: Statement): readonly string[] {
  return Object.values(Condition).flatMap((keys) =>
    Object.entries(keys).flatMap(([key, values]) =>
      key.toLowerCase() === 'aws:principalarn' ? values : [],
    ),
  );
}

/** The roles of the hub that a statement names, as its principals or in a condition. */
function functionsOf(statement: Statement, { account }: Home): readonly string[] {
  const all = [...principalsOf(statement), ...conditionsOf(statement)];
  return all.filter((each) => {
    const arn = parseArn(each);
    return arn?.account === account && arn.resource.startsWith('role/');
  });
}
