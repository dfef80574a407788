// grouped → [alert]: what a message may name where privacy is asked for; all else stays in the table.
import type { Explanation, Principal } from '../contract';

/** Sizes of instances, such as `t3.micro`, `p5.48xlarge`, `u-6tb1.112xlarge`, `m5.metal`. */
const INSTANCE_TYPE =
  /^[a-z]{1,4}\d{0,2}[a-z]{0,4}(?:-\d{0,2}[a-z]{0,4}\d?)?\.(?:nano|micro|small|medium|(?:\d{0,3}x)?large|metal(?:-\d{1,3}xl)?)$/;

const ACTION = /^[a-z][a-z0-9-]{1,30}:[A-Z][A-Za-z0-9]{1,60}$/;
const OPERATION = /^[A-Z][A-Za-z0-9]{1,60}$/;
const REGION =
  /^[a-z]{2,4}(?:-[a-z]{2,4})?-(?:north|south|east|west|central)?(?:east|west)?-\d{1,2}$/;

/** Twelve digits in a row might be an account. */
const ACCOUNT = /\d{12}/;

function matching(pattern: RegExp, text: string | null | undefined): string | null {
  const isSafe = typeof text === 'string' && pattern.test(text) && !ACCOUNT.test(text);
  return isSafe ? text : null;
}

/** An action such as `ec2:RunInstances`; null for what is not written like one. */
export function publicAction(action: string | null): string | null {
  return matching(ACTION, action);
}

/** An operation such as `RunInstances`; null for what is not written like one. */
export function publicOperation(operation: string | null): string | null {
  return matching(OPERATION, operation);
}

/** A Region; null for what is not written like one. */
export function publicRegion(region: string | null | undefined): string | null {
  return matching(REGION, region);
}

/** Instance types only, never a name that stands in their place. */
export function publicInstanceTypes(types: readonly string[]): readonly string[] {
  return types.filter((type) => matching(INSTANCE_TYPE, type) !== null);
}

/** What a denial is about, by the IAM name of its resource's type. */
const RESOURCES: ReadonlyMap<string | null, string> = new Map([
  ['capacity-reservation', 'a capacity reservation'],
  ['fleet', 'a fleet'],
  ['group', 'a group'],
  ['image', 'an image'],
  ['instance', 'an instance'],
  ['instance-profile', 'an instance profile'],
  ['key', 'a key'],
  ['key-pair', 'a key pair'],
  ['launch-template', 'a launch template'],
  ['license-configuration', 'a license configuration'],
  ['network-interface', 'a network interface'],
  ['parameter', 'a parameter'],
  ['placement-group', 'a placement group'],
  ['role', 'a role'],
  ['security-group', 'a security group'],
  ['snapshot', 'a snapshot'],
  ['spot-fleet-request', 'a Spot Fleet request'],
  ['spot-instances-request', 'a Spot Instance request'],
  ['subnet', 'a subnet'],
  ['user', 'a user'],
  ['volume', 'a volume'],
  ['vpc', 'a VPC'],
]);

/** The type of a resource, where it is one that launches are about. */
export function publicType({ resourceType }: Explanation): string | null {
  return RESOURCES.has(resourceType) ? resourceType : null;
}

/** `a role`, `an instance`; null where no resource is known. */
export function publicResource({ resource, resourceType }: Explanation): string | null {
  return resource === null ? null : (RESOURCES.get(resourceType) ?? 'a resource');
}

/** The kind of a principal, without its names. */
export function publicPrincipal({ kind, serviceLinked }: Principal): Principal {
  return { kind, arn: null, name: null, ...(serviceLinked ? { serviceLinked } : {}) };
}

/** ARNs, accounts, addresses of both versions, and ids of resources. */
const NAMES = [
  /arn:[^\s"']*/gi,
  /\d{12,}/g,
  /\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?/g,
  /[0-9a-f:]*::[0-9a-f:]*|[0-9a-f]{0,4}(?::[0-9a-f]{1,4}){3,}/gi,
  /\b[a-z]{1,12}-[0-9a-f]{8,17}\b/gi,
] as const;

/** Takes out of a finished text what looks like a name; for text whose facts are no longer at hand. */
export function withoutNames(text: string): string {
  return NAMES.reduce<string>((rest, pattern) => rest.replace(pattern, '[…]'), text);
}
