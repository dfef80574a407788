// explained → [needed] → suggested: all that AWS authorizes for one launch, by operation.
import { lastSegment } from '../arn';
import { COMPANIONS, serviceLinkedRole } from './companions';
import { ec2Arn, type Need, type NeedRow, needsOf, NEW } from './need';
import { RUN_INSTANCES } from './run-instances';
import { hasPlaceholder, type Scope } from './scope';

const always = (): boolean => true;
const isSpot = ({ launch }: Scope): boolean => launch.market === 'spot';

const REFERENCE =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html';

/** What a launch specification of a Spot request names. */
const SPECIFIED = ['image', 'key-pair', 'security-group', 'subnet', 'snapshot', 'placement-group'];

/** What a fleet names itself; its launches need the same for RunInstances. */
const FLEET_TYPES = [
  'launch-template',
  'image',
  'subnet',
  'placement-group',
  'capacity-reservation',
];

const SPOT_ROLE = ['spot', 'AWSServiceRoleForEC2Spot'] as const;

/** What each operation of the launch family is authorized for; a new operation is one row. */
const OPERATIONS: Readonly<Record<string, readonly NeedRow[]>> = {
  RunInstances: [...RUN_INSTANCES, ...COMPANIONS, serviceLinkedRole(...SPOT_ROLE, isSpot)],
  CreateFleet: [
    made('ec2:CreateFleet', 'fleet'),
    ...named('ec2:CreateFleet', FLEET_TYPES),
    ...RUN_INSTANCES,
    ...COMPANIONS,
    serviceLinkedRole('ec2fleet', 'AWSServiceRoleForEC2Fleet', always),
    serviceLinkedRole(...SPOT_ROLE, isSpot),
  ],
  RequestSpotInstances: [
    made('ec2:RequestSpotInstances', 'spot-instances-request'),
    ...named('ec2:RequestSpotInstances', SPECIFIED),
    ...COMPANIONS,
    serviceLinkedRole(...SPOT_ROLE, always),
  ],
  RequestSpotFleet: [
    made('ec2:RequestSpotFleet', 'spot-fleet-request'),
    ...named('ec2:RequestSpotFleet', [...SPECIFIED, 'launch-template']),
    ...RUN_INSTANCES,
    ...COMPANIONS,
    serviceLinkedRole('spotfleet', 'AWSServiceRoleForEC2SpotFleet', always),
    serviceLinkedRole(...SPOT_ROLE, always),
  ],
};

/**
 * Lists what AWS authorizes for a launch, pair by pair. The denied pair stands in it exactly as AWS
 * sent it, in place of what the request alone would tell.
 * @returns nothing for an operation that launches nothing
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-policies-for-amazon-ec2.html
 */
export function launchNeeds(scope: Scope, denied: Need | null): readonly Need[] {
  const rows = Object.hasOwn(OPERATIONS, scope.operation) ? OPERATIONS[scope.operation] : undefined;
  const needs = (rows ?? []).flatMap((row) => needsOf(row, scope));
  if (needs.length === 0 || denied === null) return needs;
  const [first] = needs.filter((need) => isSame(need, denied));
  if (first === undefined) return [denied, ...needs];
  return needs
    .filter((need) => need === first || !isSame(need, denied))
    .map((need) => (need === first ? kept(need, denied) : need));
}

/** What is assumed of a key holds whatever its name. */
function kept({ assumes }: Need, denied: Need): Need {
  return assumes !== undefined && denied.action.startsWith('kms:')
    ? { ...denied, assumes }
    : denied;
}

/** A guessed resource is the denied one when it has its name, or when none was known. */
function isSame(need: Need, { action, resource, resourceType }: Need): boolean {
  if (need.action !== action || need.resourceType !== resourceType) return false;
  const isProfile = need.isGuess === true && action === 'iam:PassRole';
  const isOpen = isProfile || need.isOpen === true || hasPlaceholder(need.resource);
  return isOpen || lastSegment(need.resource) === lastSegment(resource);
}

/** What the operation makes itself. */
function made(action: string, type: string): NeedRow {
  return { action, type, names: () => [NEW], arn: ec2Arn(type), source: REFERENCE };
}

/** What the operation is given by name: the same resources as of RunInstances. */
function named(action: string, types: readonly string[]): readonly NeedRow[] {
  return RUN_INSTANCES.filter(({ type }) => types.includes(type)).map(
    ({ absent: _none, ...row }) => ({
      ...row,
      action,
      source: REFERENCE,
    }),
  );
}
