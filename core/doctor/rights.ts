// facts → [check] → report: what the functions and the reader may do.
import { lastSegment, parseArn } from '../arn';
import { type Answer, fault, type Finding, known, ofKnown, ok } from './check';
import { awsCli, type Place } from './command';

/** Whether a role may do something, as the policy simulator says. */
export interface RoleRight {
  /** Whose role it is, such as `Function Explain`. */
  readonly who: string;
  readonly roleArn: string;
  readonly action: string;
  /** On what the setting wants it to be allowed. */
  readonly resources: readonly string[];
  readonly isAllowed: boolean;
}

/** Says whether functions may do what their work takes. */
export function judgeRoleRight(
  answer: Answer<RoleRight>,
  place: Place,
  renew = 'Deploy the stack again',
): readonly Finding[] {
  return ofKnown(answer, ({ who, roleArn, action, resources, isAllowed }) => {
    if (isAllowed) return [ok(`${who} may use ${action}.`)];
    return [
      fault(
        'failed',
        `${who} may not use ${action}.`,
        `${renew}, or give the role the permission now; where a Deny of the organization is the cause, ask its administrator.`,
        givePermission(roleArn, action, resources, place),
      ),
    ];
  });
}

/** Says the same of the policy simulator; null where the setting is off. */
export function judgeSimulateRight(
  answer: Answer<RoleRight | null>,
  place: Place,
): readonly Finding[] {
  return ofKnown(answer, (right) =>
    right === null
      ? [ok('The setting simulate is off, so nothing is simulated.')]
      : judgeRoleRight(known(right), place),
  );
}

/** Whether the reader may decode; asked of STS itself. */
export interface ReaderRight {
  /** The ARN of the reader. */
  readonly caller: string;
  readonly mayDecode: boolean;
}

/** The action by which IAM knows decoding. */
export const DECODE_ACTION = 'sts:DecodeAuthorizationMessage';

/** The reader decodes with `launch-denied explain --decode` and `scan --decode`. */
export function judgeReaderRight(answer: Answer<ReaderRight>, place: Place): readonly Finding[] {
  return ofKnown(answer, ({ caller, mayDecode }) => {
    if (mayDecode) return [ok(`${caller} may use ${DECODE_ACTION}.`)];
    const role = roleOf(caller);
    return [
      fault(
        'warning',
        `${caller} may not use ${DECODE_ACTION}, so explain and scan cannot decode with these credentials; the functions do not need it.`,
        'Ask for the permission where encoded messages are pasted.',
        role === null ? null : givePermission(role, DECODE_ACTION, ['*'], place),
      ),
    ];
  });
}

/** Roles of IAM Identity Center are changed there. @see https://docs.aws.amazon.com/singlesignon/latest/userguide/using-service-linked-roles.html */
function roleOf(caller: string): string | null {
  const { resource = '' } = parseArn(caller) ?? {};
  if (resource.startsWith('user/')) return resource;
  const [kind, name = ''] = resource.split('/');
  return kind === 'assumed-role' && !name.startsWith('AWSReservedSSO_') ? `role/${name}` : null;
}

/** `principal` is an ARN, or `role/name` or `user/name`. */
function givePermission(
  principal: string,
  action: string,
  resources: readonly string[],
  place: Place,
): string | null {
  const path = parseArn(principal)?.resource ?? principal;
  const kind = path.startsWith('user/') ? 'user' : 'role';
  const statement = { Effect: 'Allow', Action: action, Resource: resources };
  return awsCli(
    `iam put-${kind}-policy`,
    [
      [`${kind}-name`, lastSegment(path)],
      ['policy-name', `LaunchDenied-${action.replace(':', '-')}`],
      ['policy-document', JSON.stringify({ Version: '2012-10-17', Statement: [statement] })],
    ],
    place,
  );
}
