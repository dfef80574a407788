// event → [denial] → decoded → explained → alert
import type { Launch, LaunchVolume } from '../launch';
import { type Leaf, leavesOf, objectsAt } from './leaves';

type Parts = { -readonly [Part in keyof Launch]?: Launch[Part] };

/** Reads what a request asks for beyond its plain values; a part that it does not name is absent. */
export function launchParts(request: unknown): Parts {
  const leaves = leavesOf(request);
  const parts: Parts = {};
  const taggedTypes = taggedTypesOf(request);
  if (Object.keys(taggedTypes).length > 0) parts.taggedTypes = taggedTypes;
  const volumes = objectsAt(request, 'ebs').map(volumeOf);
  if (volumes.length > 0) parts.volumes = volumes;
  const interfaces = textsAt(leaves, 'networkinterfaceid');
  if (interfaces.length > 0) parts.networkInterfaceIds = interfaces;
  const licenses = textsAt(leaves, 'licenseconfigurationarn');
  if (licenses.length > 0) parts.licenseConfigurations = licenses;
  const roles = textsAt(leaves, 'iamfleetrole');
  if (roles.length > 0) parts.passedRoles = roles;
  if (isSpot(leaves)) parts.market = 'spot';
  return { ...parts, ...placesOf(leaves) };
}

function placesOf(leaves: readonly Leaf[]): Parts {
  const parts: Parts = {};
  const placed = leaves.filter(({ parent }) => parent !== 'groupset');
  const group = textsAt(placed, 'groupname')[0];
  if (group !== undefined) parts.placementGroup = group;
  const reservation = [
    ...textsAt(leaves, 'capacityreservationid'),
    ...textsAt(leaves, 'capacityreservationresourcegrouparn'),
  ][0];
  if (reservation !== undefined) parts.capacityReservation = reservation;
  return parts;
}

/** All texts that stand under a key, each once; lists of a launch template number theirs: `{tag, content}`. */
export function textsAt(leaves: readonly Leaf[], ...keys: readonly string[]): readonly string[] {
  const found = leaves.filter(
    ({ key, parent }) => keys.includes(key) || (key === 'content' && keys.includes(parent)),
  );
  return [...new Set(found.map(({ value }) => String(value)))];
}

function volumeOf(ebs: object): LaunchVolume {
  const leaves = leavesOf(ebs);
  const encrypted = leaves.find(({ key }) => key === 'encrypted');
  return {
    snapshotId: textsAt(leaves, 'snapshotid')[0] ?? null,
    encrypted: encrypted === undefined ? null : String(encrypted.value) === 'true',
    kmsKeyId: textsAt(leaves, 'kmskeyid')[0] ?? null,
    volumeType: textsAt(leaves, 'volumetype')[0] ?? null,
  };
}

/** RunInstances writes `tagSpecificationSet`, CreateFleet and CreateLaunchTemplate `TagSpecification`. */
const TAG_SPECIFICATIONS = ['tagspecificationset', 'tagspecification', 'tagspecifications'];

type Tags = readonly (readonly [key: string, value: string])[];

function taggedTypesOf(request: unknown): Record<string, Record<string, string>> {
  const types = new Map<string, Tags>();
  for (const specification of objectsAt(request, ...TAG_SPECIFICATIONS)) {
    const type = textsAt(leavesOf(specification), 'resourcetype')[0] ?? '';
    if (type !== '') types.set(type, [...(types.get(type) ?? []), ...tagsIn(specification)]);
  }
  return Object.fromEntries([...types].map(([type, tags]) => [type, Object.fromEntries(tags)]));
}

/** All tags that a request asks for, whatever they go to. */
export function tagsOf(request: unknown): Record<string, string> {
  return Object.fromEntries(objectsAt(request, ...TAG_SPECIFICATIONS).flatMap(tagsIn));
}

/** A tag is an object of its own, with key and value in either order. */
function tagsIn(specification: object): Tags {
  return objectsAt(specification, 'tags', 'tag', 'tagset').flatMap((tag) => {
    const leaves = leavesOf(tag);
    const [key] = textsAt(leaves, 'key');
    return key === undefined ? [] : [[key, textsAt(leaves, 'value')[0] ?? ''] as const];
  });
}

function isSpot(leaves: readonly Leaf[]): boolean {
  const types = textsAt(leaves, 'markettype', 'defaulttargetcapacitytype');
  return types.includes('spot');
}
