// event → [denial] → decoded → explained → alert
import type { Launch } from '../contract';
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
    instanceTypes: textsOf(leaves, LIST_KEYS.instanceTypes),
    maxCount: countOf(leaves),
    imageIds: textsOf(leaves, LIST_KEYS.imageIds),
    subnetIds: textsOf(leaves, LIST_KEYS.subnetIds),
    securityGroupIds: textsOf(leaves, LIST_KEYS.securityGroupIds),
    keyName: textsOf(leaves, ['keyname'])[0] ?? null,
    instanceProfile: instanceProfileOf(leaves),
    launchTemplate: launchTemplateOf(leaves),
    tags: tagsOf(leaves),
    region,
  };
  return isEmpty(launch) ? null : launch;
}

function isEmpty(launch: Launch): boolean {
  const { region: _region, tags, ...rest } = launch;
  return (
    Object.keys(tags).length === 0 &&
    Object.values(rest).every((field) => field === null || (Array.isArray(field) && !field.length))
  );
}

function textsOf(leaves: readonly Leaf[], keys: readonly string[]): string[] {
  const found = leaves.filter((leaf) => keys.includes(leaf.key)).map((leaf) => String(leaf.value));
  return [...new Set(found)];
}

function countOf(leaves: readonly Leaf[]): number | null {
  const counts = leaves.filter((leaf) => COUNT_KEYS.includes(leaf.key)).map((l) => Number(l.value));
  return counts.find((count) => Number.isFinite(count)) ?? null;
}

function instanceProfileOf(leaves: readonly Leaf[]): string | null {
  const inside = leaves.filter((leaf) => leaf.parent === 'iaminstanceprofile');
  return textsOf(inside, ['arn'])[0] ?? textsOf(inside, ['name'])[0] ?? null;
}

function launchTemplateOf(leaves: readonly Leaf[]): string | null {
  const name = textsOf(leaves, ['launchtemplateid', 'launchtemplatename'])[0];
  const inside = leaves.filter((leaf) => leaf.parent.startsWith('launchtemplate'));
  const version = textsOf(inside, ['version'])[0];
  if (name === undefined) return null;
  return version === undefined ? name : `${name} (version ${version})`;
}

/** Tags stand as `{key, value}` pairs next to each other, in this order. */
function tagsOf(leaves: readonly Leaf[]): Record<string, string> {
  const tags: [string, string][] = [];
  leaves.forEach((leaf, index) => {
    const next = leaves[index + 1];
    if (!leaf.path.includes('tagspecification') || leaf.key !== 'key') return;
    tags.push([String(leaf.value), next?.key === 'value' ? String(next.value) : '']);
  });
  return Object.fromEntries(tags);
}
