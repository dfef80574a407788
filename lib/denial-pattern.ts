// [event pattern] of denied launches: the rule of the home stack and each forwarder have the same.
import type { EventPattern } from 'aws-cdk-lib/aws-events';
import type { Stack } from 'aws-cdk-lib/core';
import type { LaunchOperation, ParsedSettings } from './settings';

/**
 * EC2 itself, and a source of our own for test events: nobody may put events as `aws.ec2`.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html
 */
export const SOURCES = ['aws.ec2', 'launch-denied.test'];

/** What EventBridge calls events of CloudTrail. */
export const DETAIL_TYPE = 'AWS API Call via CloudTrail';

/** CloudTrail writes the first; the others are what the EC2 API and other services answer. */
const ERROR_CODES = [
  'Client.UnauthorizedOperation',
  'UnauthorizedOperation',
  'AccessDenied',
  'AccessDeniedException',
];

/** Which denials match. */
export interface DenialPatternProps {
  /** EC2 operations whose denials match. */
  readonly operations: readonly LaunchOperation[];
  /** Regions whose events match. @default - all that come to the bus */
  readonly regions?: readonly string[];
  /** The account whose events match. @default - any */
  readonly account?: string;
}

/** The Regions that a home stack accepts, its own among them; none where it accepts whatever comes. */
export function acceptedRegions(
  { regions }: Pick<ParsedSettings, 'regions'>,
  { region }: Stack,
): readonly string[] {
  return regions.length === 0 ? [] : [...new Set([region, ...regions])];
}

/** Matches denied launches. */
export function denialPattern(props: DenialPatternProps): EventPattern {
  const { operations, regions = [], account } = props;
  return {
    source: SOURCES,
    detailType: [DETAIL_TYPE],
    ...(account === undefined ? {} : { account: [account] }),
    ...(regions.length === 0 ? {} : { region: [...regions] }),
    detail: {
      eventSource: ['ec2.amazonaws.com'],
      errorCode: ERROR_CODES,
      eventName: [...operations],
    },
  };
}
