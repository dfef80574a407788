// event → [denial] → decoded → explained → alert
import { lastSegment } from '../arn';
import type { Principal } from '../contract';
import type { UserIdentity } from './cloudtrail-record';

/** Redactions may stand where the account number was, so only the part behind it is read. */
const PRINCIPAL_ARN =
  /^arn:aws[a-z-]*:(?:iam|sts):.*?:(root|user|role|assumed-role|federated-user)(?:$|\/(.*)$)/s;

/** `AWSReservedSSO_<permission set>_<16 hex digits>` @see https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html */
const IDENTITY_CENTER_ROLE = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/;

const SERVICE_LINKED_ROLE = /^AWSServiceRoleFor/;

const UNDETERMINED: Principal = { kind: 'undetermined', arn: null, name: null };

/** Reads who an ARN names: `assumed-role/web/i-0abc` is role `web`, session `i-0abc`. */
export function principalFromArn(arn: string): Principal {
  const [, type, path = ''] = PRINCIPAL_ARN.exec(arn) ?? [];
  switch (type) {
    case 'root':
      return { kind: 'root', arn, name: 'root' };
    case 'user':
      return { kind: 'iam-user', arn, name: lastSegment(path) };
    case 'federated-user':
      return { kind: 'federated-user', arn, name: lastSegment(path) };
    case 'role':
      return { kind: 'role-session', arn, roleArn: arn, ...roleFacts(lastSegment(path)) };
    case 'assumed-role':
      return sessionOf(arn, path);
    default:
      return { ...UNDETERMINED, arn };
  }
}

function sessionOf(arn: string, path: string): Principal {
  const [role = '', ...session] = path.split('/');
  const sessionName = session.join('/');
  return {
    kind: 'role-session',
    arn,
    ...roleFacts(role),
    ...(sessionName === '' ? {} : { sessionName }),
  };
}

function roleFacts(name: string): Pick<Principal, 'name' | 'permissionSet' | 'serviceLinked'> {
  const permissionSet = IDENTITY_CENTER_ROLE.exec(name)?.[1];
  return {
    name,
    ...(permissionSet === undefined ? {} : { permissionSet }),
    ...(SERVICE_LINKED_ROLE.test(name) ? { serviceLinked: true } : {}),
  };
}

/**
 * Reads who a record's `userIdentity` names.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
 */
export function principalFromIdentity(identity: UserIdentity): Principal {
  const invokedBy = identity.invokedBy;
  const role = identity.sessionContext?.sessionIssuer?.arn;
  return {
    ...named(identity),
    ...(role ? { roleArn: role } : {}),
    ...(invokedBy === null ? {} : { invokedBy }),
  };
}

function named(identity: UserIdentity): Principal {
  if (identity.arn !== null) return principalFromArn(identity.arn);
  const issuer = identity.sessionContext?.sessionIssuer;
  if (issuer?.type === 'Role' && issuer.arn) return { ...principalFromArn(issuer.arn), arn: null };
  switch (identity.type) {
    case 'AWSService':
      return { kind: 'aws-service', arn: null, name: identity.invokedBy };
    case 'Root':
      return { kind: 'root', arn: null, name: 'root' };
    case 'SAMLUser':
    case 'WebIdentityUser':
    case 'FederatedUser':
      return { kind: 'federated-user', arn: null, name: identity.userName };
    case 'IAMUser':
      return { kind: 'iam-user', arn: null, name: identity.userName };
    default:
      return { ...UNDETERMINED, name: identity.userName };
  }
}
