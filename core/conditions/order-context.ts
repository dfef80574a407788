// decoded → [explained] → alert
import type { DecisiveCondition } from '../contract';
import type { DecodedMessage, KeyValues } from '../evidence';

/** Keys that only repeat the resource; a row with a value is left out with that value alone. */
const PSEUDO_KEYS: ReadonlyMap<string, string | null> = new Map([
  ['aws:account', null],
  ['aws:arn', null],
  ['aws:region', null],
  ['aws:resource', null],
  ['aws:resourcebeingcreated', null],
  ['aws:service', null],
  ['aws:type', null],
  ['ec2:instanceid', '*'],
  ['ec2:networkinterfaceid', '*'],
  ['ec2:region', null],
  ['ec2:volumeid', '*'],
]);

/** What a person chooses at a launch, in the order of the console's launch page; `/` takes any tag. */
const CHOSEN: ReadonlyMap<string, number> = new Map(
  [
    'ec2:instancetype',
    'ec2:imageid',
    'ec2:imagetype',
    'ec2:owner',
    'ec2:public',
    'ec2:keypairname',
    'ec2:keypairtype',
    'ec2:vpc',
    'ec2:vpcid',
    'ec2:subnet',
    'ec2:subnetid',
    'ec2:availabilityzone',
    'ec2:availabilityzoneid',
    'ec2:associatepublicipaddress',
    'ec2:securitygroupid',
    'ec2:volumetype',
    'ec2:volumesize',
    'ec2:encrypted',
    'ec2:volumeiops',
    'ec2:volumethroughput',
    'ec2:instanceprofile',
    'ec2:launchtemplate',
    'aws:requesttag/',
    'aws:tagkeys',
    'ec2:metadatahttptokens',
    'ec2:metadatahttpendpoint',
    'ec2:metadatahttpputresponsehoplimit',
    'ec2:instancemetadatatags',
    'ec2:instancemarkettype',
    'ec2:tenancy',
    'ec2:placementgroup',
    'ec2:ebsoptimized',
    'aws:resourcetag/',
    'ec2:resourcetag/',
  ].map((name, rank) => [name, rank]),
);

/** The request context as a person reads it: what decided, what was chosen, then the rest. */
export function orderContext(
  decoded: DecodedMessage,
  decisive: readonly DecisiveCondition[],
): readonly KeyValues[] {
  const decided = new Map(
    decisive.map(({ key }, at) => [key.toLowerCase(), at] as const).toReversed(),
  );
  const ranked: Ranked[] = [];
  for (const item of decoded.conditions) {
    const name = item.key.toLowerCase();
    const first = decided.get(name);
    if (first !== undefined) ranked.push({ item, rank: first - decided.size });
    else if (!isPseudo(name, item.values)) ranked.push({ item, rank: rankOf(name) });
  }
  return ranked.sort((one, other) => one.rank - other.rank).map(({ item }) => item);
}

interface Ranked {
  readonly item: KeyValues;
  readonly rank: number;
}

function isPseudo(name: string, values: readonly string[]): boolean {
  const only = PSEUDO_KEYS.get(name);
  return only === null || (only !== undefined && values.includes(only));
}

function rankOf(name: string): number {
  const family = name.slice(0, name.indexOf('/') + 1) || name;
  return CHOSEN.get(family) ?? CHOSEN.size;
}
