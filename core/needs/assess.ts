// explained → [needed] → suggested: what is known of a launch, as permissions.
import { lastSegment, parseArn } from '../arn';
import type { EventReference, Explanation, Principal } from '../contract';
import type { Launch } from '../launch';
import type { Evidence, KeyValues } from '../evidence';
import { resourceTypeOfId } from '../resource-id';
import { launchNeeds } from './launch-needs';
import { ec2Arn, type Need, publicArn } from './need';
import { type Scope, scopeOf } from './scope';

/** What is known of a denial. */
interface Known extends Pick<
  Explanation,
  'principal' | 'operation' | 'action' | 'resource' | 'resourceType' | 'witnesses'
> {
  readonly launch: Launch | null;
  readonly event: EventReference | null;
}

/** A launch with all that AWS authorizes for it. */
export interface AssessedLaunch {
  readonly principal: Principal;
  readonly scope: Scope;
  /** The decoded context of the denied pair. */
  readonly context: readonly KeyValues[];
  /** Empty where the launch is not known. */
  readonly needs: readonly Need[];
  /** The pair that was denied, one of the needs where there are any; null where its action is not known. */
  readonly denied: Need | null;
}

/** Lists what the launch behind a denial needs. */
export function assessLaunch(facts: Known, { decoded, implied }: Evidence): AssessedLaunch {
  const context = decoded?.conditions ?? [];
  const scope = scopeOf({ ...facts, region: implied?.region ?? null }, context);
  const denied = deniedNeed(facts, scope);
  // The decoded context tells of one pair only; the request alone tells of them all.
  const isWhole = facts.witnesses['launch'] === 'requested';
  const needs = isWhole ? launchNeeds(scope, denied) : [];
  const listed = needs.find(
    ({ action, resource }) => action === denied?.action && resource === denied.resource,
  );
  return { principal: facts.principal, scope, context, needs, denied: listed ?? denied };
}

/** One action; what a text names beyond that is no action that AWS denied. */
const ACTION = /^[a-z0-9-]+:[A-Za-z0-9]+$/;

function deniedNeed(
  { action, resource, resourceType, witnesses }: Known,
  scope: Scope,
): Need | null {
  if (action === null || witnesses['action'] === 'inferred' || !ACTION.test(action)) return null;
  const need = { action, resourceType: resourceType ?? '' };
  if (resource === null || resource === '*') return { ...need, resource: unnamed(action) };
  const arn = asArn(resource, resourceType, scope);
  if (!arn.endsWith('/*') || parseArn(arn)?.service !== 'ec2') return { ...need, resource: arn };
  return makes(action, need.resourceType)
    ? { ...need, resource: arn, isOpen: true }
    : { ...need, resource: `${arn.slice(0, -1)}<ID>` };
}

const LAUNCHED = ['instance', 'volume', 'network-interface', 'spot-instances-request', 'fleet'];

/** Whether an action makes resources of a type: they have no name when AWS authorizes it. */
function makes(action: string, type: string): boolean {
  const name = action.slice('ec2:'.length);
  if (name === 'RunInstances' || name === 'CreateFleet') return LAUNCHED.includes(type);
  return name.startsWith('Create') || name.startsWith('Request');
}

/** Actions that take no resource. @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html */
const WITHOUT_RESOURCE = /^(?:ec2:Describe|sts:Decode|[a-z0-9-]+:List)/;

function unnamed(action: string): string {
  return WITHOUT_RESOURCE.test(action) ? '*' : `<ARN of the resource of ${action}>`;
}

const WITHOUT_ACCOUNT = ['image', 'snapshot'];

/** A text may name a resource by its id, or by its type and id, in place of its ARN. */
function asArn(resource: string, type: string | null, scope: Scope): string {
  if (parseArn(resource) !== null) return resource;
  const name = lastSegment(resource);
  const isNamed = resource === `${type}/${name}` || resourceTypeOfId(resource) === type;
  if (type === null || !isNamed) return `<ARN of ${resource}>`;
  return (WITHOUT_ACCOUNT.includes(type) ? publicArn : ec2Arn)(type)(scope, name);
}
