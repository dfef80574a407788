// What is known of Regions before anything is asked.
import { RegionInfo } from 'aws-cdk-lib/region-info';

/** The partition of a Region; one that the CDK does not know yet is told by its name. */
export function partitionOf(region: string): string {
  return RegionInfo.get(region).partition ?? byName(region);
}

function byName(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  return region.startsWith('eusc-') ? 'aws-eusc' : 'aws';
}

/** Whether a Region is closed to an account until somebody enables it; of one that is not known, false. */
export function isOptIn(region: string): boolean {
  return RegionInfo.get(region).isOptInRegion;
}
