// decoded → [explained] → alert
import { lastSegment, parseArn } from '../arn';
import type { Launch } from '../contract';
import type { KeyValues } from '../evidence';

const REQUEST_TAG = 'aws:requesttag/';

/** Reads what a launch asked for from the decoded request context; null when the context is silent. */
export function launchFromContext(conditions: readonly KeyValues[]): Launch | null {
  const valuesOf = (key: string) =>
    conditions.filter((item) => item.key.toLowerCase() === key).flatMap((item) => item.values);
  const namesOf = (key: string) => valuesOf(key).map(nameOf);
  const launch = {
    instanceTypes: valuesOf('ec2:instancetype'),
    imageIds: valuesOf('ec2:imageid'),
    subnetIds: namesOf('ec2:subnet'),
    securityGroupIds: valuesOf('ec2:securitygroupid'),
    keyName: valuesOf('ec2:keypairname')[0] ?? null,
    instanceProfile: valuesOf('ec2:instanceprofile')[0] ?? null,
    launchTemplate: namesOf('ec2:launchtemplate')[0] ?? null,
    tags: tagsOf(conditions),
  };
  const isSilent = Object.values(launch).every(
    (field) => field === null || !Object.keys(field).length,
  );
  if (isSilent) return null;
  return { ...launch, maxCount: null, region: valuesOf('ec2:region')[0] ?? null };
}

function nameOf(value: string): string {
  const arn = parseArn(value);
  return arn ? lastSegment(arn.resource) : value;
}

function tagsOf(conditions: readonly KeyValues[]): Record<string, string> {
  const tags = conditions
    .filter((item) => item.key.toLowerCase().startsWith(REQUEST_TAG))
    .map((item) => [item.key.slice(REQUEST_TAG.length), item.values[0] ?? ''] as const);
  return Object.fromEntries(tags);
}
