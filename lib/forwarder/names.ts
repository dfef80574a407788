// What a home stack and its forwarders know of each other without asking: names made of the home stack's.
import { Token } from 'aws-cdk-lib/core';
import { invalidSettings } from '../parse-named';

/** Where the home stack lies, as its forwarders know it. */
export interface HomePlace {
  readonly account: string;
  readonly region: string;
  readonly stackName: string;
}

/** The name of the rule of each forwarder, which the doctor looks for. */
export function forwarderRuleName(homeStackName: string): string {
  return `${homeStackName}-forwarder`;
}

/** The name of the role that the functions of a home stack assume in a member account. */
export function readerRoleName(homeStackName: string): string {
  return `${homeStackName}-reader`;
}

/**
 * Characters of a stack name, so that the names made of it stay within the 64 of rules and roles.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html
 */
export const LONGEST_HOME_NAME = 54;

/**
 * Stops where the names made of a home stack's would be too long; of a nested stack nobody knows it yet.
 *
 * @throws SynthError `INVALID_SETTINGS`
 */
export function checkHomeName(stackName: string): void {
  if (Token.isUnresolved(stackName) || stackName.length <= LONGEST_HOME_NAME) return;
  throw invalidSettings([
    `the stack name ${stackName} has ${stackName.length} characters: with regions, organization or accounts give at most ${LONGEST_HOME_NAME}, since the rule of a forwarder and a role are named after it`,
  ]);
}
