// explained → [needed] → suggested: the launch that permissions are listed for.
import { parseArn } from '../arn';
import type { EventReference, Principal } from '../contract';
import type { KeyValues } from '../evidence';
import type { Launch } from '../launch';

/** Where and what is launched; what the evidence does not tell stands in as a placeholder. */
export interface Scope {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  /** Such as `RunInstances`; empty where it is not known. */
  readonly operation: string;
  readonly launch: Launch;
  /** The ARN of the launch template; null where none is used. One known by name lacks its id. */
  readonly templateArn: string | null;
  /** The ARNs of the subnets, each with the account of its owner where the evidence tells it. */
  readonly subnetArns: readonly string[];
  /** Whether an AWS service launches, on its own or somebody's behalf. */
  readonly isService: boolean;
}

type Place = Pick<Scope, 'partition' | 'region' | 'account'>;

/** What a scope is made from. */
interface Told {
  readonly principal: Principal;
  readonly operation: string | null;
  readonly resource: string | null;
  readonly launch: Launch | null;
  readonly event: EventReference | null;
  /** The Region that a text names. */
  readonly region: string | null;
}

const NO_LAUNCH: Launch = {
  instanceTypes: [],
  maxCount: null,
  imageIds: [],
  subnetIds: [],
  securityGroupIds: [],
  keyName: null,
  instanceProfile: null,
  launchTemplate: null,
  tags: {},
  region: null,
};

/** Reads partition, Region and account from the strongest source that tells them. */
export function scopeOf(given: Told, context: readonly KeyValues[]): Scope {
  const denied = parseArn(given.resource ?? '');
  const arn = parseArn(given.principal.roleArn ?? given.principal.arn ?? '');
  const scope = {
    partition: denied?.partition ?? arn?.partition ?? 'aws',
    region:
      given.event?.region || given.launch?.region || denied?.region || given.region || '<Region>',
    account: arn?.account || given.event?.account || denied?.account || '<account>',
    operation: given.operation ?? '',
    launch: given.launch ?? NO_LAUNCH,
  };
  const [decoded] = (valuesOf(context, 'ec2:LaunchTemplate') ?? []).filter(isTemplateArn);
  const told = [given.resource ?? '', ...(valuesOf(context, 'ec2:Subnet') ?? [])];
  return {
    ...scope,
    templateArn: decoded ?? templateArn(scope),
    subnetArns: scope.launch.subnetIds.map((id) => subnetArn(scope, id, told)),
    isService: given.principal.invokedBy !== undefined || given.principal.serviceLinked === true,
  };
}

/** A shared subnet carries the account of its owner, which only AWS's own words tell. */
function subnetArn(
  { partition, region, account }: Place,
  id: string,
  told: readonly string[],
): string {
  const owned = told.find((arn) => arn.endsWith(`:subnet/${id}`));
  return owned ?? `arn:${partition}:ec2:${region}:${account}:subnet/${id}`;
}

/** The values of a key of the request context; null where the context does not carry it. */
export function valuesOf(context: readonly KeyValues[], key: string): readonly string[] | null {
  const name = key.toLowerCase();
  return context.find((each) => each.key.toLowerCase() === name)?.values ?? null;
}

/** A placeholder of ours, or what somebody wrote over a name. */
const OPEN = /<[^>]*>|\[[^\]]*\]|[Xx]{4}|[*#]{3}|(?:\$\{\*\}){3}/;

/** A value of the context that names one template. */
function isTemplateArn(text: string): boolean {
  return /^arn:[^*?]*:launch-template\/[^*?]+$/.test(text);
}

/** Whether a text leaves something to fill in. */
export function hasPlaceholder(text: string): boolean {
  return OPEN.test(text);
}

const TEMPLATE_ID = /^lt-[0-9a-f]+$/;

function templateArn({ partition, region, account, launch }: Place & Pick<Scope, 'launch'>) {
  const name = launch.launchTemplate?.replace(/ \(version .*\)$/s, '');
  if (name === undefined) return null;
  const id = TEMPLATE_ID.test(name) ? name : `<ID of launch template ${name}>`;
  return `arn:${partition}:ec2:${region}:${account}:launch-template/${id}`;
}
