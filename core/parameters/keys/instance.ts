// suggested → [parameters]: what the instance itself is launched with.
// @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html
import { block, type Change, type Rows, type Value } from '../change';
import { instanceTypes } from '../node-pool';
import { alone, arn, choice, flag, text } from '../wanted';

const LAUNCH_TEMPLATE = '<launch template ID>';

/** An argument of the same name in an instance and a launch template. */
function both(api: string, terraform: string, value: Value): Change {
  const body = { [terraform]: value };
  return {
    template: { [api]: value },
    instance: { [api]: value },
    terraform: { instance: body, template: body },
  };
}

/** An option inside of another, which only launch templates have in CloudFormation. */
function option(
  path: readonly [string, string],
  terraform: readonly [string, string],
  value: Value,
): Change {
  const body = { [terraform[0]]: block({ [terraform[1]]: value }) };
  return {
    template: { [path[0]]: { [path[1]]: value } },
    terraform: { instance: body, template: body },
  };
}

function instanceProfile(name: Value): Change {
  return {
    template: { IamInstanceProfile: name === null ? null : { Name: name } },
    instance: { IamInstanceProfile: name },
    terraform: {
      instance: { iam_instance_profile: name },
      template: { iam_instance_profile: name === null ? { kind: 'no-block' } : block({ name }) },
    },
    // Karpenter launches no instance without a profile.
    ...(name === null ? {} : { nodeClass: { instanceProfile: name } }),
  };
}

/** Market types, as the request context names them, that Karpenter calls the same. */
const CAPACITY_TYPES: readonly Value[] = ['on-demand', 'spot'];

function market(type: Value): Change {
  // Whoever asks for no market gets On-Demand Instances.
  const isAsked = type !== 'on-demand';
  const body = {
    instance_market_options: isAsked
      ? block({ market_type: type })
      : ({ kind: 'no-block' } as const),
  };
  const requirement = {
    key: 'karpenter.sh/capacity-type',
    operator: 'In',
    values: [String(type)],
  } as const;
  return {
    template: { InstanceMarketOptions: isAsked ? { MarketType: type } : null },
    terraform: { instance: body, template: body },
    ...(CAPACITY_TYPES.includes(type) ? { requirements: [requirement] } : {}),
  };
}

function launchTemplate(id: Value): Change {
  if (id === null) {
    return {
      options: { LaunchTemplate: null },
      instance: { LaunchTemplate: null },
      terraform: { instance: { launch_template: { kind: 'no-block' } } },
    };
  }
  return {
    options: { LaunchTemplate: { LaunchTemplateId: id } },
    // CloudFormation, unlike the API, has no default version.
    instance: { LaunchTemplate: { LaunchTemplateId: id, Version: '<version>' } },
    terraform: { instance: { launch_template: block({ id }) } },
  };
}

/** Types, purchasing, keys, profiles and launch templates. */
export const INSTANCE_KEYS: Rows = {
  'ec2:instancetype': {
    read: text('instance type'),
    write: (type, { condition }) => ({
      ...both('InstanceType', 'instance_type', type),
      requirements: instanceTypes(condition, String(type)),
    }),
  },
  'ec2:keypairname': {
    read: text('key pair name', { isOptional: true }),
    write: (name) => both('KeyName', 'key_name', name),
  },
  'ec2:instanceprofile': {
    read: arn('instance profile name', 'instance-profile', { isOptional: true }),
    write: instanceProfile,
  },
  'ec2:ebsoptimized': {
    read: flag(true),
    write: (isOptimized) => both('EbsOptimized', 'ebs_optimized', isOptimized),
  },
  'ec2:instancemarkettype': {
    read: alone(choice(['on-demand', 'spot', 'capacity-block'])),
    write: market,
  },
  'ec2:launchtemplate': {
    read: arn('launch template ID', 'launch-template', { isOptional: true }),
    write: launchTemplate,
  },
  'ec2:islaunchtemplateresource': {
    read: flag(true),
    write: (isFromTemplate) =>
      isFromTemplate === true
        ? { ...launchTemplate(LAUNCH_TEMPLATE), hint: 'without options that override the template' }
        : {},
  },
  'ec2:instanceautorecovery': {
    read: choice(['default', 'disabled']),
    write: (state) =>
      option(
        ['MaintenanceOptions', 'AutoRecovery'],
        ['maintenance_options', 'auto_recovery'],
        state,
      ),
  },
  'ec2:cpuoptionsamdsevsnp': {
    read: choice(['enabled', 'disabled']),
    write: (state) => option(['CpuOptions', 'AmdSevSnp'], ['cpu_options', 'amd_sev_snp'], state),
  },
};
