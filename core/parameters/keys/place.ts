// suggested → [parameters]: Regions, Availability Zones, tenancy and placement groups.
// @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Placement.html
import { block, type Change, type Row, type Rows, type Value } from '../change';
import { labelled } from '../node-pool';
import { arn, choice, text } from '../wanted';
import { inSubnet } from './network';

const REGION: Row = { read: text('Region'), write: (region) => ({ region }) };

/** Karpenter launches on no Dedicated Host. */
const POOL_TENANCIES: readonly Value[] = ['default', 'dedicated'];

function tenancy(value: Value): Change {
  const isInPool = POOL_TENANCIES.includes(value);
  const label = 'karpenter.k8s.aws/instance-tenancy';
  return {
    template: { Placement: { Tenancy: value } },
    instance: { Tenancy: value },
    terraform: {
      instance: { tenancy: value },
      template: { placement: block({ tenancy: value }) },
    },
    ...(isInPool
      ? { requirements: [{ key: label, operator: 'In', values: [String(value)] }] }
      : {}),
  };
}

function zone(value: Value): Change {
  return {
    template: { Placement: { AvailabilityZone: value } },
    instance: { AvailabilityZone: value },
    terraform: {
      instance: { availability_zone: value },
      template: { placement: block({ availability_zone: value }) },
    },
  };
}

function placementGroup(name: Value): Change {
  return {
    template: { Placement: { GroupName: name } },
    instance: { PlacementGroupName: name },
    terraform: {
      instance: { placement_group: name },
      template: { placement: block({ group_name: name }) },
    },
    nodeClass: { placementGroupSelector: name === null ? null : { name } },
  };
}

/** Where instances run. */
export const PLACE_KEYS: Rows = {
  'aws:requestedregion': REGION,
  'ec2:region': REGION,
  'ec2:availabilityzone': {
    read: text('Availability Zone'),
    // A subnet lies in one zone, and so does what is launched in it.
    write: (value, { resourceType, condition }) => ({
      ...(resourceType === 'subnet' || resourceType === 'network-interface'
        ? inSubnet(`<subnet ID in ${String(value).replaceAll(/[<>]/g, '')}>`)
        : zone(value)),
      requirements: labelled('topology.kubernetes.io/zone', condition, String(value)),
    }),
  },
  'ec2:tenancy': {
    read: choice(['default', 'dedicated', 'host']),
    write: tenancy,
  },
  'ec2:placementgroup': {
    read: arn('placement group name', 'placement-group', { isOptional: true }),
    write: placementGroup,
  },
};
