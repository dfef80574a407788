// AssumeRole → [reply]: how STS answers, in its own words.
import type { Identity } from '../wire/endpoint';
import type { Reply } from '../wire/loopback';
import { xmlError, xmlResult } from '../wire/xml';
import type { Assumed } from './assume-role';

/** Answers an attempt to assume a role. */
export function assumedReply(namespace: string, end: Assumed, { arn }: Identity): Reply {
  switch (end.kind) {
    case 'not-valid': {
      const message = `1 validation error detected: ${end.because}`;
      return xmlError(namespace, 400, 'ValidationError', message);
    }
    case 'refused': {
      const what = `sts:AssumeRole on resource: ${end.roleArn}`;
      const message = `User: ${arn} is not authorized to perform: ${what}`;
      return xmlError(namespace, 403, 'AccessDenied', message);
    }
    case 'assumed': {
      const credentials = [
        ['AccessKeyId', end.accessKeyId],
        ['SecretAccessKey', end.secretAccessKey],
        ['SessionToken', end.sessionToken],
        ['Expiration', end.expiration],
      ];
      const user = [
        ['Arn', end.arn],
        ['AssumedRoleId', userIdOf(end.arn)],
      ];
      const inner = `<Credentials>${elements(credentials)}</Credentials><AssumedRoleUser>${elements(user)}</AssumedRoleUser>`;
      return xmlResult(namespace, 'AssumeRole', inner);
    }
  }
}

/** The id of a session: that of the role, and the session's name. */
export function userIdOf(arn: string): string {
  return `AROAIOSFODNN7EXAMPLE:${arn.slice(arn.lastIndexOf('/') + 1)}`;
}

function elements(values: readonly (readonly string[])[]): string {
  return values.map(([name, value]) => `<${name}>${value}</${name}>`).join('');
}
