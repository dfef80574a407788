// denial → [group]: principals and resources without what changes from one launch to the next.
import { parseArn } from '../arn';
import type { Principal } from '../contract';
import { ownArn } from '../event/own-arn';
import { mentionedId, resourceTypeOfId } from '../resource-id';
import { escapedPart } from './key-part';

const PREFIXES = {
  'iam-user': 'user',
  'role-session': 'role',
  root: 'root',
  'federated-user': 'federated-user',
  'aws-service': 'service',
  undetermined: 'undetermined',
} as const satisfies Record<Principal['kind'], string>;

/**
 * Names a principal without its session, escaped: `role/team/ci-runner`, `permission-set/Developer`,
 * `service/ec2.amazonaws.com`; one of another account with that account before it.
 */
export function principalShape(principal: Principal, homeAccount: string | null): string {
  const account = parseArn(ownArn(principal) ?? '')?.account;
  const name = escapedPart(plainShape(principal));
  const isHome = !account || account === homeAccount;
  return isHome ? name : `${escapedPart(account)}|${name}`;
}

/** Names a principal without its account and session: `role/team/ci-runner`. */
export function plainShape(principal: Principal): string {
  const { kind, arn, name, permissionSet } = principal;
  if (kind === 'root') return kind;
  if (kind === 'undetermined') return `${kind}/${arn ?? name ?? '-'}`;
  if (permissionSet !== undefined) return `permission-set/${permissionSet}`;
  const path = parseArn(ownArn(principal) ?? '')?.resource ?? '';
  const prefix = `${PREFIXES[kind]}/`;
  return path.startsWith(prefix) ? path : `${prefix}${name ?? '-'}`;
}

/** Where a resource needs no further words. */
export interface Home {
  readonly account: string | null;
  readonly service: string;
}

/** Types of EC2 whose ids each launch makes anew. */
const MADE_BY_LAUNCH: ReadonlySet<string> = new Set([
  'fleet',
  'instance',
  'network-interface',
  'spot-fleet-request',
  'spot-instances-request',
  'volume',
]);

/**
 * Names a resource by its type and, where it stays the same, its name, escaped: `role/web`,
 * `subnet/subnet-0abc`, `instance/*`; one of another service or account with both before it. The
 * Region is left out.
 */
export function resourceShape(resource: string, home: Home): string {
  const arn = parseArn(resource);
  if (arn === null) return escapedPart(lasting(bareName(resource)));
  const name = escapedPart(arn.service === 'ec2' ? lasting(arn.resource) : arn.resource);
  const isHome = arn.service === home.service && ['', home.account].includes(arn.account);
  return isHome ? name : `${escapedPart(arn.service)}|${escapedPart(arn.account)}|${name}`;
}

function lasting(name: string): string {
  const type = name.slice(0, Math.max(0, name.indexOf('/')));
  return MADE_BY_LAUNCH.has(type) ? `${type}/*` : name;
}

/** IAM's own way to name a resource without an ARN. */
const LEGACY_NAME = /^(instance profile|server certificate|role|user|group|policy)\s+(\S.*)$/is;

function bareName(text: string): string {
  const [, type, name] = LEGACY_NAME.exec(text) ?? [];
  if (type !== undefined) return `${type.toLowerCase().replace(/\s/, '-')}/${name}`;
  return mentionedId(text) === text ? `${resourceTypeOfId(text)}/${text}` : text;
}
