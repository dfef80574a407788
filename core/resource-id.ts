// Ids of resources that EC2 gives out, and the types they tell.

/** The resource type, by its IAM name, that each prefix stands for. */
const TYPES: Readonly<Record<string, string>> = {
  acl: 'network-acl',
  ami: 'image',
  cr: 'capacity-reservation',
  eipalloc: 'elastic-ip',
  eni: 'network-interface',
  fleet: 'fleet',
  i: 'instance',
  igw: 'internet-gateway',
  key: 'key-pair',
  lt: 'launch-template',
  nat: 'natgateway',
  pcx: 'vpc-peering-connection',
  pg: 'placement-group',
  pl: 'prefix-list',
  rtb: 'route-table',
  sfr: 'spot-fleet-request',
  sg: 'security-group',
  sir: 'spot-instances-request',
  snap: 'snapshot',
  subnet: 'subnet',
  tgw: 'transit-gateway',
  vol: 'volume',
  vpc: 'vpc',
  vpce: 'vpc-endpoint',
};

const TYPES_BY_PREFIX: ReadonlyMap<string, string> = new Map(Object.entries(TYPES));

const ID = new RegExp(
  `(?<![\\w/-])(?:${Object.keys(TYPES).join('|')})-(?:[0-9a-f]{8}|[0-9a-f]{17})(?![\\w-])`,
  'g',
);

/** The last resource id that a text names; null where it names none. */
export function mentionedId(text: string): string | null {
  return text.match(ID)?.at(-1) ?? null;
}

/** The resource type by its IAM name of an id such as `sg-0123456789abcdef0`; null for other words. */
export function resourceTypeOfId(id: string): string | null {
  return TYPES_BY_PREFIX.get(id.slice(0, id.lastIndexOf('-'))) ?? null;
}
