// functions of the hub → [roles] in member accounts: which they may assume
import { Aws, type Stack } from 'aws-cdk-lib/core';
import { readerRoleName } from './forwarder/names';
import { membersOf } from './settings/members';
import type { ParsedSettings } from './settings';

/** The name of the role that the functions assume in member accounts; undefined where there are none. */
export function readerRoleOf(stack: Stack, settings: ParsedSettings): string | undefined {
  return membersOf(settings) === undefined ? undefined : readerRoleName(stack.stackName);
}

/** The ARNs of that role: of an organization in any account, since its accounts come and go. */
export function readerRoleArns(stack: Stack, settings: ParsedSettings): readonly string[] {
  const members = membersOf(settings);
  if (members === undefined) return [];
  const accounts = members.kind === 'organization' ? ['*'] : members.accounts;
  const name = readerRoleName(stack.stackName);
  return accounts.map((account) => `arn:${Aws.PARTITION}:iam::${account}:role/${name}`);
}
