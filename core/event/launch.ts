// event → [denial] → decoded → explained → alert
import type { Launch } from '../launch';
import { launchParts, tagsOf, textsAt } from './launch-parts';
import { type Leaf, leavesOf } from './leaves';

/**
 * Where each operation of the launch family says what it launches, by the leaf's last key in lower
 * case: RunInstances writes `instanceType`, CreateFleet `InstanceType`, and both nest it at will.
 */
const LIST_KEYS = {
  instanceTypes: ['instancetype'],
  imageIds: ['imageid'],
  subnetIds: ['subnetid'],
  securityGroupIds: ['groupid', 'securitygroupid'],
} as const;

const COUNT_KEYS = ['maxcount', 'totaltargetcapacity', 'instancecount', 'targetcapacity'];

/** Reads what a launch asked for; null when the request names nothing of it. */
export function readLaunch(requestParameters: unknown, region: string | null): Launch | null {
  const leaves = leavesOf(requestParameters);
  const launch: Launch = {
    instanceTypes: textsAt(leaves, ...LIST_KEYS.instanceTypes),
    maxCount: countOf(leaves),
    imageIds: textsAt(leaves, ...LIST_KEYS.imageIds),
    subnetIds: textsAt(leaves, ...LIST_KEYS.subnetIds),
    securityGroupIds: textsAt(leaves.filter(isOfGroups), ...LIST_KEYS.securityGroupIds),
    keyName: textsAt(leaves, 'keyname')[0] ?? null,
    instanceProfile: instanceProfileOf(leaves),
    launchTemplate: launchTemplateOf(leaves),
    tags: tagsOf(requestParameters),
    region,
    ...launchParts(requestParameters),
  };
  return isEmpty(launch) ? null : launch;
}

/** A placement group has a `groupId` too. */
function isOfGroups({ parent }: Leaf): boolean {
  return parent !== 'placement';
}

function isEmpty(launch: Launch): boolean {
  const { region: _region, tags, ...rest } = launch;
  return (
    Object.keys(tags).length === 0 &&
    Object.values(rest).every((field) => field === null || (Array.isArray(field) && !field.length))
  );
}

function countOf(leaves: readonly Leaf[]): number | null {
  const counts = leaves.filter((leaf) => COUNT_KEYS.includes(leaf.key)).map((l) => Number(l.value));
  return counts.find((count) => Number.isFinite(count)) ?? null;
}

function instanceProfileOf(leaves: readonly Leaf[]): string | null {
  const inside = leaves.filter((leaf) => leaf.parent === 'iaminstanceprofile');
  return textsAt(inside, 'arn')[0] ?? textsAt(inside, 'name')[0] ?? null;
}

function launchTemplateOf(leaves: readonly Leaf[]): string | null {
  const name = textsAt(leaves, 'launchtemplateid', 'launchtemplatename')[0];
  const inside = leaves.filter((leaf) => leaf.parent.startsWith('launchtemplate'));
  const version = textsAt(inside, 'version')[0];
  if (name === undefined) return null;
  return version === undefined ? name : `${name} (version ${version})`;
}
