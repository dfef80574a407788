// options → [member] → checks: what a member account has of a home stack.
import type { Connection } from '../../adapters/connection';
import { thenAsk } from '../../adapters/doctor/ask';
import { once } from '../../adapters/doctor/once';
import { askReaderRole } from '../../adapters/doctor/reader-role';
import { askRoleRight } from '../../adapters/doctor/rights';
import { type Answer, known } from '../../core/doctor/check';
import type { Forwarders } from '../../core/doctor/forwarders';
import { forwarderName, type Home, readerRoleName } from '../../core/doctor/home';
import {
  judgeMember,
  judgeReaderDecode,
  judgeReaderRole,
  type ReaderRole,
} from '../../core/doctor/reader-role';
import { DECODE_ACTION, type RoleRight } from '../../core/doctor/rights';
import { FORWARDER_CHECKS } from './forwarder-checks';
import { type Row, row } from './row';
import { openSurvey, type Surveyed } from './survey';

/** A member account, as credentials of it see it. */
export interface MemberWorld extends Surveyed {
  readonly home: Home;
  /** Null where there is none. */
  readonly readerRole: () => Promise<Answer<ReaderRole | null>>;
}

/** Opens a member account; throws what the AWS SDK throws where nothing at all can be asked. */
export async function openMember(home: Home, connection: Connection): Promise<MemberWorld> {
  const survey = await openSurvey({ region: home.region, ...connection });
  const { account, partition, enabled, forwarderIn } = survey;
  const forwarders = async (): Promise<Answer<Forwarders>> =>
    thenAsk(await enabled(), async (regions) => {
      const found = regions.map((region) => forwarderIn(forwarderName(home), region));
      const about = { home, account, partition, listed: null, takesAll: false, operations: null };
      return known({ ...about, found: await Promise.all(found) });
    });
  const role = once((name: string) => askReaderRole(survey.clients, name));
  return { ...survey, home, forwarders, readerRole: () => role(readerRoleName(home)) };
}

/** The checks of a member account, in the order of the way. */
export const MEMBER_CHECKS: readonly Row<MemberWorld>[] = [
  row(
    'member',
    async ({ account }) => account,
    (account, { home }) => judgeMember(account, home),
  ),
  ...FORWARDER_CHECKS,
  row(
    'reader-role',
    ({ readerRole }) => readerRole(),
    (role, { home }) => judgeReaderRole(role, readerRoleName(home), home),
  ),
  row('reader-role-decode', mayDecode, (right, { home, place }) =>
    judgeReaderDecode(right, home, place),
  ),
];

async function mayDecode({ clients, readerRole }: MemberWorld): Promise<Answer<RoleRight | null>> {
  return thenAsk<ReaderRole | null, RoleRight | null>(await readerRole(), async (role) => {
    if (role === null) return known(null);
    const { name, arn: roleArn } = role;
    const right = await askRoleRight(clients, roleArn, DECODE_ACTION, '*');
    const wanted = { who: `Role ${name}`, roleArn, action: DECODE_ACTION, resources: ['*'] };
    return thenAsk(right, async (isAllowed) => known({ ...wanted, isAllowed }));
  });
}
