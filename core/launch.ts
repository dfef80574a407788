// What a request asked for, as the contract writes it.
import * as v from 'valibot';
import { list } from './list';

const texts = v.record(v.string(), v.string());

const volume = v.object({
  snapshotId: v.nullable(v.string()),
  encrypted: v.nullable(v.boolean()),
  /** An id, an ARN or an alias, as the request gives it. */
  kmsKeyId: v.nullable(v.string()),
  volumeType: v.nullable(v.string()),
});

/** A volume that the request asks for by a block device mapping. */
export type LaunchVolume = Readonly<v.InferOutput<typeof volume>>;

export const launch = v.object({
  instanceTypes: list(v.string()),
  maxCount: v.nullable(v.number()),
  imageIds: list(v.string()),
  subnetIds: list(v.string()),
  securityGroupIds: list(v.string()),
  keyName: v.nullable(v.string()),
  instanceProfile: v.nullable(v.string()),
  launchTemplate: v.nullable(v.string()),
  /** The tags asked for at launch, whatever resource they go to. */
  tags: texts,
  region: v.nullable(v.string()),
  /** The tags by the type of the resource they go to. @default - none are asked for */
  taggedTypes: v.optional(v.record(v.string(), texts)),
  /** @default - none are given */
  volumes: v.optional(list(volume)),
  /** Network interfaces that exist already. @default - a new one is made */
  networkInterfaceIds: v.optional(list(v.string())),
  /** A group's name or id. @default - none is given */
  placementGroup: v.optional(v.string()),
  /** A reservation's id, or the ARN of a group of them. @default - none is targeted */
  capacityReservation: v.optional(v.string()),
  /** ARNs. @default - none are given */
  licenseConfigurations: v.optional(list(v.string())),
  /** Roles that the request passes by ARN, such as that of a Spot Fleet. @default - none */
  passedRoles: v.optional(list(v.string())),
  /** @default - on demand, or not stated */
  market: v.optional(v.literal('spot')),
});

/** What the request asked for. */
export type Launch = Readonly<v.InferOutput<typeof launch>>;
