// denial → [group]: what was asked for, without what changes from one launch to the next.
import { lastSegment } from '../arn';
import type { Launch, LaunchVolume } from '../launch';
import { boundedPart, escapedPart } from './key-part';

const LONGEST = 384;
const LONGEST_FIELD = 72;

/** What tells launches apart; counts, tag values and ids of interfaces differ from launch to launch. */
const FIELDS = {
  types: ({ instanceTypes }) => instanceTypes,
  images: ({ imageIds }) => imageIds,
  subnets: ({ subnetIds }) => subnetIds,
  groups: ({ securityGroupIds }) => securityGroupIds,
  profile: ({ instanceProfile }) => one(instanceProfile && lastSegment(instanceProfile)),
  market: ({ market }) => one(market),
  template: ({ launchTemplate }) => one(launchTemplate && withVersion(launchTemplate)),
  key: ({ keyName }) => one(keyName),
  region: ({ region }) => one(region),
  volumes: ({ volumes }) => (volumes ?? []).map(volumeShape),
  interfaces: ({ networkInterfaceIds }) => one(networkInterfaceIds?.length.toString()),
  placement: ({ placementGroup }) => one(placementGroup),
  reservation: ({ capacityReservation }) => one(capacityReservation),
  licenses: ({ licenseConfigurations }) => licenseConfigurations ?? [],
  roles: ({ passedRoles }) => passedRoles ?? [],
  tags: tagKeys,
} as const satisfies Record<string, (launch: Launch) => readonly string[]>;

/**
 * Writes what was asked for as a key of at most 384 ASCII characters:
 * `types=t3.large|t3.xlarge:images=ami-0abc:market=spot`, or `-` where nothing is known of it.
 */
export function launchShapeOf(launch: Launch | null): string {
  if (launch === null) return '-';
  const fields = Object.entries(FIELDS).flatMap(([label, valuesOf]) => {
    const text = listed(valuesOf(launch));
    return text === '' ? [] : [`${label}=${text}`];
  });
  return boundedPart(fields.join(':') || '-', LONGEST);
}

function one(value: string | null | undefined): readonly string[] {
  return value ? [value] : [];
}

function listed(values: readonly string[]): string {
  const distinct = [...new Set(values)].toSorted().map(escapedPart);
  return boundedPart(distinct.join('|'), LONGEST_FIELD);
}

/** `lt-0abc@3` for `lt-0abc (version 3)`. */
function withVersion(template: string): string {
  return template.replace(/ \(version (.*)\)$/s, '@$1');
}

function volumeShape({ volumeType, encrypted, kmsKeyId, snapshotId }: LaunchVolume): string {
  const encryption = encrypted === null ? '-' : encrypted ? 'encrypted' : 'plain';
  return [volumeType ?? '-', encryption, kmsKeyId ?? '-', snapshotId ?? '-'].join(',');
}

/** `instance/team` where it is known which resource is tagged. */
function tagKeys({ tags, taggedTypes }: Launch): readonly string[] {
  if (taggedTypes === undefined) return Object.keys(tags);
  return Object.entries(taggedTypes).flatMap(([type, own]) =>
    Object.keys(own).map((key) => `${type}/${key}`),
  );
}
