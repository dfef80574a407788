// suggested → [parameters]: the volumes of an instance.
// @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EbsBlockDevice.html
import {
  block,
  type Body,
  type Branch,
  type Row,
  type Rows,
  type Tree,
  type Value,
} from '../change';
import { choice, flag, number } from '../wanted';

/** The root's name differs from image to image. */
const DEVICE = '<device>';

/** Types for a root volume first. @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html */
const VOLUME_TYPES = ['gp3', 'gp2', 'io2', 'io1', 'st1', 'sc1', 'standard'] as const;

/** The names of a setting of a volume. */
interface Setting {
  readonly api: string;
  readonly terraform: string;
  readonly karpenter: string;
  /** Whether `AWS::EC2::Instance` lacks it. @default false */
  readonly isTemplateOnly?: boolean;
  /** How Karpenter writes the value. @default - as it is */
  readonly quantity?: (value: Value) => Tree;
}

function volume(read: Row['read'], names: Setting): Row {
  return {
    read,
    write: (value, { resourceType }) => {
      // A snapshot has the size of its volume, and no parameter changes it.
      if (resourceType === 'snapshot') return {};
      const template = {
        BlockDeviceMappings: [{ DeviceName: DEVICE, Ebs: { [names.api]: value } }],
      };
      return {
        template,
        ...(names.isTemplateOnly === true ? {} : { instance: template }),
        terraform: terraformBodies({ [names.terraform]: value }),
        nodeClass: nodeClass({ [names.karpenter]: names.quantity?.(value) ?? value }),
      };
    },
  };
}

function terraformBodies(setting: Body) {
  return {
    instance: { root_block_device: block(setting) },
    template: {
      block_device_mappings: block({ device_name: DEVICE, ebs: block(setting) }),
    },
  };
}

/** Karpenter takes no volume without a size. */
function nodeClass(setting: Branch): Branch {
  const ebs = { volumeSize: '<volume size>', ...setting };
  return { blockDeviceMappings: [{ deviceName: DEVICE, ebs }] };
}

/** A Kubernetes quantity of GiB. */
function gibibytes(value: Value): Tree {
  return typeof value === 'number' ? `${value}Gi` : value;
}

/** Encryption, type, size and speed of volumes. */
export const STORAGE_KEYS: Rows = {
  'ec2:encrypted': volume(flag(true), {
    api: 'Encrypted',
    terraform: 'encrypted',
    karpenter: 'encrypted',
  }),
  'ec2:volumetype': volume(choice(VOLUME_TYPES), {
    api: 'VolumeType',
    terraform: 'volume_type',
    karpenter: 'volumeType',
  }),
  'ec2:volumesize': volume(number('size in GiB'), {
    api: 'VolumeSize',
    terraform: 'volume_size',
    karpenter: 'volumeSize',
    quantity: gibibytes,
  }),
  'ec2:volumeiops': volume(number('IOPS', { isOptional: true }), {
    api: 'Iops',
    terraform: 'iops',
    karpenter: 'iops',
  }),
  'ec2:volumethroughput': volume(number('throughput in MiB/s', { isOptional: true }), {
    api: 'Throughput',
    terraform: 'throughput',
    karpenter: 'throughput',
    isTemplateOnly: true,
  }),
};
