// function → [AssumeRole] → STS, IAM of another account: sessions of roles, by their trust policies.
// @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
import { randomBytes } from 'node:crypto';
import type { World } from '../deployment';
import { evaluate } from '../policy/evaluate';
import { saidByResource } from '../policy/resource-policy';
import type { RolePlan } from '../template/read-roles';
import type { Caller, Identity } from '../wire/endpoint';

/** What there is to assume, and where its sessions are kept. */
export interface Assuming extends Pick<World, 'organizationOf' | 'roleOf'> {
  /** The time that the callers see. */
  now(): Date;
  /** Lets a session call the endpoints. */
  admit(session: Caller): void;
}

/** Credentials of a session. */
interface Session {
  readonly kind: 'assumed';
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: string;
  readonly arn: string;
}

/** How an attempt to assume a role ends. */
export type Assumed =
  | Session
  | { readonly kind: 'refused'; readonly roleArn: string }
  | { readonly kind: 'not-valid'; readonly because: string };

/** Assumes the role that the form names; the caller's own policy has allowed it before. */
export function assumeRole(
  form: URLSearchParams,
  identity: Identity,
  caller: Caller,
  assuming: Assuming,
): Assumed {
  const roleArn = form.get('RoleArn') ?? '';
  const name = form.get('RoleSessionName') ?? '';
  const role = assuming.roleOf(roleArn);
  const fault = faultOf(form, name, role);
  if (fault !== null) return { kind: 'not-valid', because: fault };
  if (role === null || !trusts(role, identity, form, assuming)) return { kind: 'refused', roleArn };
  const expiration = new Date(assuming.now().getTime() + secondsIn(form) * 1_000);
  const session = sessionOf(role, name, caller, () => assuming.now() >= expiration);
  assuming.admit(session);
  return {
    kind: 'assumed',
    accessKeyId: session.accessKeyId,
    secretAccessKey: randomBytes(30).toString('base64'),
    sessionToken: randomBytes(96).toString('base64'),
    expiration: expiration.toISOString().replace(/\.\d+Z$/, 'Z'),
    arn: `arn:aws:sts::${accountOf(role)}:assumed-role/${session.session}`,
  };
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining */
const LONGEST_CHAINED_SECONDS = 3_600;
const SHORTEST_SECONDS = 900;

function faultOf(form: URLSearchParams, name: string, role: RolePlan | null): string | null {
  const seconds = secondsIn(form);
  if (!/^[\w+=,.@-]{2,64}$/.test(name))
    return `Value '${name}' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*`;
  if (!(seconds >= SHORTEST_SECONDS))
    return `Value '${seconds}' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to ${SHORTEST_SECONDS}`;
  if (seconds > LONGEST_CHAINED_SECONDS || seconds > (role?.longestSessionSeconds ?? seconds))
    return 'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining';
  return form.has('Policy') ? 'local mode plays no session policies' : null;
}

function secondsIn(form: URLSearchParams): number {
  return Number(form.get('DurationSeconds') ?? LONGEST_CHAINED_SECONDS);
}

function trusts(
  role: RolePlan,
  { arn, roleArn, account }: Identity,
  form: URLSearchParams,
  { organizationOf }: Assuming,
): boolean {
  const organization = organizationOf(account);
  const request = { action: 'sts:AssumeRole', resource: role.arn };
  const asker = { kind: 'session', arn, roleArn, account, organization } as const;
  const externalId = form.get('ExternalId');
  const context = new Map([
    ['sts:rolesessionname', [form.get('RoleSessionName') ?? '']],
    ...(externalId === null ? [] : [['sts:externalid', [externalId]] as const]),
  ]);
  return saidByResource(role.trust, request, asker, context) === 'allowed';
}

function sessionOf(role: RolePlan, name: string, by: Caller, isOver: () => boolean): Caller {
  return {
    accessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`,
    session: `${role.name}/${name}`,
    accountIn: () => accountOf(role),
    decide: (request) => evaluate(role.statements, request),
    isOver,
    ...(by.trouble === undefined ? {} : { trouble: by.trouble }),
  };
}

function accountOf({ arn }: RolePlan): string {
  return arn.split(':')[4] ?? '';
}
