// decoded → [explained] → alert
import { lastSegment, parseArn } from '../arn';
import type { Principal } from '../contract';
import type { Launch } from '../launch';

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
  // Only IAM has paths before its names.
  const name =
    arn.service === 'iam' ? lastSegment(arn.resource) : arn.resource.slice(type.length + 1);
  if (name === '*' || !arn.resource.startsWith(type)) return arn.resource;
  return SPEAKING_ID.test(name) ? name : `${type.replace(/-/g, ' ')} ${name}`;
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
  ];
  const rest = [
    launch.launchTemplate && `launch template ${launch.launchTemplate}`,
    launch.instanceProfile && `profile ${launch.instanceProfile.replace(/^arn:.*\//, '')}`,
    launch.keyName && `key pair ${launch.keyName}`,
    launch.market === 'spot' && 'Spot',
    tags.length ? `tags ${tags.join(' ')}` : '',
  ];
  const main = parts.filter(Boolean).join(' ');
  const all = [main, ...rest].filter(Boolean);
  if (all.length === 0 || launch.region === null) return all.join(', ');
  return main === ''
    ? `${all.join(', ')} (${launch.region})`
    : [`${main} (${launch.region})`, ...all.slice(1)].join(', ');
}

function what({ instanceTypes, maxCount }: Launch): string {
  const types = instanceTypes.join(' or ');
  if (maxCount === null) return types;
  if (types !== '') return `${maxCount} × ${types}`;
  return maxCount === 1 ? '1 instance' : `${maxCount} instances`;
}

/** Whether it is known what or how many are launched. */
export function isTold(launch: Launch): boolean {
  return what(launch) !== '';
}

const MOST_VALUES = 4;

/** `t3.micro or t3.small`; of a long list its beginning and how many follow. */
export function valuesOf(values: readonly string[], word: 'and' | 'or' = 'or'): string {
  const shown = values.slice(0, MOST_VALUES);
  const rest = values.length - shown.length;
  return rest === 0 ? shown.join(` ${word} `) : `${shown.join(', ')} ${word} ${rest} more`;
}
