// explained → [needed] → suggested: what EC2 authorizes RunInstances on.
import { arnOrName, ec2Arn, type NeedRow, NEW, onlyArns, publicArn } from './need';
import type { Scope } from './scope';

const REFERENCE =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html';
const EXAMPLES = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html';

const SSM_IMAGE = /^resolve:ssm:/;

/** The rows of RunInstances. @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html */
export const RUN_INSTANCES: readonly NeedRow[] = [
  row('instance', () => [NEW], { source: EXAMPLES }),
  row('image', ({ launch }) => launch.imageIds.filter((id) => !SSM_IMAGE.test(id)), {
    arn: publicArn('image'),
    absent: ({ launch }) =>
      launch.imageIds.some((id) => SSM_IMAGE.test(id))
        ? 'ID of the image that the parameter holds'
        : 'image ID',
    source: EXAMPLES,
  }),
  row('subnet', ({ subnetArns }) => subnetArns, {
    arn: arnOrName('subnet'),
    absent: ({ launch }) => (hasInterface(launch) ? null : 'ID of the default subnet'),
    assumes:
      'The subnet is taken to belong to the account that launches; the ARN of a shared subnet carries the account of its owner.',
    source: EXAMPLES,
  }),
  row('security-group', ({ launch }) => launch.securityGroupIds, {
    absent: ({ launch }) => (hasInterface(launch) ? null : 'ID of the default security group'),
    source: EXAMPLES,
  }),
  row('network-interface', ({ launch }) => launch.networkInterfaceIds ?? [NEW], {
    source: EXAMPLES,
  }),
  row('volume', () => [NEW], { source: EXAMPLES }),
  row('key-pair', ({ launch }) => some(launch.keyName), { source: EXAMPLES }),
  row('launch-template', ({ templateArn }) => some(templateArn), {
    arn: (_scope, arn) => arn,
    source: EXAMPLES,
  }),
  row('snapshot', ({ launch }) => (launch.volumes ?? []).flatMap((each) => some(each.snapshotId)), {
    arn: publicArn('snapshot'),
    source: EXAMPLES,
  }),
  row('placement-group', ({ launch }) => some(launch.placementGroup)),
  row('capacity-reservation', ({ launch }) => some(reservation(launch, /^cr-/))),
  row('group', ({ launch }) => onlyArns(launch.capacityReservation), { arn: (_scope, arn) => arn }),
  row('license-configuration', ({ launch }) => onlyArns(...(launch.licenseConfigurations ?? [])), {
    arn: (_scope, arn) => arn,
  }),
  row('spot-instances-request', ({ launch }) => (launch.market === 'spot' ? [NEW] : []), {
    source: EXAMPLES,
  }),
];

function row(type: string, names: NeedRow['names'], given: Partial<NeedRow> = {}): NeedRow {
  return {
    action: 'ec2:RunInstances',
    type,
    names,
    arn: ec2Arn(type),
    source: REFERENCE,
    ...given,
  };
}

/** An interface that exists brings its subnet and security groups. */
function hasInterface({ networkInterfaceIds = [] }: Scope['launch']): boolean {
  return networkInterfaceIds.length > 0;
}

function some(text: string | null | undefined): readonly string[] {
  return text === null || text === undefined ? [] : [text];
}

function reservation({ capacityReservation }: Scope['launch'], form: RegExp): string | null {
  return capacityReservation !== undefined && form.test(capacityReservation)
    ? capacityReservation
    : null;
}
