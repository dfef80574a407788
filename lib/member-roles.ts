// functions of the hub → [roles] in member accounts: which they may assume
import { Aws, type Stack } from 'aws-cdk-lib/core';
import { readerRoleName } from './forwarder/names';
import { membersOf } from './settings/members';
import type { ParsedSettings } from './settings';

/** The name of the role that the functions assume in member accounts; undefined where there are none. */
export function readerRoleOf(stack: Stack, settings: ParsedSettings): string | undefined {
  return membersOf(settings) === undefined ? undefined : readerRoleName(stack.stackName);
}

/**
 * The ARN of that role, in whichever account: those of an organization come and go, and the role itself
 * trusts this stack alone.
 */
export function readerRoleArns(stack: Stack, settings: ParsedSettings): readonly string[] {
  const name = readerRoleOf(stack, settings);
  return name === undefined ? [] : [`arn:${Aws.PARTITION}:iam::*:role/${name}`];
}
