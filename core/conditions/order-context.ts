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

/** What a person chooses at a launch, in the order of the console's launch page: how keys begin. */
const CHOSEN = [
  'ec2:instancetype',
  'ec2:imageid',
  'ec2:image',
  'ec2:owner',
  'ec2:public',
  'ec2:keypair',
  'ec2:vpc',
  'ec2:subnet',
  'ec2:availabilityzone',
  'ec2:associatepublicipaddress',
  'ec2:securitygroup',
  'ec2:volumetype',
  'ec2:volumesize',
  'ec2:encrypted',
  'ec2:volume',
  'ec2:instanceprofile',
  'ec2:launchtemplate',
  'aws:requesttag/',
  'aws:tagkeys',
  'ec2:metadatahttptokens',
  'ec2:metadatahttpendpoint',
  'ec2:metadata',
  'ec2:instancemetadatatags',
  'ec2:instancemarkettype',
  'ec2:tenancy',
  'ec2:placement',
  'ec2:ebsoptimized',
  'aws:resourcetag/',
  'ec2:resourcetag/',
] as const;

/** The request context as a person reads it: what decided, what was chosen, then the rest. */
export function orderContext(
  decoded: DecodedMessage,
  decisive: readonly DecisiveCondition[],
): readonly KeyValues[] {
  const decided = new Map(
    decisive.map(({ key }, at) => [key.toLowerCase(), at] as const).toReversed(),
  );
  const ranked = decoded.conditions
    .filter((item) => decided.has(item.key.toLowerCase()) || !isPseudo(item))
    .map((item) => ({ item, rank: rankOf(item.key.toLowerCase(), decided) }));
  return ranked.toSorted((one, other) => one.rank - other.rank).map(({ item }) => item);
}

function isPseudo({ key, values }: KeyValues): boolean {
  const only = PSEUDO_KEYS.get(key.toLowerCase());
  return only === null || values.some((value) => value === only);
}

function rankOf(name: string, decided: ReadonlyMap<string, number>): number {
  const [first, chosen] = [decided.get(name), CHOSEN.findIndex((start) => name.startsWith(start))];
  if (first !== undefined) return first - decided.size;
  return chosen < 0 ? CHOSEN.length : chosen;
}
