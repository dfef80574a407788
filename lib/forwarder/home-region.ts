// What has to be known of the home Region before anything can be forwarded there.
import { Token } from 'aws-cdk-lib/core';
import { invalidSettings } from '../parse-named';
import { partitionOf } from '../settings/partition';

/**
 * Stops where events of these Regions cannot come to the home Region.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-region.html
 * @throws SynthError `INVALID_SETTINGS`
 */
export function checkHomeRegion(home: string, regions: readonly string[]): void {
  const further = regions.filter((region) => region !== home);
  if (further.length === 0) return;
  if (Token.isUnresolved(home))
    throw invalidSettings([
      'regions are given, and it is not known to which Region their denials go: give homeRegion, such as us-east-1, or sign in, so that the CDK knows the Region',
    ]);
  const partition = partitionOf(home);
  const foreign = further.filter((region) => partitionOf(region) !== partition);
  if (foreign.length > 0)
    throw invalidSettings([
      `${foreign.join(', ')} ${foreign.length === 1 ? 'lies' : 'lie'} in another partition than the home Region ${home} (${partition}), and partitions share nothing: deploy a home stack there, with an account of that partition`,
    ]);
  if (partition === 'aws-cn')
    throw invalidSettings([
      `EventBridge does not send events to event buses in Regions of China, such as ${home}: deploy a home stack in each of ${[home, ...further].join(', ')}, without regions`,
    ]);
}
