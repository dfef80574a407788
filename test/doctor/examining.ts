// Examines the stand-in account as the command does.
import { CHECKS, examine } from '../../cli/doctor/checks';
import { MEMBER_CHECKS, openMember } from '../../cli/doctor/member';
import { examineAll } from '../../cli/doctor/row';
import { openWorld, type World } from '../../cli/doctor/world';
import type { Check } from '../../core/doctor/check';
import type { Installed } from '../../core/doctor/versions';
import type { Account } from './account';
import { REGION } from './state';

/** What runs here, by default. */
export const INSTALLED: Installed = {
  node: '24.1.0',
  cdkCommand: '2.1148.1',
  cdkLibrary: '2.276.0',
};

/** Opens the account. */
export function open(account: Account, installed = INSTALLED): Promise<World> {
  return openWorld({
    stackName: 'LaunchDenied',
    connection: account.connection,
    organizationProfile: null,
    version: '0.1.0',
    installed,
    now: () => new Date('2026-11-23T12:00:00Z'),
  });
}

/** Runs all checks. */
export async function examined(account: Account, installed?: Installed): Promise<readonly Check[]> {
  return examine(await open(account, installed));
}

/** The findings of one check, which is run alone. */
export async function found(
  account: Account,
  name: string,
  installed?: Installed,
): Promise<readonly Check[]> {
  const table = CHECKS.filter((check) => check.name === name);
  return examine(await open(account, installed), table);
}

/** Where the home stack of the stand-in member account lies. */
const HOME = { account: '111122223333', region: REGION, stackName: 'LaunchDenied' };

/** Runs the checks of a member account, or one of them. */
export async function examinedMember(account: Account, name?: string): Promise<readonly Check[]> {
  const table = MEMBER_CHECKS.filter((check) => name === undefined || check.name === name);
  return examineAll(await openMember(HOME, account.connection), table);
}
