// decoded → [explained] → alert
import { lastSegment, parseArn } from '../arn';
import type { Launch } from '../contract';
import type { KeyValues } from '../evidence';

const REQUEST_TAG = 'aws:requesttag/';

/** Reads what a launch asked for from the decoded request context; null when the context is silent. */
export function launchFromContext(conditions: readonly KeyValues[]): Launch | null {
  const byKey = new Map(conditions.map(({ key, values }) => [key.toLowerCase(), values]));
  const valuesOf = (key: string) => byKey.get(key) ?? [];
  const launch: Launch = {
    instanceTypes: valuesOf('ec2:instancetype'),
    maxCount: null,
    imageIds: valuesOf('ec2:imageid'),
    subnetIds: [...valuesOf('ec2:subnet'), ...valuesOf('ec2:subnetid')].map(nameOf),
    securityGroupIds: valuesOf('ec2:securitygroupid'),
    keyName: valuesOf('ec2:keypairname')[0] ?? null,
    instanceProfile: valuesOf('ec2:instanceprofile')[0] ?? null,
    launchTemplate: valuesOf('ec2:launchtemplate').map(nameOf)[0] ?? null,
    tags: tagsOf(conditions),
    region: valuesOf('ec2:region')[0] ?? null,
  };
  return isSilent(launch) ? null : launch;
}

function isSilent(launch: Launch): boolean {
  const { instanceTypes, imageIds, subnetIds, securityGroupIds } = launch;
  const { keyName, instanceProfile, launchTemplate, tags } = launch;
  return (
    [instanceTypes, imageIds, subnetIds, securityGroupIds].every((list) => list.length === 0) &&
    [keyName, instanceProfile, launchTemplate].every((name) => name === null) &&
    Object.keys(tags).length === 0
  );
}

function nameOf(value: string): string {
  const arn = parseArn(value);
  return arn ? lastSegment(arn.resource) : value;
}

function tagsOf(conditions: readonly KeyValues[]): Record<string, string> {
  const tags = conditions
    .filter(({ key }) => key.slice(0, REQUEST_TAG.length).toLowerCase() === REQUEST_TAG)
    .map(({ key, values }) => [key.slice(REQUEST_TAG.length), values[0] ?? ''] as const);
  return Object.fromEntries(tags);
}
