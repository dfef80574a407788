// trust policy → [trust] → check: whom a reader role names, and whom it might let in.
import { parseArn } from '../arn';
import { type Admission, admissionOf, strangersOf } from './admission';
import type { Home } from './home';
import { isAbout, type Statement } from './policy-statements';

/** Whom the trust policy of a reader role names. */
export interface Trust {
  /** Whether somebody of the home account may assume it, as far as its statements tell. */
  readonly isHomeLet: boolean;
  /** The roles of the home account that it names. */
  readonly roles: readonly string[];
  /** Who else might assume it. */
  readonly strangers: readonly string[];
  /** Whether it names the home account, and not which roles. */
  readonly isWholeAccount: boolean;
  /** The Sids of statements that deny. */
  readonly denies: readonly string[];
  /** Keys of conditions that are not read. */
  readonly unread: readonly string[];
}

const ASSUME = 'sts:assumerole';
const ASSUMING = [ASSUME, 'sts:assumerolewithsaml', 'sts:assumerolewithwebidentity'];

/** Takes a trust policy apart. */
export function trustOf(statements: readonly Statement[], home: Home): Trust {
  const isOfHome = (name: string) => isRole(name, home) || isAccount(name, home);
  const about = statements.filter((each) => ASSUMING.some((action) => concerns(each, action)));
  const allows = about.filter(({ Effect }) => Effect === 'Allow');
  const all = allows.map(whoIn);
  const letting = allows.filter((each) => concerns(each, ASSUME)).map(whoIn);
  const strangers = all.flatMap((each) => strangersOf(each, isOfHome));
  const denies = about.filter((each) => each.Effect === 'Deny' && concerns(each, ASSUME));
  return {
    isHomeLet: letting.some(({ lists }) => lists.every((names) => names.some(mightBe(home)))),
    roles: [...new Set(all.flatMap((each) => rolesOf(each, home)))],
    strangers: [...new Set(strangers)],
    isWholeAccount: all.some(
      (each) =>
        strangersOf(each, isOfHome).length === 0 &&
        strangersOf(each, (name) => isRole(name, home)).length > 0,
    ),
    denies: denies.map(({ Sid }) => Sid),
    unread: [...new Set(all.flatMap(({ unread }) => unread))],
  };
}

function concerns(statement: Statement, action: string): boolean {
  return isAbout(statement, { action, resource: null });
}

/** Of the organization of somebody nothing is known here. */
const IDENTITY = ['aws:principalarn', 'aws:principalaccount'];

/** Nothing is known of a request, so that no condition keeps it out for certain. */
function whoIn(statement: Statement): Admission {
  return admissionOf(statement, { identity: IDENTITY, context: {} });
}

/** The list that names nothing else. */
function rolesOf({ lists }: Admission, home: Home): readonly string[] {
  return lists.find((names) => names.every((each) => isRole(each, home))) ?? [];
}

/** Of a role that is a principal, a session may be named too. */
function isRole(name: string, home: Home): boolean {
  const arn = parseArn(name);
  return arn?.account === home.account && /^(?:assumed-)?role\/(?!\*$)/.test(arn.resource);
}

function isAccount(name: string, home: Home): boolean {
  const arn = parseArn(name);
  if (arn === null) return name === home.account;
  return arn.account === home.account && ['root', 'role/*', '*'].includes(arn.resource);
}

/** Whether a name might be that of somebody in the home account. */
function mightBe({ account }: Home) {
  return (name: string): boolean => {
    const whose = parseArn(name)?.account ?? name;
    return whose === account || /[*?]/.test(whose);
  };
}
