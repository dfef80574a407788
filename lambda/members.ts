// Which account is asked about a denial: the stack's own, or that of a member with the reader role there.
import { iamSimulator } from '../adapters/iam-simulator';
import { type MemberAccounts, memberDecoder, memberSimulator } from '../adapters/member-accounts';
import { rememberedReaders } from '../adapters/reader-cache';
import { type AssumeReader, readerRole } from '../adapters/reader-role';
import { remembering } from '../adapters/simulation-cache';
import { stsDecoder } from '../adapters/sts-decoder';
import { parseArn } from '../core/arn';
import type { BatchPorts } from '../core/batch/ports';
import { simulatorWithin } from '../core/batch/simulator-within';
import type { Simulate } from '../core/simulate/simulator';
import type { Environment } from './environment';

/** How denials of other accounts are read, with one memory for all that asks; null where none come. */
export function membersOf(environment: Environment): MemberAccounts | null {
  const { account: home, region: homeRegion, readerRoleName: roleName } = environment;
  const assume = assumeIn(environment);
  if (roleName === null || assume === null) return null;
  return { home, homeRegion, roleName, assume: rememberedReaders(assume, Date.now) };
}

/** What assumes reader roles, each time anew; null where the stack has none. */
export function assumeIn({ region, topics, readerRoleName }: Environment): AssumeReader | null {
  if (readerRoleName === null) return null;
  const { partition = 'aws' } = parseArn(topics.alerts) ?? {};
  return readerRole({ homeRegion: region, partition, roleName: readerRoleName });
}

/** The decoder of a deployment. */
export function decoderIn(
  { region }: Environment,
  members: MemberAccounts | null,
): BatchPorts['decode'] {
  if (members !== null) return memberDecoder(members);
  const decode = stsDecoder(region);
  return (message, origin) => decode(message, origin.region);
}

/** The simulator of a deployment. */
export function simulatorIn(
  { region, account }: Environment,
  members: MemberAccounts | null,
): Simulate {
  const simulate =
    members === null ? simulatorWithin(account, iamSimulator(region)) : memberSimulator(members);
  return remembering(simulate, Date.now);
}
