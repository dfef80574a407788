// What a synthesis says of the Regions and accounts whose denials are accepted, and which are not.
import { Token } from 'aws-cdk-lib/core';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import type { ParsedSettings } from './settings';
import { membersOf } from './settings/members';
import { isOptIn } from './settings/partition';

/** The notes, each a line of what the CDK prints. */
export function coverageNotes(settings: ParsedSettings, ownRegion: string): readonly string[] {
  return [...regionNotes(settings, ownRegion), ...memberNotes(settings)];
}

function regionNotes({ regions }: ParsedSettings, ownRegion: string): readonly string[] {
  const own = Token.isUnresolved(ownRegion) ? 'this Region' : ownRegion;
  if (regions.length === 0)
    return [
      `accepted are denied launches of ${own}, and what forwarders send here: the setting regions deploys forwarders in other Regions, and accepts these alone`,
    ];
  const further = regions.filter((region) => region !== ownRegion);
  if (further.length === 0)
    return [`accepted are denied launches of ${own} alone, whatever forwarders send here`];
  return [
    `accepted are denied launches of ${own} and, through forwarders, of ${further.join(', ')}`,
    ...closedNotes(further.filter(isOptIn)),
    ...strangeNotes(further.filter((region) => RegionInfo.get(region).partition === undefined)),
  ];
}

function closedNotes(regions: readonly string[]): readonly string[] {
  if (regions.length === 0) return [];
  return [
    `${regions.join(', ')}: each has to be enabled in the account before its forwarder can be deployed, and a trail has to cover it`,
  ];
}

function strangeNotes(regions: readonly string[]): readonly string[] {
  if (regions.length === 0) return [];
  return [`${regions.join(', ')}: not among the Regions that this CDK has; look at the name`];
}

function memberNotes(settings: ParsedSettings): readonly string[] {
  const members = membersOf(settings);
  if (members === undefined) return [];
  const whose =
    members.kind === 'organization'
      ? `the accounts of ${members.organization}`
      : members.accounts.join(', ');
  return [
    `a hub for ${whose}: deploy launch-denied-forwarder.json there, which npm run template writes, with the parameters that the output MemberParameters gives`,
  ];
}
