// suggested → [parameters]: subnets, security groups and public addresses.
// @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceNetworkInterfaceSpecification.html
import { block, type Change, type Rows, type Value } from '../change';
import { arn, flag, text, within } from '../wanted';

/** Launches in a subnet, except by Karpenter; a launch template names it by its network interface. */
export function inSubnet(id: Value): Change {
  return {
    options: { SubnetId: id },
    template: { NetworkInterfaces: [{ DeviceIndex: 0, SubnetId: id }] },
    instance: { SubnetId: id },
    terraform: {
      instance: { subnet_id: id },
      template: { network_interfaces: block({ device_index: 0, subnet_id: id }) },
    },
  };
}

function subnet(id: Value): Change {
  return { ...inSubnet(id), nodeClass: { subnetSelectorTerms: [{ id }] } };
}

function securityGroup(id: Value): Change {
  const body = { vpc_security_group_ids: [String(id)] };
  return {
    template: { SecurityGroupIds: [id] },
    instance: { SecurityGroupIds: [id] },
    terraform: { instance: body, template: body },
    nodeClass: { securityGroupSelectorTerms: [{ id }] },
  };
}

function publicAddress(isPublic: Value): Change {
  const setting = { AssociatePublicIpAddress: isPublic };
  const argument = { associate_public_ip_address: isPublic };
  return {
    options: setting,
    template: { NetworkInterfaces: [{ DeviceIndex: 0, ...setting }] },
    instance: { NetworkInterfaces: [{ DeviceIndex: '0', ...setting }] },
    terraform: {
      instance: argument,
      template: { network_interfaces: block({ device_index: 0, ...argument }) },
    },
    nodeClass: { associatePublicIPAddress: isPublic },
  };
}

/** Subnets, VPCs, security groups and public addresses. */
export const NETWORK_KEYS: Rows = {
  'ec2:associatepublicipaddress': { read: flag(false), write: publicAddress },
  'ec2:securitygroupid': { read: text('security group ID'), write: securityGroup },
  'ec2:subnet': { read: arn('subnet ID', 'subnet'), write: subnet },
  'ec2:subnetid': { read: text('subnet ID'), write: subnet },
  'ec2:vpc': {
    read: within('ID in', arn('a VPC', 'vpc')),
    // No request names a VPC: what lies in it decides.
    write: (id, { resourceType }) =>
      resourceType === 'security-group'
        ? securityGroup(kindOf('security group', id))
        : subnet(kindOf('subnet', id)),
  },
};

function kindOf(noun: string, id: Value): string {
  return String(id).replace('<', `<${noun} `);
}
