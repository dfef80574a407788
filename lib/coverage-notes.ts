// What a synthesis says of the Regions and accounts whose denials are seen, and which are not.
import type { ParsedSettings } from './settings';
import { membersOf } from './settings/members';
import { isOptIn } from './settings/partition';

/** The notes, each a line of what the CDK prints. */
export function coverageNotes(settings: ParsedSettings, ownRegion: string): readonly string[] {
  const further = settings.regions.filter((region) => region !== ownRegion);
  return [...regionNotes(further), ...memberNotes(settings)];
}

function regionNotes(regions: readonly string[]): readonly string[] {
  if (regions.length === 0)
    return [
      'this Region only, unless forwarders send denials here: name others in the setting regions',
    ];
  const closed = regions.filter(isOptIn);
  const seen = `denied launches of this Region and of ${regions.join(', ')} are seen`;
  if (closed.length === 0) return [seen];
  return [
    seen,
    `${closed.join(', ')}: each has to be enabled in the account before its forwarder can be deployed, and a trail has to cover it`,
  ];
}

function memberNotes(settings: ParsedSettings): readonly string[] {
  const members = membersOf(settings);
  if (members === undefined) return [];
  const whose =
    members.kind === 'organization'
      ? `the accounts of ${members.organization}`
      : members.accounts.join(', ');
  return [
    `a hub for ${whose}: deploy launch-denied-forwarder.json there with the parameters that the output MemberParameters gives`,
  ];
}
