// decoded → [explained] → alert
import { lastSegment, parseArn } from '../arn';
import type { Launch, Principal } from '../contract';

const KIND_NAMES = {
  'iam-user': 'IAM user',
  'role-session': 'role',
  root: 'the root user',
  'federated-user': 'federated user',
  'aws-service': 'AWS service',
  undetermined: 'the principal',
} as const satisfies Record<Principal['kind'], string>;

/** The kind of principal in AWS's words, such as `role` or `permission set`. */
export function principalKind(principal: Principal): string {
  if (principal.permissionSet !== undefined) return 'permission set';
  if (principal.serviceLinked) return 'service-linked role';
  return KIND_NAMES[principal.kind];
}

/** `role ci-runner`, `permission set Developer`, `the root user`. */
export function principalName(principal: Principal): string {
  const name = principal.permissionSet ?? principal.name;
  const kind = principalKind(principal);
  return principal.kind === 'root' || name === null ? kind : `${kind} ${name}`;
}

/** An id that says by itself what it names: `subnet-0abc…`, `ami-0abc…`, `i-0abc…`. */
const SPEAKING_ID = /^[a-z]+-[0-9a-f]{8,17}$/;

/** `role web-profile`, `subnet-0abc…`, `instance/*` for what does not exist yet. */
export function resourceName(resource: string, type: string | null): string {
  const arn = parseArn(resource);
  if (arn === null || type === null) return resource;
  const name = lastSegment(arn.resource);
  if (name === '*') return arn.resource;
  return SPEAKING_ID.test(name) ? name : `${type} ${name}`;
}

/** What was asked for in a few words: `10 × p2.xlarge in eu-west-1`. */
export function launchBrief(launch: Launch): string {
  return launch.region === null ? what(launch) : `${what(launch)} in ${launch.region}`;
}

/** What was asked for in one line: `10 × p2.xlarge from ami-… in subnet-… (eu-west-1), profile web, tags team=a`. */
export function launchLine(launch: Launch): string {
  const tags = Object.entries(launch.tags).map(([key, value]) => `${key}=${value}`);
  const parts = [
    what(launch),
    launch.imageIds.length ? `from ${launch.imageIds.join(', ')}` : '',
    launch.subnetIds.length ? `in ${launch.subnetIds.join(', ')}` : '',
    launch.region ? `(${launch.region})` : '',
  ];
  const rest = [
    launch.launchTemplate && `launch template ${launch.launchTemplate}`,
    launch.instanceProfile && `profile ${launch.instanceProfile.replace(/^arn:.*\//, '')}`,
    launch.keyName && `key pair ${launch.keyName}`,
    tags.length ? `tags ${tags.join(' ')}` : '',
  ];
  return [parts.filter(Boolean).join(' '), ...rest].filter(Boolean).join(', ');
}

function what({ instanceTypes, maxCount }: Launch): string {
  const types = instanceTypes.length ? instanceTypes.join(' or ') : 'instances';
  if (maxCount === null) return instanceTypes.length ? types : 'launch';
  return instanceTypes.length
    ? `${maxCount} × ${types}`
    : `${maxCount} ${maxCount === 1 ? 'instance' : types}`;
}

const MOST_VALUES = 4;

/** `t3.micro or t3.small`; of a long list its beginning and how many follow. */
export function valuesOf(values: readonly string[]): string {
  const shown = values.slice(0, MOST_VALUES);
  const rest = values.length - shown.length;
  return rest === 0 ? shown.join(' or ') : `${shown.join(', ')} or one of ${rest} more`;
}
