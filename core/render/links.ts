// explained → [rendered]
import { parseArn } from '../arn';
import type { EventReference, Principal } from '../contract';

const COMMERCIAL = 'console.aws.amazon.com';

/** The console's host in the other partitions, by the beginning of their Regions' names. */
const HOSTS = [
  ['us-gov-', 'console.amazonaws-us-gov.com'],
  ['cn-', 'console.amazonaws.cn'],
  ['eusc-', 'console.amazonaws-eusc.eu'],
] as const;

const REGION = /^[a-z]{2,4}(-[a-z]+)+-\d$/;

function host(region: string): string {
  return HOSTS.find(([prefix]) => region.startsWith(prefix))?.[1] ?? COMMERCIAL;
}

/** Where the console shows the CloudTrail event; null when its Region is not one. */
export function eventLink({ id, region }: EventReference): string | null {
  if (!REGION.test(region)) return null;
  return `https://${region}.${host(region)}/cloudtrailv2/home?region=${region}#/events/${encodeURIComponent(id)}`;
}

/** Where the console shows the role or user; null for principals without a page in the event's account. */
export function principalLink(
  principal: Principal,
  { region, account }: EventReference,
): string | null {
  const page = PAGES[principal.kind];
  const home = principal.arn === null ? account : parseArn(principal.arn)?.account;
  if (page === undefined || principal.name === null || home !== account) return null;
  return `https://${host(region)}/iam/home#/${page}/details/${encodeURIComponent(principal.name)}`;
}

/** Where the IAM access troubleshooter shows how AWS evaluated the request. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
export function authorizationLink(id: string, { region }: EventReference): string | null {
  if (!REGION.test(region)) return null;
  return `https://${region}.${host(region)}/iam/home?region=${region}#/authorization-details/${encodeURIComponent(id)}`;
}

/** Where the policy simulator opens with the role or user chosen; only the commercial partition has it. */
export function simulatorLink(principal: Principal, event: EventReference): string | null {
  const { name, kind } = principal;
  const isThere = host(event.region) === COMMERCIAL && principalLink(principal, event) !== null;
  if (name === null || !isThere) return null;
  return `https://policysim.aws.amazon.com/home/index.jsp#${PAGES[kind]}/${encodeURIComponent(name)}`;
}

/** Where the console shows a CloudWatch dashboard; null when its Region is not one. */
export function dashboardLink(name: string, region: string): string | null {
  if (!REGION.test(region)) return null;
  return `https://${region}.${host(region)}/cloudwatch/home?region=${region}#dashboards/dashboard/${encodeURIComponent(name)}`;
}

const PAGES: Partial<Record<Principal['kind'], string>> = {
  'iam-user': 'users',
  'role-session': 'roles',
};

const REASONS_URL = 'https://github.com/launch-denied/launch-denied/blob/main/docs/reasons';

/** The page that says what a reason code means. */
export function reasonLink(code: string): string {
  return `${REASONS_URL}/${code}.md`;
}
